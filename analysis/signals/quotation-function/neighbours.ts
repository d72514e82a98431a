import { FOLD } from "../../text/fold.ts";
import type { QuotationContext } from "./context.ts";
import {
  endsIn,
  isIn,
  isOwner,
  isPlainWord,
  isVerb,
  isWord,
  lastUnit,
  next,
  previous,
  reads,
} from "./readings.ts";
import { before, either, listed, NEXT, PREVIOUS, type Rows } from "./row.ts";
import { QUOTED } from "./token-run.ts";
import { LIST } from "./word-lists.ts";

const HYPHEN = 0x2d;
const PREFIX = /\p{L}[-‑]$/u;
/** Marks that end a clause. */
const ENDS_CLAUSE = new Set([",", ".", ";", ":", "?", "!"].map((mark) => mark.charCodeAt(0)));

/** Whether quoted words of up to five, without a mark at their end, modify the noun after them. */
export const modifiesNoun = (q: QuotationContext): boolean =>
  q.nounFollows && q.words.length <= 5 && !ENDS_CLAUSE.has(lastUnit(q));

/** Whether a determiner or possessive stands before the marks, up to a word between them. */
export const isInNounPhrase = (q: QuotationContext): boolean => q.isOpened || q.isQualified;

/** Whether the quoted words are a noun phrase of their own after a determiner or possessive. */
const isNounAlone = (q: QuotationContext): boolean =>
  q.isOpened && q.words.length <= 3 && !q.nounFollows;

/** Whether a hyphenated prefix touches the opening mark: anti-“x”. */
function isPrefixed(q: QuotationContext): boolean {
  const mark = q.span.start - q.span.openWidth;
  if (FOLD[q.text.charCodeAt(mark - 1)] !== HYPHEN) return false;
  return PREFIX.test(q.text.slice(Math.max(0, mark - 2), mark));
}

const isIndefinite = (q: QuotationContext, token: number): boolean =>
  reads(q, token, "a") || reads(q, token, "an");

/** Whether another quotation stands two tokens before, or after. */
const followsOne = (q: QuotationContext): boolean =>
  q.before.length > 1 && previous(q, 2) === QUOTED;
const precedesOne = (q: QuotationContext): boolean => q.after.length > 1 && next(q, 2) === QUOTED;

/** N: the tokens that touch the marks. */
export const neighbourRows: Rows = {
  N1: listed(PREVIOUS, LIST.ARTICLE, (q) => isIndefinite(q, previous(q))),
  N2: listed(PREVIOUS, LIST.ARTICLE, (q) => reads(q, previous(q), "the")),
  N3: listed(PREVIOUS, LIST.DIRECTION),
  /** was "a mess": a judgment, reported. */
  N4: listed(PREVIOUS, LIST.COPULA),
  N5: listed(PREVIOUS, LIST.CONJUNCTION),
  /** She said, "…": speech. */
  N6: listed(PREVIOUS, LIST.COMMA),
  N7: isPrefixed,
  N9: listed(NEXT, LIST.PREPOSITION, (q) => !reads(q, next(q), "of") && !reads(q, next(q), "as")),
  /** "x" is a word: mention. */
  N10: either(listed(NEXT, LIST.COPULA), listed(NEXT, LIST.FINITE)),
  N11: listed(NEXT, LIST.CONJUNCTION),
  /** "x" remarks, "x" speech: from somebody's mouth. */
  N12: listed(NEXT, LIST.SPEECHAFT),
  N13: (q) => q.isQualified,
  N16: (q) =>
    isWord(q, previous(q)) &&
    (endsIn(q, previous(q), "ed") || endsIn(q, previous(q), "ing")) &&
    !isVerb(q, previous(q)) &&
    !q.isQualified,
  N17: listed(PREVIOUS, LIST.COLON),
  N18: listed(PREVIOUS, LIST.POINTER),
  /** was a "mess": a judgment, reported. */
  N19: listed(PREVIOUS, LIST.ARTICLE, (q) => isIn(q, LIST.COPULA, previous(q, 2))),
  N20: listed(
    before(2),
    LIST.PREPOSITION,
    (q) => reads(q, previous(q), "of") || (q.isOpened && reads(q, previous(q, 2), "of")),
  ),
  /** people like "x". */
  N21: listed(PREVIOUS, LIST.SUCH_AS),
  /** "x" and "y", "x", "y". */
  N22: either(
    listed(PREVIOUS, LIST.CONJUNCTION, followsOne),
    listed(PREVIOUS, LIST.COMMA, followsOne),
    listed(NEXT, LIST.CONJUNCTION, precedesOne),
    listed(NEXT, LIST.COMMA, precedesOne),
  ),
  /** their "experts". */
  N23: listed(PREVIOUS, LIST.OWNER),
  /** Russia's "x". */
  N24: (q) => isOwner(q, previous(q)),
  /** a new "x": something that is introduced. */
  N25: (q) => q.isQualified && isIndefinite(q, previous(q, 2)),
  N26: listed(NEXT, LIST.RELATIVE),
  N27: listed(PREVIOUS, LIST.BRACKET),
};

/** N, of up to six words. */
export const shortNeighbourRows: Rows = {
  /** the "open door" policy. */
  N8: modifiesNoun,
  N14: isNounAlone,
  N15: (q) => q.words.length <= 3 && !q.isOpened && !isPlainWord(q, previous(q)) && !q.nounFollows,
};
