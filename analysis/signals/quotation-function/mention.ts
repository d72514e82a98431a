import type { QuotationContext } from "./context.ts";
import { anyIn, ending, hasWord } from "./readings.ts";
import type { Rows } from "./row.ts";

const WORDS_SUCH_AS = /\b(?:terms|words) (?:such as|like|including) ?$/;
const IS_A_TERM =
  /^,? ?(?:is (?:a|the) (?:[\w'-]+ ){0,2}(?:term|word|phrase|name|expression)|means\b|is defined|is short for|,? ?a term (?:that|for))/;
const CALL_IT = /(?:what is|\bthe (?:name|term|word)|call it) ?$/;
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
  return q.before.slice(0, 6).some(votes) || q.after.slice(0, 4).some(votes);
}

function wordKindBefore(q: QuotationContext): boolean {
  return anyIn(q, q.lists.WORD_KIND, q.before.slice(3, 12));
}

/** M: the words are spoken of, or shown, not used. */
export const mentionRows: Rows = {
  /** the word "x". */
  M1: (q) => anyIn(q, q.lists.WORD_NAME, q.before, 3) || WORDS_SUCH_AS.test(ending(q, 25)),
  M2: (q) => anyIn(q, q.lists.MENTION, q.before, 2),
  M3: (q) => anyIn(q, q.lists.MENTIONAFT, q.after, 2),
  M4: (q) => IS_A_TERM.test(q.afterText) || CALL_IT.test(ending(q, 15)),
  M5: (q) => q.words.length === 1 && hasWord(q, q.lists.BALLOT) && isAboutVotes(q),
  M6: (q) => SIGN_READING.test(ending(q, 70)),
  M7: (q) => anyIn(q, q.lists.SHOUT, q.before, 4) || anyIn(q, q.lists.SHOUT, q.after, 3),
  M8: (q) => MEANING_OF.test(ending(q, 45)),
  M9: wordKindBefore,
};
