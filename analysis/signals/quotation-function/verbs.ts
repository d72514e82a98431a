import type { Tokens } from "../../text/text-index.ts";
import { isListed, LIST, type WordLists } from "./word-lists.ts";

/** The four lists of reporting verbs; a word is in one of them at most. */
export type VerbKind = "SAY" | "ARGUE" | "CALL" | "CLAIM";

/** A reporting verb beside a quotation. */
export interface Verb {
  kind: VerbKind;
  /** Its place in before or after: 0 is the token that touches the quotation. */
  at: number;
}

/** The list in which a word is a reporting verb, or null. */
export function verbKind(lists: WordLists, id: number): VerbKind | null {
  if (!isListed(lists, LIST.REPORTING, id)) return null;
  if (isListed(lists, LIST.SAY, id)) return "SAY";
  if (isListed(lists, LIST.ARGUE, id)) return "ARGUE";
  if (isListed(lists, LIST.CALL, id)) return "CALL";
  return isListed(lists, LIST.CLAIM, id) ? "CLAIM" : null;
}

/** Whether a token ends a possessive: "Russia's", or the mark after "pilots". */
export function isPossessive(text: string, tokens: Tokens, token: number): boolean {
  if (token < 0) return false;
  const start = tokens.starts[token] ?? 0;
  const end = tokens.ends[token] ?? 0;
  const last = text.charCodeAt(end - 1);
  if (end - start === 1) return isApostrophe(last) && isS(text.charCodeAt(start - 1));
  return isS(last) && isApostrophe(text.charCodeAt(end - 2));
}

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;
const isS = (unit: number) => unit === 0x73 || unit === 0x53;

/** Whether a word that can be noun or verb ("claim", "report") is a noun after the token `previous`. */
export function isNounReading(
  text: string,
  tokens: Tokens,
  lists: WordLists,
  id: number,
  previous: number,
): boolean {
  if (!isListed(lists, LIST.NOUN_OR_VERB, id) || previous < 0) return false;
  const before = tokens.ids[previous] ?? 0;
  if (isListed(lists, LIST.DET, before) || isListed(lists, LIST.PREPOSITION, before)) return true;
  return isListed(lists, LIST.COPULA, before) || isPossessive(text, tokens, previous);
}
