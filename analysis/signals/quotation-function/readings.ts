import { FOLD } from "../../text/fold.ts";
import { WORD } from "../../text/text-index.ts";
import type { QuotationContext } from "./context.ts";
import { endsWith } from "./suffix.ts";
import { QUOTED } from "./surroundings.ts";
import { isPossessive } from "./verbs.ts";

/** What the rows ask of single tokens. A token below 0 (another quotation, or nothing) answers no to everything. */

/** The token that touches the opening mark, or stands n tokens before it. */
export const previous = (q: QuotationContext, n = 1): number => q.before[n - 1] ?? QUOTED;

/** The token that touches the closing mark, or stands n tokens after it. */
export const next = (q: QuotationContext, n = 1): number => q.after[n - 1] ?? QUOTED;

const startOf = (q: QuotationContext, token: number) => q.tokens.starts[token] ?? 0;
const endOf = (q: QuotationContext, token: number) => q.tokens.ends[token] ?? 0;

/** The token's number in the vocabulary, 0 for an unknown one. */
const idOf = (q: QuotationContext, token: number): number =>
  // An index below 0 is no element but the name of a property, which is looked up twenty times slower.
  token < 0 ? 0 : (q.tokens.ids[token] ?? 0);

/** Whether the token is in the list, a table of q.lists (its name would cost more to look up than the word). */
export const isIn = (q: QuotationContext, list: Uint8Array, token: number): boolean =>
  list[idOf(q, token)] === 1;

export const isWord = (q: QuotationContext, token: number): boolean =>
  token >= 0 && q.tokens.kinds[token] === WORD;

/** Whether the token is this word or mark, in any case. */
export function reads(q: QuotationContext, token: number, word: string): boolean {
  if (token < 0 || endOf(q, token) - startOf(q, token) !== word.length) return false;
  return endsIn(q, token, word);
}

/** Whether the token ends so, in any case. */
export const endsIn = (q: QuotationContext, token: number, ending: string): boolean =>
  token >= 0 && endsWith(q.text, startOf(q, token), endOf(q, token), ending);

/** Whether the token begins with an upper-case letter. */
export function isCapital(q: QuotationContext, token: number): boolean {
  if (token < 0) return false;
  const unit = q.text.charCodeAt(startOf(q, token));
  return FOLD[unit] !== unit;
}

/** Whether a capital says something about the token: in a headline that capitalises every word it says nothing. */
export const standsOut = (q: QuotationContext, token: number): boolean =>
  !q.isTitleCase && isCapital(q, token);

/** Whether one of the first n tokens of a side is in the list. */
export function anyIn(
  q: QuotationContext,
  list: Uint8Array,
  side: readonly number[],
  n = side.length,
): boolean {
  const { ids } = q.tokens;
  const end = Math.min(n, side.length);
  for (let i = 0; i < end; i++) {
    const token = side[i] ?? QUOTED;
    if (token >= 0 && list[ids[token] ?? 0] === 1) return true;
  }
  return false;
}

/** Whether a word inside the marks is in the list. */
export const hasWord = (q: QuotationContext, list: Uint8Array): boolean => anyIn(q, list, q.words);

export const firstWord = (q: QuotationContext): number => q.words[0] ?? QUOTED;
export const lastWord = (q: QuotationContext): number => q.words.at(-1) ?? QUOTED;

/** A word that carries meaning: any but articles, pronouns, prepositions, auxiliaries. */
export const isContent = (q: QuotationContext, token: number): boolean =>
  isWord(q, token) && !isIn(q, q.lists.FUNC, token);

export const isVerb = (q: QuotationContext, token: number): boolean =>
  isIn(q, q.lists.REPORTING, token);

/** A determiner or a possessive: what opens a noun phrase. */
export const opensNoun = (q: QuotationContext, token: number): boolean =>
  isIn(q, q.lists.DET, token) || isPossessive(q.text, q.tokens, token);

/** The end of the text before, as long as a turn of phrase that touches the marks: less to search than all of it. */
export const ending = (q: QuotationContext, length: number): string => q.beforeText.slice(-length);

/** The last unit inside the marks. */
export const lastMark = (q: QuotationContext): string => q.text.charAt(q.span.end - 1);
