import { FOLD } from "../../text/fold.ts";
import { WORD } from "../../text/text-index.ts";
import type { QuotationContext } from "./context.ts";
import { endsWith } from "./suffix.ts";
import { isPossessive } from "./verbs.ts";
import { isListed, LIST } from "./word-lists.ts";

/** What the rows ask of single tokens. A token below 0 (another quotation, or nothing) answers no to everything. */

/** The token that touches the opening mark, or stands n tokens before it. */
export const previous = (q: QuotationContext, n = 1): number => q.before.at(n - 1);

/** The token that touches the closing mark, or stands n tokens after it. */
export const next = (q: QuotationContext, n = 1): number => q.after.at(n - 1);

const startOf = (q: QuotationContext, token: number) => q.tokens.starts[token] as number;
const endOf = (q: QuotationContext, token: number) => q.tokens.ends[token] as number;

/** Whether the token is in a list. */
export const isIn = (q: QuotationContext, list: number, token: number): boolean =>
  token >= 0 && isListed(q.lists, list, q.tokens.ids[token] as number);

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

/** Whether the token is a word that begins with an upper-case letter. */
export function isCapital(q: QuotationContext, token: number): boolean {
  if (!isWord(q, token)) return false;
  const unit = q.text.charCodeAt(startOf(q, token));
  return FOLD[unit] !== unit;
}

/** Whether a capital says something about the token: in a headline that capitalises every word it says nothing. */
export const standsOut = (q: QuotationContext, token: number): boolean =>
  !q.isTitleCase && isCapital(q, token);

export const firstWord = (q: QuotationContext): number => q.words.at(0);
export const lastWord = (q: QuotationContext): number => q.words.at(q.words.length - 1);

/** A word that carries meaning: any but articles, pronouns, prepositions, auxiliaries. */
export const isContent = (q: QuotationContext, token: number): boolean =>
  isWord(q, token) && !isIn(q, LIST.FUNC, token);

export const isVerb = (q: QuotationContext, token: number): boolean =>
  isIn(q, LIST.REPORTING, token);

/** Whether a token is a word that carries meaning and does not report: before a noun mostly an adjective. */
export const isPlainWord = (q: QuotationContext, token: number): boolean =>
  isContent(q, token) && !isVerb(q, token);

/** Whether a token is such a word, with a small letter and no adverb. */
export const mayBeNoun = (q: QuotationContext, token: number): boolean =>
  isPlainWord(q, token) && !standsOut(q, token) && !endsIn(q, token, "ly");

/** Whether the token is a possessive ("Russia's", "pilots'"); it's and that's, which are clauses, are none. */
export const isOwner = (q: QuotationContext, token: number): boolean =>
  isPossessive(q.text, q.tokens, token) && !isIn(q, LIST.FINITE, token);

/** A determiner or a possessive: what opens a noun phrase. */
export const opensNoun = (q: QuotationContext, token: number): boolean =>
  isIn(q, LIST.DET, token) || isOwner(q, token);

/** The end of the text before, as long as a turn of phrase that touches the marks: less to search than all of it. */
export const ending = (q: QuotationContext, length: number): string => q.beforeText.slice(-length);

/** The last unit inside the marks. */
export const lastUnit = (q: QuotationContext): number => q.text.charCodeAt(q.span.end - 1);
