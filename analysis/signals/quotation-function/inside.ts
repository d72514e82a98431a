import { FOLD } from "../../text/fold.ts";
import { LETTER, UNIT_CLASS } from "../../text/unit-classes.ts";
import type { QuotationContext } from "./context.ts";
import {
  endsIn,
  firstWord,
  isContent,
  isIn,
  isWord,
  lastMark,
  lastWord,
  standsOut,
} from "./readings.ts";
import type { Rows } from "./row.ts";
import { LIST } from "./word-lists.ts";

const HYPHEN = 0x2d;
const MARKS = new Set([",", ";", ":", ".", "?", "!", "—", "–"].map((mark) => mark.charCodeAt(0)));

/** Whether a mark followed by a space stands inside: clauses have those, names and terms don't. */
function hasInnerMark(q: QuotationContext): boolean {
  const last = lastWord(q);
  for (let token = firstWord(q) + 1; token < last; token++) {
    if (isWord(q, token) || !MARKS.has(q.text.charCodeAt(q.tokens.starts[token] ?? 0))) continue;
    if ((q.tokens.starts[token + 1] ?? 0) > (q.tokens.ends[token] ?? 0)) return true;
  }
  return false;
}

/** Whether a test holds for a word inside. */
function anyWord(q: QuotationContext, test: (word: number) => boolean): boolean {
  for (let i = 0; i < q.words.length; i++) if (test(q.words.at(i))) return true;
  return false;
}

/** Whether a word inside has a hyphen. */
function hasHyphen(q: QuotationContext): boolean {
  if (q.words.length === 0) return false;
  return anyWord(q, (word) => {
    const end = q.tokens.ends[word] ?? 0;
    for (let i = q.tokens.starts[word] ?? 0; i < end; i++)
      if (FOLD[q.text.charCodeAt(i)] === HYPHEN) return true;
    return false;
  });
}

/** Whether the words look like a name or a title: two or more that carry meaning, all with a capital. */
export const looksLikeTitle = (q: QuotationContext): boolean => q.content >= 2 && allCapital(q);

/** Whether every word that carries meaning has a capital or digit. */
export const allCapital = (q: QuotationContext): boolean => q.capital === q.content;

/** I: what stands between the marks. */
export const insideRows: Rows = {
  /** A piece out of somebody's sentence, or a word of the outlet's own. */
  I1: firstLetterIsLower,
  /** A sentence of its own. */
  I2: (q) =>
    standsOut(q, firstWord(q)) &&
    q.words.length >= 4 &&
    !(allCapital(q) && !q.words.has(LIST.FINITE)),
  /** Title case. */
  I3: looksLikeTitle,
  I5: (q) => lastMark(q) === ",",
  I6: (q) => lastMark(q) === ".",
  I7: hasInnerMark,
  /** A verb: a clause. */
  I8: (q) => q.words.length >= 3 && q.words.has(LIST.FINITE),
  /** A clause that opens with its subject. */
  I9: (q) =>
    q.words.length >= 2 &&
    (isIn(q, LIST.PRON, firstWord(q)) || (q.words.has(LIST.FINITE) && q.words.has(LIST.PRON12))),
  /** Somebody speaks of himself or to somebody. */
  I10: (q) => q.words.has(LIST.PRON12),
  I11: (q) =>
    q.words.length >= 2 &&
    isIn(q, LIST.FUNC, firstWord(q)) &&
    !isIn(q, LIST.ARTICLE, firstWord(q)) &&
    !isIn(q, LIST.PRON, firstWord(q)),
};

/** The same of up to six words: the others say nothing, or hold too seldom. */
export const shortRows: Rows = {
  /** A name of one or two words. */
  I4: (q) =>
    q.words.length <= 2 &&
    q.before.length > 0 &&
    anyWord(q, (word) => isContent(q, word) && standsOut(q, word)),
  I12: hasHyphen,
  /** Praise in marks is praise withheld. */
  I13: (q) => q.words.length <= 4 && q.words.has(LIST.EVPOS),
  /** Blame in marks is mostly somebody's judgment, reported. */
  I14: (q) => q.words.has(LIST.EVNEG),
  /** The "experts", the "activists": a standing that is disputed. */
  I15: (q) => q.words.length <= 3 && isIn(q, LIST.ROLE, lastWord(q)),
  /** "science", "news": knowledge that is disputed. */
  I16: (q) => q.words.length <= 2 && q.words.has(LIST.KNOW),
  /** "helping", "fixed": an act that is disputed. */
  I17: (q) => q.words.length <= 2 && q.words.has(LIST.ACTION),
  /** A word of the other side in a dispute over values. */
  I18: (q) =>
    q.words.length <= 3 &&
    (q.words.has(LIST.CULTURE) || anyWord(q, (word) => endsIn(q, word, "phobia"))),
  /** An office that is not recognised: the rebels' "ministry". */
  I19: (q) =>
    q.words.length <= 3 &&
    q.words.has(LIST.OFFICE) &&
    (q.before.has(LIST.BREAKAWAY) || q.after.has(LIST.BREAKAWAY)),
  /** Policies have names. */
  I20: (q) => q.words.length >= 2 && q.words.length <= 4 && isIn(q, LIST.POLICY, lastWord(q)),
  /** A pronoun alone is a word spoken of. */
  I21: (q) => q.words.length === 1 && q.words.has(LIST.PRONWORD),
  I22: (q) => q.words.length === 1 && q.words.has(LIST.YES_NO),
  I23: (q) => q.suffix === "ed",
  I24: (q) => q.suffix === "ing",
  I25: (q) => q.suffix === "adjective",
  I26: (q) => q.suffix === "plural",
  I27: (q) =>
    q.words.length >= 2 && q.words.length <= 3 && standsOut(q, firstWord(q)) && !allCapital(q),
  /** "The Squad": an article and a name. */
  I28: (q) =>
    q.words.length >= 2 &&
    q.words.length <= 5 &&
    isIn(q, LIST.ARTICLE, firstWord(q)) &&
    standsOut(q, firstWord(q)) &&
    allCapital(q),
  /** Capitals amid small words. */
  I29: (q) => q.words.length >= 2 && q.words.length <= 6 && q.capital > 0 && !allCapital(q),
  I30: (q) => q.words.length === 1 && q.capital === 1 && standsOut(q, firstWord(q)),
  I31: (q) => q.suffix === "abstract",
  I32: (q) => q.suffix === "ly",
};

/** Whether the first letter between the marks is lower-case. */
function firstLetterIsLower(q: QuotationContext): boolean {
  for (let i = 0; i < q.words.length; i++) {
    const unit = q.text.charCodeAt(q.tokens.starts[q.words.at(i)] ?? 0);
    if (UNIT_CLASS[unit] === LETTER) return FOLD[unit] === unit;
  }
  return false;
}
