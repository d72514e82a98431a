import { FOLD } from "../../text/fold.ts";
import { LETTER, UNIT_CLASS } from "../../text/unit-classes.ts";
import type { QuotationContext } from "./context.ts";
import {
  endsIn,
  firstWord,
  isContent,
  isIn,
  isWord,
  lastUnit,
  lastWord,
  standsOut,
} from "./readings.ts";
import { either, INSIDE, listed, type Place, type Rows } from "./row.ts";
import { LIST } from "./word-lists.ts";

const HYPHEN = 0x2d;
const COMMA = 0x2c;
const POINT = 0x2e;
/** The first word between the marks. */
const FIRST: Place = { run: "words", n: 1 };
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
  I5: (q) => lastUnit(q) === COMMA,
  I6: (q) => lastUnit(q) === POINT,
  I7: hasInnerMark,
  /** A verb: a clause. */
  I8: listed(INSIDE, LIST.FINITE, (q) => q.words.length >= 3),
  /** A clause that opens with its subject. */
  I9: either(
    listed(FIRST, LIST.PRON, (q) => q.words.length >= 2),
    listed(INSIDE, LIST.PRON12, (q) => q.words.length >= 2 && q.words.has(LIST.FINITE)),
  ),
  /** Somebody speaks of himself or to somebody. */
  I10: listed(INSIDE, LIST.PRON12),
  I11: listed(
    FIRST,
    LIST.FUNC,
    (q) =>
      q.words.length >= 2 &&
      !isIn(q, LIST.ARTICLE, firstWord(q)) &&
      !isIn(q, LIST.PRON, firstWord(q)),
  ),
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
  I13: listed(INSIDE, LIST.EVPOS, (q) => q.words.length <= 4),
  /** Blame in marks is mostly somebody's judgment, reported. */
  I14: listed(INSIDE, LIST.EVNEG),
  /** The "experts", the "activists": a standing that is disputed. */
  I15: listed(INSIDE, LIST.ROLE, (q) => q.words.length <= 3 && isIn(q, LIST.ROLE, lastWord(q))),
  /** "science", "news": knowledge that is disputed. */
  I16: listed(INSIDE, LIST.KNOW, (q) => q.words.length <= 2),
  /** "helping", "fixed": an act that is disputed. */
  I17: listed(INSIDE, LIST.ACTION, (q) => q.words.length <= 2),
  /** A word of the other side in a dispute over values. */
  I18: (q) =>
    q.words.length <= 3 &&
    (q.words.has(LIST.CULTURE) || anyWord(q, (word) => endsIn(q, word, "phobia"))),
  /** An office that is not recognised: the rebels' "ministry". */
  I19: listed(
    INSIDE,
    LIST.OFFICE,
    (q) => q.words.length <= 3 && (q.before.has(LIST.BREAKAWAY) || q.after.has(LIST.BREAKAWAY)),
  ),
  /** Policies have names. */
  I20: listed(
    INSIDE,
    LIST.POLICY,
    (q) => q.words.length >= 2 && q.words.length <= 4 && isIn(q, LIST.POLICY, lastWord(q)),
  ),
  /** A pronoun alone is a word spoken of. */
  I21: listed(INSIDE, LIST.PRONWORD, (q) => q.words.length === 1),
  I22: listed(INSIDE, LIST.YES_NO, (q) => q.words.length === 1),
  I23: (q) => q.suffix === "ed",
  I24: (q) => q.suffix === "ing",
  I25: (q) => q.suffix === "adjective",
  I26: (q) => q.suffix === "plural",
  I27: (q) =>
    q.words.length >= 2 && q.words.length <= 3 && standsOut(q, firstWord(q)) && !allCapital(q),
  /** "The Squad": an article and a name. */
  I28: listed(
    FIRST,
    LIST.ARTICLE,
    (q) =>
      q.words.length >= 2 && q.words.length <= 5 && standsOut(q, firstWord(q)) && allCapital(q),
  ),
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
