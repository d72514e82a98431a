import type { QuotationContext } from "./context.ts";
import { endsIn, isCapital, isIn, isVerb, lastUnit, next, previous, reads } from "./readings.ts";
import { after, before, either, listed, type Rows } from "./row.ts";
import type { VerbKind } from "./verbs.ts";
import { LIST } from "./word-lists.ts";

const WORDS_OF =
  /according to|in the words of|\bas [^,;]{1,60}?(?:puts? it|calls|called|describes|terms|said)\b|words of|\bquot(?:ed|ing|es)\b/;

/** Whether a side has such a turn. */
const quotesBefore = (q: QuotationContext): boolean => WORDS_OF.test(q.beforeText);
const quotesAfter = (q: QuotationContext): boolean => WORDS_OF.test(q.afterText);

const isKind = (q: QuotationContext, kind: VerbKind) => q.verbBefore?.kind === kind;

/** Distance of the verb before, 1 where it touches the marks, or 0 where there is none. */
const verbDistance = (q: QuotationContext) => (q.verbBefore === null ? 0 : q.verbBefore.at + 1);

/** Distance of the verb after, or 0. */
const laterVerb = (q: QuotationContext) => (q.verbAfter === null ? 0 : q.verbAfter.at + 1);

/** Whether only a comma, a colon, that or as stands between the verb and the marks, or nothing. */
function verbTouches(q: QuotationContext): boolean {
  if (verbDistance(q) === 1) return true;
  const between = previous(q);
  return verbDistance(q) === 2 && [",", ":", "that", "as"].some((word) => reads(q, between, word));
}

/** Whether that stands in the three tokens after the verb before. */
function thatFollowsVerb(q: QuotationContext): boolean {
  const distance = verbDistance(q);
  for (let n = distance - 1; n >= Math.max(1, distance - 3); n--)
    if (reads(q, previous(q, n), "that")) return true;
  return false;
}

/** The word that the verb before stands behind: its subject's last, as a rule. Auxiliaries and adverbs are skipped. */
function subjectWord(q: QuotationContext): number {
  if (q.verbBefore === null) return -1;
  let n = q.verbBefore.at + 2;
  while (isIn(q, LIST.AUXILIARY, previous(q, n)) || endsIn(q, previous(q, n), "ly")) n++;
  return previous(q, n);
}

/** Marks at the end of words that an attribution follows. */
const ENDS_SPEECH = new Set([",", "?", "!"].map((mark) => mark.charCodeAt(0)));

/** Whether the marks enclose the beginning of a sentence that goes on with its attribution: "…," said Ann. */
function isFollowedByAttribution(q: QuotationContext): boolean {
  if (!ENDS_SPEECH.has(lastUnit(q)) || laterVerb(q) === 0 || laterVerb(q) > 7) return false;
  const token = next(q);
  if (isVerb(q, token) || isIn(q, LIST.PERSON, token) || isIn(q, LIST.PRON, token)) return true;
  return reads(q, token, "the") || reads(q, token, "one") || isCapital(q, token);
}

/** Whether a capitalised word stands before that is no common sentence opener: a name. */
function nameBefore(q: QuotationContext): boolean {
  for (let place = 0; place < q.before.length; place++) {
    const token = q.before.at(place);
    if (isCapital(q, token) && !isIn(q, LIST.SENTENCE_OPENER, token)) return true;
  }
  return false;
}

/** Whether a source (official, report) is named before, by another word than one for what was said. */
function sourceBefore(q: QuotationContext): boolean {
  for (let place = 0; place < q.before.length; place++) {
    const token = q.before.at(place);
    if (isIn(q, LIST.SOURCE, token) && !isIn(q, LIST.SPEECH, token)) return true;
  }
  return false;
}

/** Whether the words stand in the clause that a verb of claiming or thinking opens. */
function isInClaimedClause(q: QuotationContext): boolean {
  const verb = claimOrThought(q);
  if (verb === 0) return false;
  for (let n = verb - 1; n >= 1; n--) {
    const token = previous(q, n);
    if (isIn(q, LIST.CLAUSE_END, token) || reads(q, token, ";")) return false;
    if (reads(q, token, ",") && isIn(q, LIST.CLAUSE_COMMA, previous(q, n - 1)) && n > 1)
      return false;
  }
  return true;
}

/** Distance of the verb before where it claims or thinks, or 0. */
function claimOrThought(q: QuotationContext): number {
  if (q.verbBefore === null) return 0;
  const isThought = isIn(q, LIST.THINK, previous(q, verbDistance(q)));
  return isKind(q, "CLAIM") || isThought ? verbDistance(q) : 0;
}

/** Whether an attribution with this label reports the words. */
const isReported = (q: QuotationContext, label: string): boolean =>
  q.attributions.some(({ attribution }) => attribution.label === label);

/** Whether an attribution's cue touches the opening mark. */
const cueTouches = (q: QuotationContext): boolean =>
  q.attributions.some(({ attribution }) => {
    const between = q.span.start - q.span.openWidth - attribution.cue.end;
    return between >= 0 && between <= 1;
  });

/** Whether the words are all that an attribution reports, but for the marks. */
const isAllReported = (q: QuotationContext): boolean =>
  q.attributions.some(({ span }) => span.end - span.start <= q.span.end - q.span.start + 4);

const isShort = (q: QuotationContext): boolean => q.words.length <= 3;

/** A: who says the words, and how closely the verb holds them. */
export const attributionRows: Rows = {
  A1: (q) => q.verbBefore === null && q.verbAfter === null,
  A2: (q) => q.verbBefore === null,
  A15: either(
    listed(before(), LIST.QUOTING_CUE, quotesBefore),
    listed(before(), LIST.AS, (q) => q.before.has(LIST.AS_SAID_CUE) && quotesBefore(q)),
    listed(after(), LIST.QUOTING_CUE, quotesAfter),
    listed(after(), LIST.AS, (q) => q.after.has(LIST.AS_SAID_CUE) && quotesAfter(q)),
  ),
  A16: listed(before(12), LIST.SPEECH),
  A17: listed(before(), LIST.SOURCE, sourceBefore),
  A18: (q) => q.verbInParagraph,
  A19: listed(before(), LIST.CAPITAL, nameBefore),
  A20: (q) => !q.before.has(LIST.PERSON) && !q.before.has(LIST.CAPITAL),
  A21: listed(before(), LIST.HE_SHE),
  A22: listed(before(), LIST.THEY),
  A23: listed(before(), LIST.I_WE),
};

/** A, where an attribution of the sentence reports other words. */
export const cueRows: Rows = {
  A28: () => true,
  A29: isShort,
};

/** A, where a reporting verb stands before the marks. */
export const verbBeforeRows: Rows = {
  A3: (q) => isKind(q, "SAY") && verbDistance(q) <= 3,
  A4: (q) => isKind(q, "SAY") && verbDistance(q) >= 4 && verbDistance(q) <= 10,
  A6: (q) => isKind(q, "ARGUE"),
  /** Critics described it as "x". */
  A7: (q) => isKind(q, "CALL"),
  A8: verbTouches,
  A9: thatFollowsVerb,
  A10: (q) => isCapital(q, subjectWord(q)),
  A11: (q) => isIn(q, LIST.SPEAKER_PRONOUN, subjectWord(q)),
  /** Claims whose frame is the doubt: residents believe the "upgrade" … */
  A24: (q) => q.words.length <= 3 && isInClaimedClause(q),
  /** is described as, was called. */
  A25: (q) =>
    isIn(q, LIST.COPULA, previous(q, verbDistance(q) + 1)) &&
    !["saying", "calling"].some((word) => reads(q, previous(q, verbDistance(q)), word)),
  /** said … “x”: the clause that a that opens before the marks. */
  A34: listed(before(8), LIST.THAT),
  A35: (q) => isKind(q, "CALL") && verbDistance(q) <= 4,
};

/** A, where one stands after them. */
export const verbAfterRows: Rows = {
  A12: (q) => laterVerb(q) >= 1 && laterVerb(q) <= 6,
  A14: isFollowedByAttribution,
};

/** A, where an attribution of the article (signals/attribution.ts) reports the words: by clause rather than by nearness. */
export const contentRows: Rows = {
  A26: () => true,
  A27: isShort,
  A30: (q) => isReported(q, "doubting"),
  A31: (q) => isReported(q, "insisting"),
  A32: cueTouches,
  A33: isAllReported,
};
