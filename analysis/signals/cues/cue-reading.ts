import type { LexiconEntry } from "../../codebook/codebook.ts";
import { beginsClause, hasComplement, namesRole } from "./complement.ts";
import { readNoun } from "./noun-reading.ts";
import type { Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const ADVERB = new WordSet("adverb");
const ADVERB_NEGATION = new WordSet("adverb", "negation");
const BEFORE_NOUN = new WordSet("article", "preposition", "determiner", "before_gerund");
const BASE_AS_PAST = new WordSet("base_as_past");
const BE = new WordSet("be");
const BEFORE_BASE_FORM = new WordSet("modal", "to", "do", "plural_subject");
const BEFORE_GERUND = new WordSet("before_gerund", "while");
const CATENATIVE = new WordSet("catenative");
const CLAUSE_SUBJECT = new WordSet("clause_subject");
const CLAUSE_SUBJECT_RELATIVE_QUANTIFIER = new WordSet("clause_subject", "relative", "quantifier");
const CLAUSE_SUBJECT_THAT = new WordSet("clause_subject", "that");
const COORDINATOR = new WordSet("coordinator");
const DAY = new WordSet("day");
const DETERMINER_CLAUSE_SUBJECT_HUMAN = new WordSet("determiner", "clause_subject", "human");
const DETERMINER_PREPOSITION = new WordSet("determiner", "preposition");
const FINITE_OR_THAT = new WordSet("be", "have", "modal", "that");
const FINITE_OR_THAT_CONJUNCTION = new WordSet("be", "have", "modal", "that", "conjunction");
const HUMAN = new WordSet("human");
const HUMAN_COORDINATOR = new WordSet("human", "coordinator");
const HUMAN_INSTITUTION_REPORT = new WordSet("human", "institution", "report_noun");
const INDEFINITE = new WordSet("indefinite");
const NOUN_VERB = new WordSet("noun_verb");
const PREPOSITION = new WordSet("preposition");
const PRONOUN_RELATIVE = new WordSet("pronoun", "relative");
const QUANTIFIER = new WordSet("quantifier");
const TO = new WordSet("to");

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
const LONGEST_NAME = 6;
const LONGEST_NOUN = 3;

/** Whether a noun phrase begins at item k. */
function beginsNoun(region: Region, k: number): boolean {
  return region.isCapital(k) || region.in(k, DETERMINER_CLAUSE_SUBJECT_HUMAN);
}

/** The form that a cue's verb has here. */
type Form = "base" | "present" | "past" | "ing";

function formOf({ region, from, entry }: Cue): Form {
  if (region.isFirstOf(from, entry.term)) {
    const isPast = region.in(from, BASE_AS_PAST) && !region.in(from - 1, BEFORE_BASE_FORM);
    return isPast ? "past" : "base";
  }
  if (region.endsWith(from, "ing")) return "ing";
  return region.endsWith(from, "s") ? "present" : "past";
}

/** How a match of the attribution lexicon stands in its sentence, or null where it attributes nothing. */
export function readCue(cue: Cue): Reading | null {
  if (cue.class === "phrase") return "phrase";
  if (cue.class === "noun") return readNoun(cue);
  const { region, from, to } = cue;
  const form = formOf(cue);
  if (region.isPossessive(from) && !region.in(from, BE)) return null;
  if (form === "past" && isModifier(cue)) return null;
  if (form !== "past" && followsNounMarker(cue, form)) {
    if (form !== "ing" || !(beginsClause(region, to) || isGerund(cue))) return readNoun(cue);
  }
  if (form !== "past" && region.in(from, NOUN_VERB) && !standsAsVerb(cue, form))
    return readNoun(cue);
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
  if (region.in(from - 1, BEFORE_NOUN)) return true;
  if (region.isPossessive(from - 1) && !region.in(from - 1, BE)) return true;
  if (region.isMark(from - 1, "-") && region.end(from - 1) === region.start(from)) return true;
  return kind === "object" && followsIndefinite(region, from);
}

/** Whether a past form follows "a ..." and a thing, which it describes: "a firm called Ostrea", "a video posted on Sunday". */
function followsIndefinite(region: Region, from: number): boolean {
  if (region.in(from - 1, HUMAN_COORDINATOR) || region.isCapital(from - 1)) return false;
  const reach = region.is(from, "called") ? LONGEST_NAME : LONGEST_NOUN;
  for (let k = from - 2; k >= from - reach && region.isWord(k + 1); k--) {
    if (region.in(k, INDEFINITE)) return true;
    if (region.in(k, FINITE_OR_THAT_CONJUNCTION)) return false;
  }
  return false;
}

/** Whether what stands before an item makes it a noun: a determiner, a possessive or a preposition. */
function followsNounMarker({ region, from, to, class: kind }: Cue, form: Form): boolean {
  const before = from - 1;
  if (form === "base" && region.in(before, TO)) {
    const completes = beginsClause(region, to) || (kind !== "speech" && namesRole(region, to));
    return catenativeBefore(region, from) < 0 && !completes;
  }
  if (region.in(before, QUANTIFIER)) return false;
  if (region.in(before, CLAUSE_SUBJECT_THAT)) return region.in(before, PREPOSITION);
  if (region.in(before, DETERMINER_PREPOSITION)) return true;
  return region.isPossessive(before) && !region.in(before, BE);
}

/** Whether a form in -ing is what somebody did, said by when or how: "by asking the mayor", "after blaming others". */
function isGerund({ region, from, to, class: kind }: Cue): boolean {
  return kind !== "clause" && region.in(from - 1, BEFORE_GERUND) && region.isWord(to);
}

/** The item of a verb before "to" and a cue, which forms one with it ("went on to say", "tried to explain"), or -1. */
export function catenativeBefore(region: Region, from: number): number {
  if (!region.in(from - 1, TO)) return -1;
  const before = region.skip(from - 2, -1);
  const verb = region.is(before, "on") ? before - 1 : before;
  return region.in(verb, CATENATIVE) ? verb : -1;
}

/**
 * Whether a present form that can be a noun too ("states", "call") is a verb here: in lower case, or in a headline, after
 * a subject of its number; a base form also after to or a modal.
 */
function standsAsVerb({ region, from, to, headline }: Cue, form: Form): boolean {
  if (region.isCapital(from) && !headline && !region.isTitle()) return false;
  const before = region.skip(from - 1, -1, ADVERB_NEGATION);
  if (region.in(before, COORDINATOR) && beginsNoun(region, to)) return true;
  const plural = region.endsAsPlural(before);
  if (form === "base") return plural || region.in(before, BEFORE_BASE_FORM);
  if (region.isCapital(before) && !region.isPossessive(before)) return true;
  return (
    region.in(before, PRONOUN_RELATIVE) || (!plural && region.in(before, HUMAN_INSTITUTION_REPORT))
  );
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
