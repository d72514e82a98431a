import { fold } from "../text/fold.ts";
import type { Tokens } from "../text/text-index.ts";
import { buildVocabulary } from "../text/vocabulary.ts";
import type {
  CodebookFiles,
  Lexicon,
  LexiconMatch,
  QuotationWeights,
  Vocabulary,
} from "./codebook.ts";
import { compileExceptions } from "./exceptions.ts";
import { type CompiledForm, Matcher } from "./match.ts";
import { type ParsedCodebook, parseCodebook } from "./parse.ts";
import { PrefixWords } from "./prefix-words.ts";
import type { QuotedPhrases } from "./quoted-phrases.ts";
import { TrieBuilder } from "./trie.ts";
import { type TermMatch, TermMatcher } from "./user/term-matcher.ts";
import type { UserLexicon } from "./user/user-lexicon.ts";

/** A codebook ready for use: immutable, named by its hash, the same for every article of a version. */
export interface Codebook {
  /** SHA-256 of the files in hex, given by lib. */
  hash: string;
  lexicons: ReadonlyMap<string, Lexicon>;
  /** Dictionaries that a user brought along: each is a signal (signals/list.ts). */
  userLexicons: readonly UserLexicon[];
  vocabulary: Vocabulary;
  /** Named closed word lists (SAY and SHIELD of the quotation evidence, months of the hedging rules, ...): has(list, id). */
  inList(list: string, id: number): boolean;
  /** The word with a number, folded; "" for 0. */
  wordOf(id: number): string;
  quotationWeights: QuotationWeights;
  /** Phrases that quotation marks introduce, name or mock, by hash. */
  quotedPhrases: QuotedPhrases;
  /** What a rule named in evidence says, in words; an unknown one's id with blanks. */
  describeRule(rule: string): string;
  /** Matches of one lexicon, by start; the longest wins within a label, exceptions are left out. Linear in the tokens. */
  match(lexicon: string, tokens: Tokens, text: string): readonly LexiconMatch[];
  /** Matches of one user lexicon, by start, then label, by the rule of user/term-matcher.ts. Linear in the tokens. */
  matchTerms(slug: string, tokens: Tokens, text: string): readonly TermMatch[];
}

/**
 * Parses, checks and compiles the codebook's files.
 * @throws CodebookError with file, line and field of the first mistakes.
 */
export function compileCodebook(files: CodebookFiles, hash: string): Codebook {
  const parsed = parseCodebook(files);
  const known = wordsOf(parsed);
  const vocabulary = buildVocabulary(known);
  const words = namesOf(known, vocabulary);
  const matcher = compileMatcher(parsed, vocabulary, nounsOf(words, vocabulary));
  const numbers = new Map([...parsed.lexicons.values()].map((lexicon, i) => [lexicon.id, i]));
  const lists = compileLists(parsed.lists, vocabulary);
  const terms = new TermMatcher(parsed.userLexicons);
  return {
    hash,
    lexicons: parsed.lexicons,
    userLexicons: parsed.userLexicons,
    matchTerms: (slug, tokens, text) => terms.find(slug, tokens, text),
    vocabulary,
    quotationWeights: parsed.quotationWeights,
    quotedPhrases: parsed.quotedPhrases,
    describeRule: (rule) => parsed.ruleDescriptions.get(rule) ?? rule.replaceAll("_", " "),
    inList: (list, id) => lists.get(list)?.[id] === 1,
    wordOf: (id) => words[id] ?? "",
    match: (lexicon, tokens, text) => {
      const number = numbers.get(lexicon);
      return number === undefined ? [] : matcher.find(number, tokens, text);
    },
  };
}

/** Every word that the codebook knows; words with a * are looked up apart. */
function wordsOf({ lexicons, lists }: ParsedCodebook): Set<string> {
  const words = new Set<string>();
  for (const { entries } of lexicons.values()) {
    for (const form of entries.flatMap((entry) => entry.forms)) {
      for (const word of form.split(" ")) if (!word.endsWith("*")) words.add(word);
    }
  }
  for (const list of lists.values()) for (const word of list) words.add(word);
  return words;
}

/** The words by number, folded: tokens that the codebook knows need no string of their own. */
function namesOf(known: Iterable<string>, vocabulary: Vocabulary): string[] {
  const names = new Array<string>(vocabulary.size + 1).fill("");
  for (const word of known) names[vocabulary.idOf(word)] = fold(word, 0, word.length);
  names[0] = "";
  return names;
}

/** The labels of a lexicon, numbered in the order in which entries name them. */
function labelsOf(entries: Lexicon["entries"]): Map<string, number> {
  const labels = new Map<string, number>();
  for (const { label } of entries) if (!labels.has(label)) labels.set(label, labels.size);
  return labels;
}

/** By number of a word: that of its noun where it is a possessive (women's), else 0. */
function nounsOf(words: readonly string[], vocabulary: Vocabulary): Int32Array {
  return Int32Array.from(words, (word) =>
    word.length > 2 && word.endsWith("'s") ? vocabulary.idOf(word.slice(0, -2)) : 0,
  );
}

function compileMatcher(
  { lexicons }: ParsedCodebook,
  vocabulary: Vocabulary,
  nouns: Int32Array,
): Matcher {
  const prefixes = new PrefixWords(vocabulary.size);
  const idOf = (word: string) => (word.endsWith("*") ? prefixes.add(word) : vocabulary.idOf(word));
  const forms: CompiledForm[] = [];
  const builder = new TrieBuilder();
  let labelCount = 0;
  [...lexicons.values()].forEach(({ entries }, lexicon) => {
    const labels = labelsOf(entries);
    for (const entry of entries) {
      const label = labelCount + (labels.get(entry.label) ?? 0);
      for (const form of entry.forms) {
        builder.add(form.split(" ").map(idOf), lexicon, forms.length);
        forms.push({ lexicon, entry, label, exceptions: compileExceptions(entry, form) });
      }
    }
    labelCount += labels.size;
  });
  const trie = builder.freeze(vocabulary.size + prefixes.size);
  const counts = { lexicons: lexicons.size, labels: labelCount };
  return new Matcher({ trie, forms, vocabulary, nouns, prefixes, ...counts });
}

/** Each list as one byte a vocabulary number: 1 for its words. */
function compileLists(
  lists: ParsedCodebook["lists"],
  vocabulary: Vocabulary,
): Map<string, Uint8Array> {
  const compiled = new Map<string, Uint8Array>();
  for (const [name, words] of lists) {
    const members = new Uint8Array(vocabulary.size + 1);
    for (const word of words) members[vocabulary.idOf(word)] = 1;
    members[0] = 0;
    compiled.set(name, members);
  }
  return compiled;
}
