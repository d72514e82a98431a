import { tokenize } from "../text/tokens.ts";
import type { Codebook } from "./compile.ts";
import { lexiconFile } from "./parse.ts";
import { userLexiconFile } from "./user/user-lexicon.ts";

/** An entry that its own text doesn't make match: another takes its place, or the tokenizer cuts it otherwise. */
export interface DeadEntry {
  file: string;
  term: string;
  form: string;
}

/** The entries of a codebook that can't match their own text. */
export function deadEntries(codebook: Codebook): DeadEntry[] {
  const dead: DeadEntry[] = [];
  for (const { id, entries } of codebook.lexicons.values()) {
    for (const entry of entries) {
      for (const form of entry.forms) {
        const text = form.replaceAll("*", "");
        const tokens = tokenize(text, codebook.vocabulary);
        const isFound = codebook
          .match(id, tokens, text)
          .some((match) => match.entry === entry && match.from === 0 && match.to === tokens.count);
        if (!isFound) dead.push({ file: lexiconFile(id), term: entry.term, form });
      }
    }
  }
  for (const { slug, entries } of codebook.userLexicons) {
    for (const { term, label } of entries) {
      const text = term.replaceAll(/[*?]/g, "a");
      const tokens = tokenize(text, codebook.vocabulary);
      const isFound = codebook
        .matchTerms(slug, tokens, text)
        .some((match) => match.entry.label === label);
      if (!isFound) dead.push({ file: userLexiconFile(slug), term, form: term });
    }
  }
  return dead;
}
