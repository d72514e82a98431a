import { fold } from "../../text/fold.ts";
import { tokenize } from "../../text/tokens.ts";
import { buildVocabulary } from "../../text/vocabulary.ts";

/** Code units of a term. */
const LONGEST_TERM = 200;

const NO_WORDS = buildVocabulary([]);
/** Letters of one unit that stand for * and ? while a term is cut: a wildcard joins what it stands in. */
const STAND_INS = { "*": "ꙮ", "?": "ꀀ" } as const;
const WILDCARDS = /[*?]/g;
/** Words that no tokenizer would cut: nearly all terms. */
const PLAIN = /^[a-z0-9?*]+(?: [a-z0-9?*]+)*$/;
const CONTROL = /\p{Cc}/u;
const BLANKS = /[\p{Z}\s]+/gu;

/** Whether a word of a term has a * or ?. */
export function hasWildcard(word: string): boolean {
  return word.includes("*") || word.includes("?");
}

/** A term as it is stored: NFC, lower case, plain apostrophes and hyphens, single blanks. */
export function foldTerm(term: string): string {
  const plain = term.normalize("NFC").replaceAll(BLANKS, " ").trim();
  return fold(plain, 0, plain.length);
}

/**
 * A folded term cut as texts are cut, so that it is looked for as its own text would stand there.
 * @example termWords("9/11 terror*") // ["9", "/", "11", "terror*"]
 */
export function termWords(term: string): string[] {
  if (PLAIN.test(term)) return term.split(" ");
  const standing = term.replaceAll(WILDCARDS, (mark) => STAND_INS[mark as "*" | "?"]);
  const { count, starts, ends } = tokenize(standing, NO_WORDS);
  return Array.from({ length: count }, (_, i) => term.slice(starts[i], ends[i]));
}

/** Why nothing can be looked for by a folded term, or null. */
export function termMistake(term: string): string | null {
  if (term === "") return "is empty";
  if (term.length > LONGEST_TERM) return `is longer than ${LONGEST_TERM} characters`;
  if (CONTROL.test(term)) return "has a control character";
  const words = termWords(term);
  if (words.length === 0) return "has no character that a text is cut into: it can never match";
  return words.every((word) => word.replaceAll(WILDCARDS, "") === "")
    ? "has nothing but wildcards: it would match everything"
    : null;
}
