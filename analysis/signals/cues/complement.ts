import type { Cue } from "./cue-reading.ts";
import type { Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const ADVERB_HAVE = new WordSet("adverb", "have");
const BE_HAVE_MODAL = new WordSet("be", "have", "modal");
const CONJUNCTION_ADJUNCT = new WordSet("conjunction", "adjunct");
const DETERMINER = new WordSet("determiner");
const NOUN_VERB = new WordSet("noun_verb");
const PREPOSITION = new WordSet("preposition");
const RECIPIENT_WEEKDAY = new WordSet("recipient", "weekday");
const RELATIVE = new WordSet("relative");
const REPORT_NOUN = new WordSet("report_noun");
const SUBJECT_PRONOUN = new WordSet("subject_pronoun");
const TO = new WordSet("to");
const THAT_CLAUSE_SUBJECT = new WordSet("that", "clause_subject");

/** How far a clause or a role is looked for, in items. */
const SHORT_CLAUSE = 8;
const LONGEST_ACTOR = 6;

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

/** Whether what follows a verb (or stands before its subject) is what its class takes. */
export function hasComplement(cue: Cue): boolean {
  const { region, to } = cue;
  switch (cue.class) {
    case "clause":
      return takesClause(cue);
    case "intent":
      return takesClause(cue) || namesAim(region, to);
    case "view":
      return takesClause(cue) || namesRole(region, to);
    case "object":
      return region.isWord(to) || region.isQuote(to) || !region.in(cue.from, NOUN_VERB);
    case "infinitive":
      return region.is(to, "to") || region.is(to, "comment");
    default:
      return cue.entry.term !== "add" || !region.words.isNumber(region.firstToken(to));
  }
}

/** Whether "as" stands a few words after a verb ("sees her as a rival", "was cast as a villain"). */
export function namesRole(region: Region, to: number): boolean {
  for (let k = to; k < to + SHORT_CLAUSE && (region.isWord(k) || region.isAbbreviation(k)); k++) {
    if (region.is(k, "as")) return !region.is(k + 1, "well");
  }
  return false;
}

/** Whether "to" follows a verb, with no more than who is to do it between ("expected her to resign"). */
function namesAim(region: Region, to: number): boolean {
  for (let k = to; k < to + LONGEST_ACTOR && (region.isWord(k) || region.isAbbreviation(k)); k++) {
    if (region.in(k, TO)) return true;
    if (region.in(k, PREPOSITION)) return false;
  }
  return false;
}

/** Whether a verb that reports only with a clause ("found that") has one, after it or before; a survey or a study always does. */
function takesClause(cue: Cue): boolean {
  const { region, from, to } = cue;
  const next = region.skip(to, 1, RECIPIENT_WEEKDAY);
  if (beginsClause(region, next) || endsQuoted(region, from)) return true;
  if (closesSentence(region, from, to) || hasGap(cue)) return true;
  return region.isWord(to) && followsReport(region, region.skip(from - 1, -1, ADVERB_HAVE));
}

/** Whether the verb of a clause follows whose subject stands before: "the toll, which she believes will fall". */
function hasGap({ region, from, to }: Cue): boolean {
  if (!region.in(to, BE_HAVE_MODAL)) return false;
  for (let k = from - 1; k > from - SHORT_CLAUSE && region.isWord(k); k--) {
    if (region.in(k, RELATIVE)) return k < from - 1;
  }
  return false;
}

/** Whether a report stands as the subject that ends at item k: "a poll of growers released on Monday". */
function followsReport(region: Region, k: number): boolean {
  for (let i = k; i > k - SHORT_CLAUSE && region.isWord(i); i--) {
    if (region.in(i, REPORT_NOUN)) return true;
    if (region.in(i, SUBJECT_PRONOUN)) return false;
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
