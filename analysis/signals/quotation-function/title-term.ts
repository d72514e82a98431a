import type { QuotationContext } from "./context.ts";
import { allCapital, looksLikeTitle } from "./inside.ts";
import { isInNounPhrase, modifiesNoun } from "./neighbours.ts";
import {
  ending,
  firstWord,
  isIn,
  isOwner,
  isWord,
  lastUnit,
  next,
  previous,
  reads,
  standsOut,
} from "./readings.ts";
import { after, before, either, listed, NEXT, PREVIOUS, type Rows } from "./row.ts";
import { LIST } from "./word-lists.ts";

const COMMA = 0x2c;
const JOINTS = new Set(["(", "[", ",", ":", "—", "–", "-"].map((mark) => mark.charCodeAt(0)));
/** Tokens after the words among which an explanation begins. */
const EXPLAINED_WITHIN = 7;

const KNOWN_AS =
  /\b(?:known as|what is called|(?:is|was|been) called|termed|dubbed|defined as|referred to as|also called|calls (?:this|it|them))(?: an?| the)? ?$/;

const EXPLAINS = "(?:an?|the|or|which|meaning|where|that is|those|people|defined|when)\\b";
const EXPLAINED = new RegExp(`^ ?(?:[([,:]|—|–|-{1,2}) ?${EXPLAINS}`);
const EXPLAINED_LATER = new RegExp(
  `^(?: [\\w'-]+){1,3} ?(?:[([,:]|—|–|-{1,2}) ?${EXPLAINS}|^ ?(?:[([,:]|—|–|-{1,2}) ?(?:ones|slang|short|also|known)\\b`,
);
const DEFINED =
  /^ ?(?:[([,]|—|–|-{1,2}).{0,30}?(?:slang|synonym|short for|shorthand|acronym|defined|known|a term|means)/;
const CONCEPT_OF =
  /\b(?:concept|principle|doctrine|idea|notion|theory|type|form|phenomenon|state|status|standard|test|number|category|class|system|policy|era|culture|strategy|tactic|practice) of(?: an?| the)? ?$/;

/** Whether the words name a programme: NBC's "…", on "…". */
const isBroadcast = (q: QuotationContext): boolean => q.content > 0 && allCapital(q);

/** Whether what follows the words begins with a mark. */
const beginsWithMark = (q: QuotationContext): boolean =>
  lastUnit(q) === COMMA || (next(q) >= 0 && !isWord(q, next(q)));

/** Whether a token is a mark that joins an explanation to what it explains. */
const joins = (q: QuotationContext, token: number): boolean =>
  token >= 0 &&
  !isWord(q, token) &&
  JOINTS.has(q.text.charCodeAt(q.tokens.starts[token] as number));

/** Whether such a mark stands before a word with which explanations begin: without both, no turn of phrase need be searched. */
function mayBeExplained(q: QuotationContext): boolean {
  for (let n = 1; n <= EXPLAINED_WITHIN; n++) {
    if (!isIn(q, LIST.EXPLAINER, next(q, n))) continue;
    if (n === 1 ? lastUnit(q) === COMMA : joins(q, next(q, n - 1))) return true;
  }
  return false;
}

/** T: names of works and people, and terms of art. */
export const titleTermRows: Rows = {
  T1: listed(before(3), LIST.TITLE),
  T2: listed(before(4), LIST.TITLE, (q) => standsOut(q, firstWord(q))),
  T3: listed(after(3), LIST.TITLEAFT),
  T4: either(
    listed(before(4), LIST.BROADCASTER, isBroadcast),
    listed(
      PREVIOUS,
      LIST.PREPOSITION,
      (q) => (reads(q, previous(q), "on") || reads(q, previous(q), "in")) && isBroadcast(q),
    ),
  ),
  T5: (q) =>
    looksLikeTitle(q) &&
    !q.words.has(LIST.FINITE) &&
    (isOwner(q, previous(q)) || reads(q, previous(q), ",") || standsOut(q, previous(q))),
  T6: listed(before(3), LIST.NAMING),
  /** A nickname: Ann "Duke" Perry. */
  T7: listed(
    NEXT,
    LIST.CAPITAL,
    (q) =>
      q.words.length <= 3 &&
      standsOut(q, firstWord(q)) &&
      standsOut(q, previous(q)) &&
      standsOut(q, next(q)),
  ),
  T8: listed(before(6), LIST.KNOWN_CUE, (q) => KNOWN_AS.test(ending(q, 30))),
  T9: listed(
    after(3),
    LIST.EXPLAINER,
    (q) => beginsWithMark(q) && mayBeExplained(q) && EXPLAINED.test(q.afterText),
  ),
  T10: listed(
    after(EXPLAINED_WITHIN),
    LIST.EXPLAINER,
    (q) => mayBeExplained(q) && EXPLAINED_LATER.test(q.afterText),
  ),
  T11: listed(after(14), LIST.DEFINED_CUE, (q) => beginsWithMark(q) && DEFINED.test(q.afterText)),
  T12: listed(
    before(2),
    LIST.PREPOSITION,
    (q) =>
      (reads(q, previous(q), "of") || reads(q, previous(q, 2), "of")) &&
      CONCEPT_OF.test(ending(q, 30)),
  ),
  /** the "dark sky" rule. */
  T13: listed(NEXT, LIST.TERMHEAD, (q) => q.words.length <= 5),
  T14: (q) =>
    modifiesNoun(q) &&
    q.verbBefore === null &&
    q.verbAfter === null &&
    q.habits.opinionIndex >= 1 &&
    q.habits.opinionIndex <= 2,
  /** the "dark sky" rule within a noun phrase of the outlet's own. */
  T15: listed(NEXT, LIST.TERMHEAD, (q) => q.words.length <= 5 && isInNounPhrase(q)),
};
