import type { QuotationContext } from "./context.ts";
import { ending, isIn, next, previous, reads } from "./readings.ts";
import { after, before, either, INSIDE, listed, type Rows } from "./row.ts";
import { LIST } from "./word-lists.ts";

const IS_A_TERM =
  /^,? ?(?:is (?:a|the) (?:[\w'-]+ ){0,2}(?:term|word|phrase|name|expression)|means\b|is defined|is short for|,? ?a term (?:that|for))/;
const SIGN_READING =
  /\b(?:signs?|banners?|placards?|posters?|(?:t-)?shirts?|hats?|stickers?|buttons?|labels?|plaques?|billboards?)\b.{0,25}\b(?:reading|reads|saying|with|that)(?: [\w'-]+)?[,:]? ?$/;
const MEANING_OF =
  /\b(?:definition of|defined as|meaning of|uses? of|usage of|using|history of|constitutes?|counts? as|qualifies as|synonym (?:of|for)|(?:shorthand|code|euphemism|word) for|means|meant by|says?|stands for|translates (?:as|to)|spelled|the (?:prefix|pronoun|adjective|noun|verb))(?: an?| the)?(?: word| term| phrase)?,? ?$/;
const VOTE = /^vot/;

/** Whether a form of vote stands in the last 6 or next 4 tokens. */
function isAboutVotes(q: QuotationContext): boolean {
  const votes = (token: number) =>
    token >= 0 &&
    VOTE.test(q.text.slice(q.tokens.starts[token], q.tokens.ends[token]).toLowerCase());
  for (let n = 1; n <= 6; n++) if (votes(previous(q, n))) return true;
  for (let n = 1; n <= 4; n++) if (votes(next(q, n))) return true;
  return false;
}

/** Whether a kind of wording (slogan, caption) stands four to twelve tokens before. */
function wordKindBefore(q: QuotationContext): boolean {
  for (let n = 4; n <= 12; n++) if (isIn(q, LIST.WORD_KIND, previous(q, n))) return true;
  return false;
}

/** Whether the words are said to be one: "x" is a term, "x" means. */
function isCalledTerm(q: QuotationContext): boolean {
  return q.after.has(LIST.IS_A_CUE, 2) && IS_A_TERM.test(q.afterText);
}

/** Whether what is, the term or call it stands before the marks. */
function isNamed(q: QuotationContext): boolean {
  const [first, last] = [previous(q, 2), previous(q)];
  if (reads(q, first, "what")) return reads(q, last, "is");
  if (reads(q, first, "call")) return reads(q, last, "it");
  return reads(q, first, "the") && ["name", "term", "word"].some((word) => reads(q, last, word));
}

/** M: the words are spoken of, or shown, not used. */
export const mentionRows: Rows = {
  /** the word "x". */
  M1: listed(before(3), LIST.WORD_NAME),
  M2: listed(before(2), LIST.MENTION),
  M3: listed(after(2), LIST.MENTIONAFT),
  M4: (q) => isCalledTerm(q) || isNamed(q),
  M5: listed(INSIDE, LIST.BALLOT, (q) => q.words.length === 1 && isAboutVotes(q)),
  M6: listed(before(), LIST.SIGN_CUE, (q) => SIGN_READING.test(ending(q, 70))),
  M7: either(listed(before(4), LIST.SHOUT), listed(after(3), LIST.SHOUT)),
  M8: listed(before(6), LIST.MEANING_CUE, (q) => MEANING_OF.test(ending(q, 45))),
  M9: listed(before(12), LIST.WORD_KIND, wordKindBefore),
};
