import type { Attribution } from "../signal.ts";
import type { CueClass, Reading } from "./cue-reading.ts";

/** An attribution and how its cue was read. */
export interface ReadAttribution {
  attribution: Attribution;
  class: CueClass;
  reading: Reading;
}

/**
 * Leaves out the cues in another's content: there the source speaks, as in a quotation ("She said the club opposed the
 * toll"). What somebody is there reported to have said stays ("She said that the mayor told them"). Takes cues by start.
 */
export function withoutNested(found: readonly ReadAttribution[]): Attribution[] {
  const contents = found.flatMap(({ attribution }) => attribution.content);
  contents.sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  const outer = found.filter((read) => {
    const { cue } = read.attribution;
    for (let span = contents[next]; span && span.start <= cue.start; span = contents[++next]) {
      end = Math.max(end, span.end);
    }
    return cue.end > end || speaks(read);
  });
  return outer.map(({ attribution }) => attribution);
}

function speaks({ class: kind, reading }: ReadAttribution): boolean {
  if (kind === "phrase") return true;
  return kind === "speech" && reading !== "noun" && reading !== "passive";
}
