import type { QuotationContext } from "./context.ts";
import {
  contentWords,
  endsIn,
  firstWord,
  hasWord,
  isContent,
  isIn,
  lastMark,
  lastWord,
  standsOut,
} from "./readings.ts";
import type { Rows } from "./row.ts";

/** Whether a mark followed by a space stands inside: clauses have those, names and terms don't. */
function hasInnerMark(q: QuotationContext): boolean {
  const last = q.words.at(-1) ?? -1;
  for (let token = q.words[0] ?? 0; token < last; token++) {
    const end = q.tokens.ends[token] ?? 0;
    if (",;:.?!—–".includes(q.text.charAt(end - 1)) && /\s/.test(q.text.charAt(end))) return true;
  }
  return false;
}

/** Whether the words look like a name or a title: two or more that carry meaning, all with a capital. */
export function isTitleCase(q: QuotationContext): boolean {
  const { all, capital } = contentWords(q);
  return all >= 2 && capital === all;
}

const LONGEST_WITH_SUFFIX = 3;
const ADJECTIVES = "ous ful able ible ive less ic ish ent ant al ary".split(" ");
const ABSTRACT = "tion sion ism ment ness ity ance ence cy".split(" ");

type Suffix = "ly" | "ed" | "ing" | "adjective" | "abstract" | "plural" | null;

/** What the ending of the last word of up to three says it is; the first match wins. */
function suffix(q: QuotationContext): Suffix {
  if (q.words.length > LONGEST_WITH_SUFFIX) return null;
  const word = lastWord(q);
  const ends = (ending: string) => endsIn(q, word, ending);
  if (ends("ly")) return "ly";
  if (ends("ing")) return "ing";
  if (ends("ed")) return "ed";
  if (ADJECTIVES.some(ends)) return "adjective";
  if (ABSTRACT.some(ends)) return "abstract";
  const length = (q.tokens.ends[word] ?? 0) - (q.tokens.starts[word] ?? 0);
  return length > 3 && ends("s") && !ends("ss") ? "plural" : null;
}

/** I: what stands between the marks. */
export const insideRows: Rows = {
  /** A piece out of somebody's sentence, or a word of the outlet's own. */
  I1: (q) => firstLetterIsLower(q),
  /** A sentence of its own. */
  I2: (q) =>
    standsOut(q, firstWord(q)) && q.words.length >= 4 && !(allCapital(q) && !hasWord(q, "FINITE")),
  /** Title case. */
  I3: (q) => isTitleCase(q),
  /** A name of one or two words. */
  I4: (q) =>
    q.words.length <= 2 &&
    q.before.length > 0 &&
    q.words.some((word) => isContent(q, word) && standsOut(q, word)),
  I5: (q) => lastMark(q) === ",",
  I6: (q) => lastMark(q) === ".",
  I7: (q) => hasInnerMark(q),
  /** A verb: a clause. */
  I8: (q) => q.words.length >= 3 && hasWord(q, "FINITE"),
  /** A clause that opens with its subject. */
  I9: (q) =>
    q.words.length >= 2 &&
    (isIn(q, "PRON", firstWord(q)) || (hasWord(q, "FINITE") && hasWord(q, "PRON12"))),
  /** Somebody speaks of himself or to somebody. */
  I10: (q) => hasWord(q, "PRON12"),
  I11: (q) =>
    q.words.length >= 2 &&
    isIn(q, "FUNC", firstWord(q)) &&
    !isIn(q, "ARTICLE", firstWord(q)) &&
    !isIn(q, "PRON", firstWord(q)),
  I12: (q) =>
    q.words.some((word) => q.text.slice(q.tokens.starts[word], q.tokens.ends[word]).includes("-")),
  /** Praise in marks is praise withheld. */
  I13: (q) => q.words.length <= 4 && hasWord(q, "EVPOS"),
  /** Blame in marks is mostly somebody's judgment, reported. */
  I14: (q) => q.words.length <= 6 && hasWord(q, "EVNEG"),
  /** The "experts", the "activists": a standing that is disputed. */
  I15: (q) => q.words.length <= 3 && isIn(q, "ROLE", lastWord(q)),
  /** "science", "news": knowledge that is disputed. */
  I16: (q) => q.words.length <= 2 && hasWord(q, "KNOW"),
  /** "helping", "fixed": an act that is disputed. */
  I17: (q) => q.words.length <= 2 && hasWord(q, "ACTION"),
  /** A word of the other side in a dispute over values. */
  I18: (q) =>
    q.words.length <= 3 &&
    (hasWord(q, "CULTURE") || q.words.some((word) => endsIn(q, word, "phobia"))),
  /** An office that is not recognised: the rebels' "ministry". */
  I19: (q) =>
    q.words.length <= 3 &&
    hasWord(q, "OFFICE") &&
    [...q.before, ...q.after].some((token) => isIn(q, "BREAKAWAY", token)),
  /** Policies have names. */
  I20: (q) => q.words.length >= 2 && q.words.length <= 4 && isIn(q, "POLICY", lastWord(q)),
  /** A pronoun alone is a word spoken of. */
  I21: (q) => q.words.length === 1 && hasWord(q, "PRONWORD"),
  I22: (q) => q.words.length === 1 && hasWord(q, "YES_NO"),
  I23: (q) => suffix(q) === "ed",
  I24: (q) => suffix(q) === "ing",
  I25: (q) => suffix(q) === "adjective",
  I26: (q) => suffix(q) === "plural",
  I27: (q) =>
    q.words.length >= 2 && q.words.length <= 3 && standsOut(q, firstWord(q)) && !allCapital(q),
};

/** Whether every word that carries meaning has a capital or digit. */
function allCapital(q: QuotationContext): boolean {
  const { all, capital } = contentWords(q);
  return capital === all;
}

/** Whether the first letter between the marks is lower-case. */
function firstLetterIsLower(q: QuotationContext): boolean {
  for (const word of q.words) {
    const letter = q.text.charAt(q.tokens.starts[word] ?? 0);
    if (letter.toLowerCase() !== letter.toUpperCase()) return letter === letter.toLowerCase();
  }
  return false;
}
