import type { Cue, Reading } from "./cue-reading.ts";
import type { Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const AUX_ADVERB_WEEKDAY = new WordSet("aux_adverb", "weekday");
const CONJUNCTION_ADJUNCT_END_WEEKDAY = new WordSet("conjunction", "adjunct_end", "weekday");
const CONJUNCTION_THAT_SUBJECT_BOUNDARY = new WordSet("conjunction", "that", "subject_boundary");

const LONGEST = 14;

/** Items [from, to) of a source. */
export interface ItemRange {
  from: number;
  to: number;
}

function isBoundary(region: Region, k: number): boolean {
  return k < 0 || !region.isWord(k) || region.in(k, CONJUNCTION_THAT_SUBJECT_BOUNDARY);
}

/** The noun phrase that ends before item `end`: back to a mark, a conjunction or a quotation. */
function phraseBefore(region: Region, end: number): ItemRange {
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
    region.isWord(to) &&
    !(to > start && region.in(to, CONJUNCTION_ADJUNCT_END_WEEKDAY))
  )
    to++;
  return { from: start, to };
}

/** Who is said to have said it: the subject before the cue, after an inverted one, the owner of a noun, "by X" in a passive. */
export function sourceOf(cue: Cue, reading: Reading): ItemRange | null {
  const { region, from, to } = cue;
  if (reading === "inverted" || reading === "phrase") return orNull(phraseAfter(region, to));
  if (reading === "noun") {
    const owner = region.skip(from - 1, -1);
    return orNull(phraseBefore(region, owner + 1));
  }
  if (reading === "passive") return agentAfter(region, to);
  let end = region.skip(from - 1, -1, AUX_ADVERB_WEEKDAY) + 1;
  if (region.at(end - 1) === "on") end--;
  if (reading === "participle" && region.mark(end - 1) === ",") return null;
  if (region.mark(end - 1) === ",") {
    const opening = previousComma(region, end - 2);
    if (opening > 0) return { from: phraseBefore(region, opening).from, to: end };
  }
  return orNull(phraseBefore(region, end));
}

/** Who stands after "by" in a passive, or null. */
function agentAfter(region: Region, to: number): ItemRange | null {
  for (let k = to; k < to + LONGEST && region.isWord(k); k++) {
    if (region.at(k) === "by") return orNull(phraseAfter(region, k + 1));
  }
  return null;
}

/** The comma that opens an apposition which closes before item k, or -1. */
function previousComma(region: Region, k: number): number {
  for (let i = k; i >= 0 && i > k - LONGEST; i--) if (region.mark(i) === ",") return i;
  return -1;
}

function orNull(range: ItemRange): ItemRange | null {
  return range.from < range.to ? range : null;
}
