import { no, type Verdict, yes } from "./verdict.ts";
import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const ARTICLE = new WordSet("article");
const BE_HAVE = new WordSet("be", "have");
const BE = new WordSet("be");
const CLAUSE_OPENER = new WordSet("conjunction", "relative");
const DEGREE_BEFORE = new WordSet("degree_before");
const DETERMINER_POSSESSIVE = new WordSet("determiner", "possessive");
const HAVE = new WordSet("have");
const HAVE_ADVERB = new WordSet("have", "adverb", "frequency");
const HUMAN = new WordSet("human");
const NOUN_ENDS = new WordSet("preposition", "conjunction", "be", "have", "modal");
const KNOWN = new WordSet("known_group");
const NEGATION = new WordSet("negation");
const OTHER = new WordSet("other");
const OPINION = new WordSet("opinion");
const OPINION_LINK = new WordSet("opinion_link");
const OPINION_MODAL = new WordSet("opinion", "modal");
const PLURAL = new WordSet("plural_noun");
const PREDICATE = new WordSet("be", "do", "modal");
const PREPOSITION = new WordSet("preposition");
const RELATIVE = new WordSet("relative");
const SOURCE_END = new WordSet("be", "conjunction", "determiner");
const SPAN_BEFORE = new WordSet("span_before");
const SPEECH_BEFORE_ABOUT = new WordSet("speech_before_about");

/** How many words may stand between a group without a name and its verb of opinion ("critics of the plan say"). */
const GROUP_REACH = 6;
/** How many words after a vague quantity its noun is looked for. */
const NOUN_REACH = 5;

/** roughly, close to, as many as: only before a number, or "a dozen" and the like. */
export function beforeNumber(words: Words, _from: number, to: number): Verdict {
  const counted = words.isNumber(words.in(to, ARTICLE) ? to + 1 : to);
  return counted ? yes("before_number") : no("not_before_number");
}

/** about, around: the same, but not what somebody talks or worries about ("spoke about two things"). */
export function about(words: Words, from: number, to: number): Verdict {
  return words.in(from - 1, SPEECH_BEFORE_ABOUT)
    ? no("not_before_number")
    : beforeNumber(words, from, to);
}

/** or so: only after a number, or the noun that it counts ("a year or so"). */
export function afterNumber(words: Words, from: number): Verdict {
  const counts =
    words.isNumber(from - 1) || words.isNumber(from - 2) || words.in(from - 2, ARTICLE);
  return counts ? yes("after_number") : no("not_after_number");
}

/** estimated: before a number; elsewhere a report. */
export function estimated(words: Words, from: number, to: number): Verdict {
  return words.isNumber(to) || words.is(from - 1, "an")
    ? yes("before_number")
    : no("plain_estimate");
}

/**
 * some, many, several, most: people who think or say so and have no name ("many doubt", a weasel source), else a number
 * left open ("several boats", an approximator); not a question ("how many") or a known group ("the many").
 */
export function vague(words: Words, from: number, to: number): Verdict {
  if (words.is(from, "some") && words.isNumber(to)) return yes("before_number");
  if (isDetermined(words, from) || isPlain(words, from, to)) return no("plain_quantity");
  if (words.in(to, OPINION_MODAL)) return yes("vague_source", "weasel_source");
  const agent = words.is(from - 1, "by") && words.in(from - 2, OPINION);
  if (agent && !words.is(to, "of") && words.in(to, OPINION_LINK))
    return yes("vague_source", "weasel_source");
  if (words.in(to, HAVE)) return vaguePerfect(words, to);
  const partitive = words.is(to, "of");
  const noun = partitive ? words.skip(to + 1, 1, DETERMINER_POSSESSIVE) : to;
  return vagueNoun(words, from, noun, partitive);
}

/**
 * After a determiner or a possessive ("the town's many"), in a question, a comparison or a rank ("how many", "at most",
 * "the 46th most"). "That" and "what" open a clause ("said that many left", "what some call").
 */
function isDetermined(words: Words, from: number): boolean {
  const before = from - 1;
  if (words.in(before, RELATIVE) || words.is(before, "what")) return words.in(from - 2, NEGATION);
  if (words.in(before, DETERMINER_POSSESSIVE) || words.endsWith(before, "'s")) return true;
  if (words.in(before, SPAN_BEFORE)) return words.in(from - 2, DETERMINER_POSSESSIVE);
  if (words.is(from, "many")) return words.in(before, DEGREE_BEFORE) && !words.is(from - 2, "well");
  if (!words.is(from, "most")) return false;
  const ranked = words.isNumber(before) && !words.in(from - 2, PREPOSITION);
  return ranked || words.is(before, "at");
}

/** "Most recently", "was most worried", "some time". */
function isPlain(words: Words, from: number, to: number): boolean {
  if (words.is(from, "most")) {
    return words.isAdverb(to) || words.is(to, "recent") || words.in(from - 1, BE);
  }
  return words.is(from, "some") && SOME_TIME.some((word) => words.is(to, word));
}

/** Singular nouns that "some" makes an adverb of time. */
const SOME_TIME = ["time", "day", "point", "stage"] as const;

/** "Some have argued" has a source without a name, "many have been closed" a number left open; "many have dogs" neither. */
function vaguePerfect(words: Words, have: number): Verdict {
  if (words.in(words.skip(have + 1, 1, BE_HAVE), OPINION))
    return yes("vague_source", "weasel_source");
  return words.is(have + 1, "been") ? yes("vague_quantity") : no("plain_quantity");
}

function vagueNoun(words: Words, from: number, noun: number, partitive: boolean): Verdict {
  for (let i = noun; i <= noun + NOUN_REACH && words.isWord(i); i++) {
    if (words.in(i, HUMAN) && saysSo(words, from, i)) return yes("vague_source", "weasel_source");
    if (isPlural(words, i)) return yes("vague_quantity");
    if (words.in(i, NOUN_ENDS)) break;
  }
  return partitive || standsAlone(words, from, noun) ? yes("vague_quantity") : no("plain_quantity");
}

/** "Many left", "several": a quantity without its noun; "some" and "most" only as subjects ("while some left early"). */
function standsAlone(words: Words, from: number, next: number): boolean {
  if (words.is(from, "many") || words.is(from, "several")) return true;
  const subject = !words.isWord(from - 1) || words.in(from - 1, CLAUSE_OPENER);
  if (!subject) return false;
  if (words.in(next, PREDICATE)) return true;
  if (!words.is(from, "some")) return false;
  if (words.endsWith(next, "ing")) return words.mark(from - 1) !== "";
  return words.isAdverb(next) || words.in(next, HAVE_ADVERB) || words.endsWith(next, "ed");
}

/** Whether people at token i think or say something, or something is said by them ("was praised by many fans"). */
function saysSo(words: Words, from: number, i: number): boolean {
  if (words.in(words.skip(i + 1, 1, HAVE_ADVERB), OPINION)) return true;
  if (words.is(from - 1, "by")) return words.in(from - 2, OPINION);
  return words.is(from - 1, "to") && words.is(from - 2, "according");
}

function isPlural(words: Words, i: number): boolean {
  if (words.in(i, PLURAL)) return true;
  return words.endsAsPlural(i) && words.length(i) > 3 && !words.in(i, BE_HAVE);
}

/** critics, experts and other groups without a name: where they are said to think or say something, or to have been asked. */
export function group(words: Words, from: number, to: number): Verdict {
  if (words.in(from - 1, KNOWN) || words.isNumber(from - 1)) return no("known_group");
  if (words.isCapital(to)) return no("known_group");
  const before = words.in(from - 1, OTHER) ? from - 2 : from - 1;
  if (words.is(before, "by") && words.in(before - 1, OPINION)) return yes("unnamed_group");
  if (words.in(words.skip(to, 1, HAVE_ADVERB), OPINION)) return yes("unnamed_group");
  if (!words.is(to, "of")) return no("known_group");
  for (let i = to + 1; i <= to + GROUP_REACH && words.isWord(i); i++) {
    if (words.in(i, OPINION)) return yes("unnamed_group");
    if (i > to + 1 && words.in(i, SOURCE_END)) break;
  }
  return no("known_group");
}
