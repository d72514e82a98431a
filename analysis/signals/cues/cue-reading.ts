import type { LexiconEntry } from "../../codebook/codebook.ts";
import type { Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const ADVERB = new WordSet("adverb");
const ADVERB_HAVE = new WordSet("adverb", "have");
const ADVERB_NEGATION = new WordSet("adverb", "negation");
const ARTICLE_PREPOSITION_DETERMINER = new WordSet("article", "preposition", "determiner");
const BE = new WordSet("be");
const BEFORE_BASE_FORM = new WordSet("modal", "to", "do", "plural_subject");
const BE_HAVE_MODAL = new WordSet("be", "have", "modal");
const CATENATIVE = new WordSet("catenative");
const CLAUSE_SUBJECT = new WordSet("clause_subject");
const CLAUSE_SUBJECT_RELATIVE_QUANTIFIER = new WordSet("clause_subject", "relative", "quantifier");
const CLAUSE_SUBJECT_THAT = new WordSet("clause_subject", "that");
const CONJUNCTION_ADJUNCT = new WordSet("conjunction", "adjunct");
const DAY = new WordSet("day");
const DETERMINER = new WordSet("determiner");
const DETERMINER_CLAUSE_SUBJECT_HUMAN = new WordSet("determiner", "clause_subject", "human");
const DETERMINER_PREPOSITION = new WordSet("determiner", "preposition");
const FINITE_OR_THAT = new WordSet("be", "have", "modal", "that");
const HUMAN = new WordSet("human");
const INDEFINITE = new WordSet("indefinite");
const NOUN_LINK = new WordSet("noun_link");
const NOUN_VERB = new WordSet("noun_verb");
const POSSESSIVE = new WordSet("possessive");
const PREPOSITION = new WordSet("preposition");
const PRONOUN_RELATIVE = new WordSet("pronoun", "relative");
const QUANTIFIER = new WordSet("quantifier");
const RECIPIENT_WEEKDAY = new WordSet("recipient", "weekday");
const REPORT_NOUN = new WordSet("report_noun");
const TO = new WordSet("to");
const THAT_CLAUSE_SUBJECT = new WordSet("that", "clause_subject");

/**
 * What a cue takes, as the lexicon's column towards says (attribution-verbs.csv): speech: anything; clause: a clause or a
 * quotation; view: the same, or "as ..."; intent: the same, or "to ..."; object: any word; infinitive: "to ...".
 */
export const CUE_CLASSES = [
  "speech",
  "clause",
  "view",
  "intent",
  "object",
  "infinitive",
  "noun",
  "phrase",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/** How a cue stands in its sentence. */
export const READINGS = ["verb", "participle", "passive", "inverted", "noun", "phrase"] as const;
export type Reading = (typeof READINGS)[number];

/** A cue's place in its region: items from, up to but not to. */
export interface Cue {
  region: Region;
  entry: LexiconEntry;
  class: CueClass;
  from: number;
  to: number;
  /** Whether it stands in a headline, where capitals say nothing. */
  headline: boolean;
}

/** The label of verbs whose past form with "be" is mostly an adjective. */
const ATTITUDE = "attitude";
const SHORT_CLAUSE = 8;
const LONGEST_NAME = 6;

/** Whether a clause or a quotation begins at item k: "that", "whether", a pronoun, a mark, or a noun with a finite verb soon. */
export function beginsClause(region: Region, k: number): boolean {
  if (region.isQuote(k) || region.in(k, THAT_CLAUSE_SUBJECT)) return true;
  if (region.isMark(k, ":") || (region.isMark(k, ",") && region.isQuote(k + 1))) return true;
  if (!region.in(k, DETERMINER) && !region.isCapital(k)) return false;
  for (let i = k + 1; i < k + SHORT_CLAUSE && region.isWord(i); i++) {
    if (region.in(i, BE_HAVE_MODAL)) return true;
    if (region.in(i, CONJUNCTION_ADJUNCT)) return false;
  }
  return false;
}

/** Whether a noun phrase begins at item k. */
function beginsNoun(region: Region, k: number): boolean {
  return region.isCapital(k) || region.in(k, DETERMINER_CLAUSE_SUBJECT_HUMAN);
}

/** The form that a cue's verb has here. */
type Form = "base" | "present" | "past" | "ing";

function formOf({ region, from, entry }: Cue): Form {
  if (region.isFirstOf(from, entry.term)) return "base";
  if (region.endsWith(from, "ing")) return "ing";
  return region.endsWith(from, "s") ? "present" : "past";
}

/** How a match of the attribution lexicon stands in its sentence, or null where it attributes nothing. */
export function readCue(cue: Cue): Reading | null {
  if (cue.class === "phrase") return "phrase";
  if (cue.class === "noun") return readNoun(cue);
  const { region, from, to } = cue;
  const form = formOf(cue);
  if (isPossessive(region, from) && !region.in(from, BE)) return null;
  if (form === "past" && isModifier(cue)) return null;
  if (form !== "past" && followsNounMarker(cue, form)) {
    if (form !== "ing" || !beginsClause(region, to)) return readNoun(cue);
  }
  if (form !== "past" && region.in(from, NOUN_VERB) && !standsAsVerb(cue, form)) return null;
  if (form !== "ing" && isInverted(cue)) return "inverted";
  if (!hasComplement(cue)) return null;
  if (form === "ing") return "participle";
  return form === "past" && isPassive(cue) ? "passive" : "verb";
}

/** Whether a past form is a passive: "was told", but not "was worried about", nor "he's told". */
function isPassive({ region, from, to, entry }: Cue): boolean {
  const auxiliary = region.skip(from - 1, -1, ADVERB);
  if (!region.in(auxiliary, BE) || region.endsWith(auxiliary, "'s")) return false;
  return entry.label !== ATTITUDE || region.is(to, "by") || region.is(to, "as");
}

/** Whether a past form modifies a noun ("the stated aim", "of alleged thieves"). */
function isModifier({ region, from, class: kind }: Cue): boolean {
  if (region.in(from - 1, CLAUSE_SUBJECT_RELATIVE_QUANTIFIER)) return false;
  if (region.in(from - 1, ARTICLE_PREPOSITION_DETERMINER)) return true;
  return kind === "object" && followsIndefinite(region, from);
}

/** Whether a past form follows "a ..." and a thing, which it describes: "a firm called Ostrea", "a video posted on Sunday". */
function followsIndefinite(region: Region, from: number): boolean {
  if (region.in(from - 1, HUMAN) || region.isCapital(from - 1)) return false;
  for (let k = from - 2; k >= from - 3 && region.isWord(k + 1); k--) {
    if (region.in(k, INDEFINITE)) return true;
  }
  return false;
}

/** Whether what stands before an item makes it a noun: a determiner, a possessive or a preposition. */
function followsNounMarker({ region, from, to }: Cue, form: Form): boolean {
  const before = from - 1;
  if (form === "base" && region.in(before, TO)) {
    return catenativeBefore(region, from) < 0 && !beginsClause(region, to);
  }
  if (region.in(before, QUANTIFIER)) return false;
  if (region.in(before, CLAUSE_SUBJECT_THAT)) return region.in(before, PREPOSITION);
  if (region.in(before, DETERMINER_PREPOSITION)) return true;
  return isPossessive(region, before) && !region.in(before, BE);
}

/** The item of a verb before "to" and a cue, which forms one with it ("went on to say", "tried to explain"), or -1. */
export function catenativeBefore(region: Region, from: number): number {
  if (!region.in(from - 1, TO)) return -1;
  const before = region.skip(from - 2, -1);
  const verb = region.is(before, "on") ? before - 1 : before;
  return region.in(verb, CATENATIVE) ? verb : -1;
}

/** Whether an item ends in an apostrophe and s, or is the apostrophe after an s. */
function isPossessive(region: Region, k: number): boolean {
  if (region.endsWith(k, "'s")) return true;
  return (region.isMark(k, "'") || region.isMark(k, "’")) && region.endsWith(k - 1, "s");
}

/**
 * Whether a present form that can be a noun too ("states", "call") is a verb here: in lower case, or in a headline, after
 * a subject of its number; a base form also after to or a modal.
 */
function standsAsVerb({ region, from, headline }: Cue, form: Form): boolean {
  if (region.isCapital(from) && !headline && !region.isTitle()) return false;
  const before = region.skip(from - 1, -1, ADVERB_NEGATION);
  const plural = isPlural(region, before);
  if (form === "base") return plural || region.in(before, BEFORE_BASE_FORM);
  if (region.isCapital(before) && !isPossessive(region, before)) return true;
  return region.in(before, PRONOUN_RELATIVE) || (!plural && region.in(before, HUMAN));
}

/** Whether an item ends in one s after another letter. */
function isPlural(region: Region, k: number): boolean {
  return region.endsWith(k, "s") && !region.endsWith(k, "ss") && !region.is(k, "s");
}

/** Whether what follows a verb (or stands before its subject) is what its class takes. */
function hasComplement(cue: Cue): boolean {
  const { region, to } = cue;
  switch (cue.class) {
    case "clause":
      return takesClause(cue);
    case "intent":
      return takesClause(cue) || region.in(to, TO);
    case "view":
      return takesClause(cue) || namesRole(region, to);
    case "object":
      return region.isWord(to) || region.isQuote(to);
    case "infinitive":
      return region.is(to, "to") || region.is(to, "comment");
    default:
      return cue.entry.term !== "add" || !region.words.isNumber(region.firstToken(to));
  }
}

/** Whether "as" stands a few words after a verb ("sees her as a rival", "was cast as a villain"). */
function namesRole(region: Region, to: number): boolean {
  for (let k = to; k < to + SHORT_CLAUSE && region.isWord(k); k++) {
    if (region.is(k, "as")) return true;
  }
  return false;
}

/**
 * Whether the source stands after the cue: `"...", said Ana`, `..., said Ana.` After a comma the source must be all that
 * comes up to the next mark: else the comma closes an apposition ("Ana, a cook, said the soup was cold").
 */
function isInverted({ region, from, to, class: kind }: Cue): boolean {
  if ((kind !== "speech" && kind !== "clause") || !beginsNoun(region, to)) return false;
  if (region.in(to, DAY)) return false;
  if (region.isQuote(from - 1)) return true;
  if (!region.isMark(from - 1, ",") || region.in(to, CLAUSE_SUBJECT)) return false;
  let longest = LONGEST_NAME;
  for (let k = to; k < to + longest; k++) {
    if (!region.isWord(k)) return true;
    if (region.in(k, HUMAN)) longest = 2 * LONGEST_NAME;
    if (region.in(k, FINITE_OR_THAT)) return false;
  }
  return false;
}

/** Whether a verb that reports only with a clause ("found that") has one, after it or before; a survey or a study always does. */
function takesClause({ region, from, to }: Cue): boolean {
  const next = region.skip(to, 1, RECIPIENT_WEEKDAY);
  if (beginsClause(region, next) || endsQuoted(region, from)) return true;
  if (closesSentence(region, from, to)) return true;
  return region.isWord(to) && followsReport(region, region.skip(from - 1, -1, ADVERB_HAVE));
}

/** Whether a report stands as the subject that ends at item k: "a poll of growers released on Monday". */
function followsReport(region: Region, k: number): boolean {
  for (let i = k; i > k - SHORT_CLAUSE && region.isWord(i); i--) {
    if (region.in(i, REPORT_NOUN)) return true;
    if (region.in(i, CLAUSE_SUBJECT_RELATIVE_QUANTIFIER)) return false;
  }
  return false;
}

/** Whether a cue ends its sentence after words set off by a comma: "The road is closed, the Herald reported." */
function closesSentence(region: Region, from: number, to: number): boolean {
  if (region.isWord(to)) return false;
  for (let k = from - 1; k > from - SHORT_CLAUSE && region.isWord(k); k--) {
    if (region.isMark(k - 1, ",")) return true;
  }
  return false;
}

/** Whether a quotation or a comma stands before the subject of a cue ("...", she wrote). */
function endsQuoted(region: Region, from: number): boolean {
  for (let k = from - 1; k >= 0 && k > from - SHORT_CLAUSE; k--) {
    if (region.isQuote(k)) return true;
    if (!region.isWord(k)) return false;
  }
  return false;
}

/** A noun is a cue with its content after it ("claim that"), or with whose it is ("Ana's criticism of"). */
function readNoun({ region, from, to, class: kind }: Cue): Reading | null {
  if (kind !== "noun" && kind !== "speech") return null;
  if (region.is(to, "that") || region.isMark(to, ":")) return "noun";
  if (!region.in(to, NOUN_LINK)) return null;
  const owned =
    region.in(from - 1, POSSESSIVE) ||
    isPossessive(region, from - 1) ||
    isPossessive(region, from - 2);
  return owned ? "noun" : null;
}
