import { agrees } from "../text/fold.ts";
import type { Tokens } from "../text/text-index.ts";
import type { LexiconEntry } from "./codebook.ts";
import { formOffset } from "./parse-lexicon.ts";

/** A phrase in which a form does not count: its words, and which of them the form begins with. */
export interface CompiledException {
  words: readonly string[];
  offset: number;
}

/** The exceptions of an entry that hold a given form. */
export function compileExceptions(entry: LexiconEntry, form: string): CompiledException[] {
  return entry.exceptions.flatMap((exception) => {
    const words = exception.split(" ");
    const offset = formOffset(words, form.split(" "));
    return offset < 0 ? [] : [{ words, offset }];
  });
}

/** Whether a token is a word of an exception: the same but for case and apostrophe, or so beginning where it ends in *. */
function isWord(pattern: string, text: string, start: number, end: number): boolean {
  const prefix = pattern.endsWith("*");
  const length = prefix ? pattern.length - 1 : pattern.length;
  if (prefix ? end - start < length : end - start !== length) return false;
  return agrees(text, start, pattern, length);
}

/** Whether a form that begins at a token (`from`) stands in the exception there. */
export function standsIn(
  { words, offset }: CompiledException,
  tokens: Tokens,
  text: string,
  from: number,
): boolean {
  const first = from - offset;
  if (first < 0 || first + words.length > tokens.count) return false;
  return words.every((word, i) =>
    isWord(word, text, tokens.starts[first + i] ?? 0, tokens.ends[first + i] ?? 0),
  );
}
