import type { TextIndex } from "../../text/text-index.ts";
import type { Part, Span } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import type { Layout } from "./layout.ts";

/** Attributions looked at for one quotation; a sentence with more is a list, not a sentence. */
const MOST_IN_SENTENCE = 8;

/** A stretch of what an attribution reports. */
export interface Content {
  span: Span;
  attribution: Attribution;
}

/** The attributions of one part, found by sentence and by content. */
export interface Speakers {
  /** By start of the cue. */
  cues: readonly Attribution[];
  /** By start. */
  contents: readonly Content[];
}

const NO_CUES: readonly Attribution[] = [];
const NO_CONTENTS: readonly Content[] = [];

const byStart = (a: Content, b: Content): number => a.span.start - b.span.start;

/** Sorts a part's attributions (of an article, by part, then start) by cue and by content. */
export function indexSpeakers(attributions: readonly Attribution[], part: Part): Speakers {
  const cues: Attribution[] = [];
  const contents: Content[] = [];
  for (const attribution of attributions) {
    if (attribution.part !== part) continue;
    cues.push(attribution);
    for (const span of attribution.content) contents.push({ span, attribution });
  }
  contents.sort(byStart);
  return { cues, contents };
}

/** The attributions whose cue stands in the sentence of a quotation, at most MOST_IN_SENTENCE. */
function inSentence({ cues }: Speakers, layout: Layout, number: number): readonly Attribution[] {
  const { sentences } = layout.index;
  const sentence = layout.sentence[number] ?? 0;
  const start = sentence === 0 ? 0 : (sentences[sentence]?.start ?? 0);
  const end = sentences[sentence + 1]?.start ?? Number.POSITIVE_INFINITY;
  const first = firstFrom(cues, start);
  let last = first;
  while (last < cues.length && last - first < MOST_IN_SENTENCE) {
    if ((cues[last] as Attribution).cue.start >= end) break;
    last++;
  }
  return last === first ? NO_CUES : cues.slice(first, last);
}

/** Number of the first attribution whose cue starts at or after an offset. */
function firstFrom(cues: readonly Attribution[], offset: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as Attribution).cue.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** The words of a source, as they stand. */
const nameOf = (index: TextIndex, attribution: Attribution | undefined): string | null => {
  const source = attribution?.source ?? null;
  return source === null ? null : index.text.slice(source.start, source.end);
};

/** The attributions whose content holds a quotation, the innermost first, each with the stretch of it that does. */
export function attributionsOf(
  { contents }: Speakers,
  layout: Layout,
  number: number,
): readonly Content[] {
  const span = layout.index.quotations[number];
  if (span === undefined || contents.length === 0) return NO_CONTENTS;
  const holding: Content[] = [];
  let last = lastFrom(contents, span.start);
  for (let tries = 0; last >= 0 && tries < MOST_IN_SENTENCE; last--, tries++) {
    const content = contents[last];
    if (content && holds(content.span, span)) holding.push(content);
  }
  return holding;
}

/** Whether the sentence of a quotation has an attribution whose cue stands outside its marks. */
export function hasCueBeside(speakers: Speakers, layout: Layout, number: number): boolean {
  const span = layout.index.quotations[number];
  if (span === undefined) return false;
  return inSentence(speakers, layout, number).some(({ cue }) => !holds(span, cue));
}

/**
 * Who is said to have said a quotation: the source of the first attribution whose content holds it (`holding`), else
 * (`bySentence`) of the nearest cue in its sentence; null where neither has one.
 */
export function speakerOf(
  speakers: Speakers,
  layout: Layout,
  number: number,
  holding: readonly Content[],
  bySentence: boolean,
): string | null {
  const { index } = layout;
  const span = index.quotations[number];
  if (span === undefined) return null;
  const named = holding.find(({ attribution }) => attribution.source !== null);
  if (named !== undefined) return nameOf(index, named.attribution);
  if (!bySentence) return null;
  const distance = ({ cue }: Attribution) =>
    cue.start < span.start ? span.start - cue.end : cue.start - span.end;
  let nearest: Attribution | undefined;
  for (const attribution of inSentence(speakers, layout, number)) {
    if (attribution.source === null) continue;
    if (nearest === undefined || distance(attribution) < distance(nearest)) nearest = attribution;
  }
  return nameOf(index, nearest);
}

/** Number of the last stretch of content that starts at or before an offset, or -1. */
function lastFrom(contents: Speakers["contents"], offset: number): number {
  let low = 0;
  let high = contents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((contents[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
