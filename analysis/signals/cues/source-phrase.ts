import type { Cue, Reading } from "./cue-reading.ts";
import { isOwned } from "./noun-reading.ts";
import type { ItemRange, Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const AUX_ADVERB_WEEKDAY = new WordSet("aux_adverb", "weekday");
const CONJUNCTION_ADJUNCT_END_WEEKDAY = new WordSet("conjunction", "adjunct_end", "weekday");
const CONJUNCTION_THAT_SUBJECT_BOUNDARY = new WordSet("conjunction", "that", "subject_boundary");
const COORDINATOR_GERUND = new WordSet("coordinator", "before_gerund", "while");
const COORDINATOR = new WordSet("coordinator");
const DETERMINER_HUMAN = new WordSet("determiner", "human");
const RELATIVE = new WordSet("relative");
const SUBJECT_PRONOUN = new WordSet("subject_pronoun");

const LONGEST = 14;
const LONGEST_INSERTION = 30;

/** Who is said to have said it: the subject before the cue, after an inverted one, the owner of a noun, "by X" in a passive. */
export function sourceOf(cue: Cue, reading: Reading, phrase: ItemRange): ItemRange | null {
  const { region, from, to } = cue;
  switch (reading) {
    case "inverted":
      return orNull(withApposition(region, phraseAfter(region, to)));
    case "phrase":
      return orNull(phraseAfter(region, to));
    case "noun":
      return ownerOf(region, from, phrase.from);
    case "passive":
      return agentAfter(region, to);
    default:
      return subjectOf(region, reading, phrase.from);
  }
}

/** Whose a noun is ("Ana's claim"), or the subject of the verb that carries it ("Ana raised concerns"). */
function ownerOf(region: Region, noun: number, start: number): ItemRange | null {
  if (start < noun) return subjectOf(region, "verb", start);
  return isOwned(region, noun) ? orNull(phraseBefore(region, region.skip(noun - 1, -1) + 1)) : null;
}

/** The subject of a verb or participle that begins at item `verb`; null behind "But" or "By" that begins the sentence, which is nobody. */
function subjectOf(region: Region, reading: Reading, verb: number): ItemRange | null {
  let end = region.skip(verb - 1, -1, AUX_ADVERB_WEEKDAY) + 1;
  if (region.is(end - 1, "on")) end--;
  if (region.in(end - 1, SUBJECT_PRONOUN)) return { from: end - 1, to: end };
  if (reading === "participle" && region.isMark(end - 1, ",")) return subjectAtStart(region);
  if (region.in(end - 1, COORDINATOR_GERUND)) return end > 1 ? subjectAtStart(region) : null;
  if (region.in(end - 1, RELATIVE)) return antecedent(region, end - 1);
  const opening = openingMark(region, end - 1);
  return orNull({ from: phraseBefore(region, opening).from, to: end });
}

/** What "who" stands for: the phrase before it. */
function antecedent(region: Region, relative: number): ItemRange | null {
  return orNull(phraseBefore(region, region.isMark(relative - 1, ",") ? relative - 1 : relative));
}

/** The mark that opens an insertion which item k closes ("Roe, a cook," "Roe (Harbour Party)"), or the item after k. */
function openingMark(region: Region, k: number): number {
  const open = region.isWord(k) ? undefined : OPENS.get(region.mark(k));
  if (open === undefined) return k + 1;
  for (let i = k - 1; i > 0 && i > k - LONGEST_INSERTION; i--) if (region.isMark(i, open)) return i;
  return k + 1;
}

const OPENS: ReadonlyMap<string, string> = new Map([
  [",", ","],
  [")", "("],
  ["—", "—"],
  ["–", "–"],
  ["-", "-"],
]);

/** The pronoun, or the capitalised words and words for people, with which a sentence begins. */
function subjectAtStart(region: Region): ItemRange | null {
  if (region.in(0, SUBJECT_PRONOUN)) return { from: 0, to: 1 };
  let to = 0;
  while (region.isCapital(to) || region.in(to, DETERMINER_HUMAN) || region.isAbbreviation(to)) to++;
  return orNull({ from: 0, to });
}

function isBoundary(region: Region, k: number): boolean {
  if (k < 0) return true;
  if (!region.isWord(k)) return !region.isAbbreviation(k);
  return region.in(k, CONJUNCTION_THAT_SUBJECT_BOUNDARY);
}

/** The noun phrase that ends before item `end`: back to a mark, a conjunction or a quotation. */
export function phraseBefore(region: Region, end: number): ItemRange {
  let from = end;
  while (end - from < LONGEST && !isBoundary(region, from - 1)) from--;
  return { from, to: end };
}

/** The noun phrase that begins at item `start`, up to a mark or a preposition of time or place. */
function phraseAfter(region: Region, start: number): ItemRange {
  let to = start;
  while (
    to - start < LONGEST &&
    to < region.size &&
    (region.isWord(to) || region.isAbbreviation(to)) &&
    !(to > start && region.in(to, CONJUNCTION_ADJUNCT_END_WEEKDAY))
  )
    to++;
  return { from: start, to };
}

/** A name with who that is, up to the next mark: "said Ana Roe, a cook in Ostrea". */
function withApposition(region: Region, name: ItemRange): ItemRange {
  const start = name.to + 1;
  const isApposition =
    region.isMark(name.to, ",") && region.isWord(start) && !region.endsWith(start, "ing");
  if (!isApposition || region.in(start, COORDINATOR)) return name;
  let to = start;
  while (to - start < LONGEST && (region.isWord(to) || region.isAbbreviation(to))) to++;
  return { from: name.from, to };
}

/** Who stands after "by" in a passive, or null. */
function agentAfter(region: Region, to: number): ItemRange | null {
  for (let k = to; k < to + LONGEST && region.isWord(k); k++) {
    if (region.is(k, "by")) return orNull(phraseAfter(region, k + 1));
  }
  return null;
}

function orNull(range: ItemRange): ItemRange | null {
  return range.from < range.to ? range : null;
}
