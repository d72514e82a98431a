import type { Span } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import type { CueClass, Reading } from "./cue-reading.ts";

/** An attribution and how its cue was read. */
export interface ReadAttribution {
  attribution: Attribution;
  class: CueClass;
  reading: Reading;
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

/**
 * Leaves out the cues in another's content: there the source speaks, as in a quotation ("She said the club opposed the
 * toll"). What somebody is there reported to have said stays ("She said that the mayor told them"). Takes cues by start.
 */
export function withoutNested(found: readonly ReadAttribution[]): Attribution[] {
  const first = outside(found, found);
  // A cue that is left out hands nothing to anybody: what it would take in stays.
  const outer = first.length < found.length ? outside(found, first) : first;
  return outer.map(({ attribution }) => attribution);
}

/** Those of the cues that stand outside the contents of others, or by which somebody speaks. */
function outside(
  found: readonly ReadAttribution[],
  others: readonly ReadAttribution[],
): ReadAttribution[] {
  const contents: Span[] = [];
  for (const { attribution } of others) {
    for (const span of attribution.content) contents.push(span);
  }
  contents.sort(byStart);
  const outer: ReadAttribution[] = [];
  let next = 0;
  let end = 0;
  for (const read of found) {
    const { cue } = read.attribution;
    for (let span = contents[next]; span && span.start <= cue.start; span = contents[++next]) {
      end = Math.max(end, span.end);
    }
    if (cue.end > end || speaks(read)) outer.push(read);
  }
  return outer;
}

function speaks({ class: kind, reading }: ReadAttribution): boolean {
  if (kind === "phrase") return true;
  return kind === "speech" && reading !== "noun" && reading !== "passive";
}
