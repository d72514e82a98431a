import type { Span } from "../../types.ts";
import type { Cue, Reading } from "./cue-reading.ts";
import type { Region } from "./region.ts";

const REACH = 8;

/** The first item from k on, within reach, at which the content begins after adverbials ("on Monday that"). */
function complementStart(region: Region, k: number): number {
  for (let i = k; i < k + REACH && i < region.size; i++) {
    if (region.isQuote(i) || region.in(i, "that") || region.at(i) === ":") return i;
    if (!region.isWord(i)) return -1;
  }
  return -1;
}

/** Where a clause that begins at item k ends: at the region's end, a semicolon, or, if narrow, at a comma or the next clause. */
export function clauseEnd(region: Region, k: number, narrow: boolean): number {
  for (let i = k; i < region.size; i++) {
    const text = region.at(i);
    if (text === ";") return i;
    if (
      narrow &&
      i > k &&
      (text === "," || text === "—" || text === "–" || region.in(i, "subordinator"))
    )
      return i;
    if (!narrow && text === "," && region.in(i + 1, "contrast")) return i;
  }
  return trimEnd(region, k, region.size);
}

function trimEnd(region: Region, from: number, to: number): number {
  let end = to;
  while (end > from && !region.isWord(end - 1) && !region.isQuote(end - 1)) end--;
  return end;
}

/** The comma or quotation after which the source and its cue stand ("..., she said"), or -1. */
function precedingEnd(region: Region, sourceStart: number): number {
  const before = sourceStart - 1;
  if (before < 0) return -1;
  return region.at(before) === "," || region.isQuote(before) ? before : -1;
}

/**
 * The words that a cue attributes. Content of an attribution = the rest of the clause: after "X said (that)" up to the
 * sentence's end, a semicolon or a clause that sets itself against it (", but"); before ", X said" back to
 * the sentence's start; for a verb that takes an object ("praised the plan") up to the next comma or subordinate clause.
 */
export function contentOf(cue: Cue, reading: Reading, sourceStart: number): Span | null {
  const { region, from, to } = cue;
  const narrow =
    cue.class === "object" || cue.class === "plan" || cue.class === "noun" || reading === "noun";
  if (reading === "phrase") return aroundPhrase(cue);
  const behind =
    reading === "noun" || reading === "participle"
      ? -1
      : precedingEnd(region, reading === "inverted" ? from : sourceStart);
  const before = behind < 0 ? null : region.cut(0, region.isQuote(behind) ? behind + 1 : behind);
  if (reading === "inverted") return before;
  const start =
    region.in(to, "adjunct", "recipient", "weekday") || region.isAdverb(to)
      ? complementStart(region, to)
      : to;
  const open =
    start >= 0 && (region.isWord(start) || region.isQuote(start) || region.at(start) === ":");
  if (!open || start < 0) {
    if (before) return before;
    return region.isWord(to) && narrow ? region.cut(to, clauseEnd(region, to, true)) : null;
  }
  return region.cut(start, clauseEnd(region, start, narrow));
}

/** According to X, CONTENT; or CONTENT, according to X. */
function aroundPhrase({ region, from, to }: Cue): Span | null {
  if (from <= 1) {
    let comma = to;
    while (comma < region.size && region.at(comma) !== ",") comma++;
    return region.cut(comma + 1, trimEnd(region, comma + 1, region.size));
  }
  const end = region.isWord(from - 1) || region.isQuote(from - 1) ? from : from - 1;
  return region.cut(0, end);
}
