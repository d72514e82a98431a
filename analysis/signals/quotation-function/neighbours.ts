import { FOLD } from "../../text/fold.ts";
import type { QuotationContext } from "./context.ts";
import {
  endsIn,
  isContent,
  isIn,
  isOwner,
  isVerb,
  isWord,
  lastMark,
  next,
  opensNoun,
  previous,
  reads,
  standsOut,
} from "./readings.ts";
import type { Rows } from "./row.ts";
import { QUOTED } from "./token-run.ts";
import { LIST } from "./word-lists.ts";

const HYPHEN = 0x2d;

/** Whether the token after is a lower-case word that may be the noun the quoted words go with: the "x" rule. */
function nounFollows(q: QuotationContext): boolean {
  const token = next(q);
  return (
    isContent(q, token) && !standsOut(q, token) && !endsIn(q, token, "ly") && !isVerb(q, token)
  );
}

/** Whether quoted words of up to five, without a mark at their end, modify the noun after them. */
export const modifiesNoun = (q: QuotationContext): boolean =>
  q.words.length <= 5 && !",.;:?!".includes(lastMark(q)) && nounFollows(q);

/** Whether a token is a word that carries meaning and does not report: before a noun mostly an adjective. */
const isPlainWord = (q: QuotationContext, token: number): boolean =>
  isContent(q, token) && !isVerb(q, token);

/** Whether a word stands between a determiner and the opening mark: the notorious "x". */
const isQualified = (q: QuotationContext): boolean =>
  isPlainWord(q, previous(q)) && opensNoun(q, previous(q, 2));

/** Whether a determiner or possessive stands before the marks, up to a word between them. */
export const isInNounPhrase = (q: QuotationContext): boolean =>
  opensNoun(q, previous(q)) || isQualified(q);

/** Whether the quoted words are a noun phrase of their own after a determiner or possessive. */
const isNounAlone = (q: QuotationContext): boolean =>
  q.words.length <= 3 && opensNoun(q, previous(q)) && !nounFollows(q);

/** Whether a hyphenated prefix touches the opening mark: anti-“x”. */
function isPrefixed(q: QuotationContext): boolean {
  const mark = q.span.start - q.span.openWidth;
  if (FOLD[q.text.charCodeAt(mark - 1)] !== HYPHEN) return false;
  return /\p{L}[-‑]$/u.test(q.text.slice(Math.max(0, mark - 2), mark));
}

const isIndefinite = (q: QuotationContext, token: number): boolean =>
  reads(q, token, "a") || reads(q, token, "an");

/** Whether a token joins the items of a list. */
const joins = (q: QuotationContext, token: number): boolean =>
  isIn(q, LIST.CONJUNCTION, token) || reads(q, token, ",");

/** Whether the words stand beside another quotation, joined by and, or, or a comma: "x" and "y". */
const standsInSeries = (q: QuotationContext): boolean =>
  (q.before.length > 1 && joins(q, previous(q)) && previous(q, 2) === QUOTED) ||
  (q.after.length > 1 && joins(q, next(q)) && next(q, 2) === QUOTED);

/** N: the tokens that touch the marks. */
export const neighbourRows: Rows = {
  N1: (q) => reads(q, previous(q), "a") || reads(q, previous(q), "an"),
  N2: (q) => reads(q, previous(q), "the"),
  N3: (q) => isIn(q, LIST.DIRECTION, previous(q)),
  /** was "a mess": a judgment, reported. */
  N4: (q) => isIn(q, LIST.COPULA, previous(q)),
  N5: (q) => isIn(q, LIST.CONJUNCTION, previous(q)),
  /** She said, "…": speech. */
  N6: (q) => reads(q, previous(q), ","),
  N7: isPrefixed,
  N9: (q) =>
    isIn(q, LIST.PREPOSITION, next(q)) && !reads(q, next(q), "of") && !reads(q, next(q), "as"),
  /** "x" is a word: mention. */
  N10: (q) => isIn(q, LIST.COPULA, next(q)) || isIn(q, LIST.FINITE, next(q)),
  N11: (q) => isIn(q, LIST.CONJUNCTION, next(q)),
  /** "x" remarks, "x" speech: from somebody's mouth. */
  N12: (q) => isIn(q, LIST.SPEECHAFT, next(q)),
  N13: isQualified,
  N16: (q) =>
    isWord(q, previous(q)) &&
    (endsIn(q, previous(q), "ed") || endsIn(q, previous(q), "ing")) &&
    !isVerb(q, previous(q)) &&
    !isQualified(q),
  N17: (q) => reads(q, previous(q), ":"),
  N18: (q) => isIn(q, LIST.POINTER, previous(q)),
  /** was a "mess": a judgment, reported. */
  N19: (q) => isIn(q, LIST.ARTICLE, previous(q)) && isIn(q, LIST.COPULA, previous(q, 2)),
  N20: (q) =>
    reads(q, previous(q), "of") || (opensNoun(q, previous(q)) && reads(q, previous(q, 2), "of")),
  /** people like "x". */
  N21: (q) => isIn(q, LIST.SUCH_AS, previous(q)),
  N22: standsInSeries,
  /** their "experts". */
  N23: (q) => isIn(q, LIST.OWNER, previous(q)),
  /** Russia's "x". */
  N24: (q) => isOwner(q, previous(q)),
  /** a new "x": something that is introduced. */
  N25: (q) => isQualified(q) && isIndefinite(q, previous(q, 2)),
  N26: (q) => isIn(q, LIST.RELATIVE, next(q)),
  N27: (q) => reads(q, previous(q), "(") || reads(q, previous(q), "["),
};

/** N, of up to six words. */
export const shortNeighbourRows: Rows = {
  /** the "open door" policy. */
  N8: modifiesNoun,
  N14: isNounAlone,
  N15: (q) =>
    q.words.length <= 3 &&
    !opensNoun(q, previous(q)) &&
    !isPlainWord(q, previous(q)) &&
    !nounFollows(q),
};
