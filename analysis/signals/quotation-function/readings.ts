import { FOLD } from "../../text/fold.ts";
import { WORD } from "../../text/text-index.ts";
import { QUOTED, type QuotationContext } from "./context.ts";
import { isPossessive, verbKind } from "./verbs.ts";
import type { ListName } from "./word-lists.ts";

/** What the rows ask of single tokens. A token below 0 (another quotation, or nothing) answers no to everything. */

/** The token that touches the opening mark, or stands n tokens before it. */
export const previous = (q: QuotationContext, n = 1): number => q.before[n - 1] ?? QUOTED;

/** The token that touches the closing mark, or stands n tokens after it. */
export const next = (q: QuotationContext, n = 1): number => q.after[n - 1] ?? QUOTED;

const startOf = (q: QuotationContext, token: number) => q.tokens.starts[token] ?? 0;
const endOf = (q: QuotationContext, token: number) => q.tokens.ends[token] ?? 0;

/** The token's number in the vocabulary, 0 for an unknown one. */
export const idOf = (q: QuotationContext, token: number): number => q.tokens.ids[token] ?? 0;

export const isIn = (q: QuotationContext, list: ListName, token: number): boolean =>
  q.lists[list][idOf(q, token)] === 1;

export const isWord = (q: QuotationContext, token: number): boolean =>
  q.tokens.kinds[token] === WORD;

/** Whether the token is this word or mark, in any case. */
export function reads(q: QuotationContext, token: number, word: string): boolean {
  if (token < 0 || endOf(q, token) - startOf(q, token) !== word.length) return false;
  return endsIn(q, token, word);
}

/** Whether the token ends so, in any case. */
export function endsIn(q: QuotationContext, token: number, ending: string): boolean {
  if (token < 0) return false;
  const start = endOf(q, token) - ending.length;
  if (start < startOf(q, token)) return false;
  for (let i = 0; i < ending.length; i++)
    if (FOLD[q.text.charCodeAt(start + i)] !== ending.charCodeAt(i)) return false;
  return true;
}

/** Whether the token begins with an upper-case letter. */
export function isCapital(q: QuotationContext, token: number): boolean {
  if (token < 0) return false;
  const unit = q.text.charCodeAt(startOf(q, token));
  return FOLD[unit] !== unit;
}

/** Whether a capital says something about the token: in a headline that capitalises every word it says nothing. */
export const standsOut = (q: QuotationContext, token: number): boolean =>
  !q.isTitleCase && isCapital(q, token);

export function isDigit(q: QuotationContext, token: number): boolean {
  const unit = token < 0 ? 0 : q.text.charCodeAt(startOf(q, token));
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether one of the first n tokens of a side is in the list. */
export function anyIn(
  q: QuotationContext,
  list: ListName,
  side: readonly number[],
  n = side.length,
): boolean {
  const table = q.lists[list];
  const end = Math.min(n, side.length);
  for (let i = 0; i < end; i++) if (table[q.tokens.ids[side[i] ?? QUOTED] ?? 0] === 1) return true;
  return false;
}

/** Whether a word inside the marks is in the list. */
export const hasWord = (q: QuotationContext, list: ListName): boolean => anyIn(q, list, q.words);

export const firstWord = (q: QuotationContext): number => q.words[0] ?? QUOTED;
export const lastWord = (q: QuotationContext): number => q.words.at(-1) ?? QUOTED;

/** A word that carries meaning: any but articles, pronouns, prepositions, auxiliaries. */
export const isContent = (q: QuotationContext, token: number): boolean =>
  isWord(q, token) && !isIn(q, "FUNC", token);

export const isVerb = (q: QuotationContext, token: number): boolean =>
  verbKind(q.lists, idOf(q, token)) !== null;

/** A determiner or a possessive: what opens a noun phrase. */
export const opensNoun = (q: QuotationContext, token: number): boolean =>
  isIn(q, "DET", token) || isPossessive(q.text, q.tokens, token);

/** Words outside FUNC and how many of them begin with a capital or digit. */
export function contentWords(q: QuotationContext): { all: number; capital: number } {
  let all = 0;
  let capital = 0;
  for (const token of q.words) {
    if (!isContent(q, token)) continue;
    all++;
    if (standsOut(q, token) || isDigit(q, token)) capital++;
  }
  return { all, capital };
}

/** The last unit inside the marks. */
export const lastMark = (q: QuotationContext): string => q.text.charAt(q.span.end - 1);
