import { fold } from "../../analysis/text/fold.ts";
import { type Tokens, WORD } from "../../analysis/text/text-index.ts";
import { tokenize } from "../../analysis/text/tokens.ts";
import { buildVocabulary } from "../../analysis/text/vocabulary.ts";
import type { Span } from "../../analysis/types.ts";
import { quoteLexeme } from "./search-row.ts";

/**
 * A word as it was typed, folded and cut at its asterisks: "dam" is ["dam"], "terror*" is ["terror", ""]. An asterisk
 * stands for any run of letters, none included.
 */
export type WordPattern = readonly [string, ...string[]];

/** Fewest letters before an asterisk: with fewer, half of all words are candidates. */
export const FEWEST_LETTERS = 2;

/** Stands for the asterisk while typed text is cut into tokens: a letter of a script (Vai) that has no case. */
const WILD = "\uA500";

/** Neither search nor typed text needs the codebook's words. */
export const NO_WORDS = buildVocabulary([]);

/** The words of a typed text, in order: our own tokens, with asterisks taken for letters. */
export function readPatterns(text: string): WordPattern[] {
  const typed = text.replace(/\*+/g, WILD);
  const { count, kinds, starts, ends } = tokenize(typed, NO_WORDS);
  const patterns: WordPattern[] = [];
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== WORD) continue;
    patterns.push(fold(typed, starts[i] ?? 0, ends[i] ?? 0).split(WILD) as [string, ...string[]]);
  }
  return patterns;
}

/** The pattern as it would be typed. */
export function showPattern(pattern: WordPattern): string {
  return pattern.join("*");
}

/** The part of a tsquery that holds for every article with such a word, or null where the pattern is too open. */
export function lexemeOf(pattern: WordPattern): string | null {
  const [first] = pattern;
  if (pattern.length === 1) return quoteLexeme(first);
  return first.length >= FEWEST_LETTERS ? `${quoteLexeme(first)}:*` : null;
}

/** Whether that part of a tsquery holds for no other article. */
export function isExact(pattern: WordPattern): boolean {
  return pattern.length === 1 || (pattern.length === 2 && pattern[1] === "");
}

/** Whether the word at text[start, end) is one that the pattern means. */
function matchesWord(pattern: WordPattern, text: string, start: number, end: number): boolean {
  const [first] = pattern;
  const length = end - start;
  if (pattern.length === 1) return length === first.length && fold(text, start, end) === first;
  if (length < first.length || fold(text, start, start + first.length) !== first) return false;
  return isExact(pattern) || matchesRest(pattern, fold(text, start, end));
}

/** Whether the pieces after the first follow in the word in their order, the last at its end. */
function matchesRest(pattern: WordPattern, word: string): boolean {
  let at = pattern[0].length;
  for (const piece of pattern.slice(1, -1)) {
    const found = word.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  const last = pattern.at(-1) ?? "";
  return word.length - last.length >= at && word.endsWith(last);
}

/**
 * Where words follow one another as the patterns say, from left to right, none overlapping; marks between two words
 * are not looked at. A match spans its first word to its last.
 */
export function* findSequences(
  patterns: readonly WordPattern[],
  text: string,
  tokens: Tokens,
): Generator<Span> {
  if (patterns.length === 0) return;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== WORD) continue;
    const last = lastOfSequence(patterns, text, tokens, i);
    if (last < 0) continue;
    yield { start: tokens.starts[i] ?? 0, end: tokens.ends[last] ?? 0 };
    i = last;
  }
}

/** The last token of a match that begins with this one, or -1. */
function lastOfSequence(
  patterns: readonly WordPattern[],
  text: string,
  { count, kinds, starts, ends }: Tokens,
  from: number,
): number {
  let token = from - 1;
  for (const pattern of patterns) {
    do token++;
    while (token < count && kinds[token] !== WORD);
    if (token >= count) return -1;
    if (!matchesWord(pattern, text, starts[token] ?? 0, ends[token] ?? 0)) return -1;
  }
  return token;
}
