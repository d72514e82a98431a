import type { LexiconEntry } from "../../codebook/codebook.ts";
import { QUOTE, type Region } from "./region.ts";

/** What a cue takes, as the lexicon's column towards says (attribution-verbs.csv). */
export type CueClass = "speech" | "clause" | "object" | "plan" | "noun" | "phrase";

/** How a cue stands in its sentence. */
export type Reading = "verb" | "participle" | "passive" | "inverted" | "noun" | "phrase";

/** A cue's place in its region: items from, up to but not to. */
export interface Cue {
  region: Region;
  entry: LexiconEntry;
  class: CueClass;
  from: number;
  to: number;
}

const SHORT_CLAUSE = 8;

/** Whether a clause or a quotation begins at item k: "that", "whether", a pronoun, a mark, or a noun with a finite verb soon. */
export function beginsClause(region: Region, k: number): boolean {
  if (region.isQuote(k) || region.in(k, "that", "clause_subject")) return true;
  if (region.at(k) === ":" || (region.at(k) === "," && region.isQuote(k + 1))) return true;
  if (!region.in(k, "determiner") && !region.isCapital(k)) return false;
  for (let i = k + 1; i < k + SHORT_CLAUSE && region.isWord(i); i++) {
    if (region.in(i, "be", "have", "modal")) return true;
    if (region.in(i, "conjunction", "adjunct")) return false;
  }
  return false;
}

/** Whether item k closes the words before it, so that what follows can name who said them. */
function closesQuotedWords(region: Region, k: number): boolean {
  return region.isQuote(k) || region.at(k) === ",";
}

/** Whether a noun phrase begins at item k. */
function beginsNoun(region: Region, k: number): boolean {
  return region.isCapital(k) || region.in(k, "determiner", "clause_subject", "human");
}

/** Whether a base form can be a verb here: after to, a modal, a pronoun or a plural, or where a sentence begins in lower case. */
function standsAsVerb(region: Region, from: number): boolean {
  if (region.isCapital(from)) return false;
  const before = region.skip(from - 1, -1, "adverb", "negation");
  if (region.in(before, "modal", "to", "do", "plural_subject", "human")) return true;
  return /[^s]s$/.test(region.at(before)) || (region.isQuote(before) && before >= 0);
}

function isNounReading(region: Region, from: number): boolean {
  const before = from - 1;
  if (region.in(before, "determiner") && !region.in(before, "clause_subject", "that")) return true;
  if (region.at(before).endsWith("'s") && !region.in(before, "be")) return true;
  if (region.at(before).endsWith("s'")) return true;
  return region.in(before, "preposition");
}

/** How a match of the attribution lexicon stands in its sentence, or null where it attributes nothing. */
export function readCue(cue: Cue): Reading | null {
  const { region, from, to } = cue;
  if (cue.class === "phrase") return "phrase";
  if (cue.class === "noun") return readNoun(cue);
  const head = region.at(from);
  const base = head === cue.entry.term.split(" ")[0]?.toLowerCase();
  const past = !base && !head.endsWith("s") && !head.endsWith("ing");
  const [before, next] = [from - 1, region.skip(to, 1, "recipient", "weekday")];
  if (!past && isNounReading(region, from) && !(head.endsWith("ing") && beginsClause(region, to))) {
    return readNoun(cue);
  }
  if (
    past &&
    region.in(before, "article", "preposition", "determiner") &&
    !region.in(before, "clause_subject", "relative")
  ) {
    return null;
  }
  if (base && !standsAsVerb(region, from)) return null;
  if (closesQuotedWords(region, before) && !head.endsWith("ing")) {
    if (cue.class !== "object" && cue.class !== "plan" && beginsNoun(region, to)) return "inverted";
  }
  if (cue.class === "clause" && !beginsClause(region, next) && !endsQuoted(region, from))
    return null;
  if (cue.class === "object" && !region.isWord(to) && !region.isQuote(to)) return null;
  if (cue.class === "speech" && region.in(to, "number")) return null;
  if (head.endsWith("ing")) return "participle";
  return past && region.in(region.skip(before, -1, "adverb"), "be") ? "passive" : "verb";
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
function readNoun({ region, from, to }: Cue): Reading | null {
  const owner =
    region.in(from - 1, "possessive") ||
    /('s|s')$/.test(region.at(from - 1)) ||
    /('s|s')$/.test(region.at(from - 2));
  if (region.at(to) === "that" || region.at(to) === ":") return "noun";
  return owner && region.in(to, "noun_link") ? "noun" : null;
}

export { QUOTE };
