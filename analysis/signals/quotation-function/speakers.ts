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
  /** By sentence: attributions whose cue stands in it, at most MOST_IN_SENTENCE. */
  inSentence: ReadonlyMap<number, readonly Attribution[]>;
  /** By start. */
  contents: readonly Content[];
}

/** Sorts a part's attributions by sentence and content. */
export function indexSpeakers(
  attributions: readonly Attribution[],
  part: Part,
  layout: Layout,
): Speakers {
  const own = attributions.filter((attribution) => attribution.part === part);
  const inSentence = new Map<number, Attribution[]>();
  for (const attribution of own) {
    const sentence = sentenceAt(layout.index.sentences, attribution.cue.start);
    const list = inSentence.get(sentence) ?? [];
    if (list.length < MOST_IN_SENTENCE) list.push(attribution);
    inSentence.set(sentence, list);
  }
  const contents = own.flatMap((attribution) =>
    attribution.content.map((span) => ({ span, attribution })),
  );
  contents.sort((a, b) => a.span.start - b.span.start);
  return { inSentence, contents };
}

/** Number of the last sentence that starts at or before an offset. */
function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** The words of a source, as they stand. */
const nameOf = (index: TextIndex, attribution: Attribution | undefined): string | null => {
  const source = attribution?.source ?? null;
  return source === null ? null : index.text.slice(source.start, source.end);
};

/** The attributions whose content holds a quotation, the innermost first, each with the stretch of it that does. */
export function attributionsOf({ contents }: Speakers, layout: Layout, number: number): Content[] {
  const span = layout.index.quotations[number];
  if (span === undefined) return [];
  const holding: Content[] = [];
  let last = lastFrom(contents, span.start);
  for (let tries = 0; last >= 0 && tries < MOST_IN_SENTENCE; last--, tries++) {
    const content = contents[last];
    if (content && holds(content.span, span)) holding.push(content);
  }
  return holding;
}

/** Whether the sentence of a quotation has an attribution whose cue stands outside its marks. */
export function hasCueBeside({ inSentence }: Speakers, layout: Layout, number: number): boolean {
  const span = layout.index.quotations[number];
  if (span === undefined) return false;
  const near = inSentence.get(layout.sentence[number] ?? 0) ?? [];
  return near.some(({ cue }) => !holds(span, cue));
}

/**
 * Who is said to have said a quotation: the source of the attribution whose content holds it, else
 * (`bySentence`) of the nearest cue in its sentence; null where neither has one.
 */
export function speakerOf(
  speakers: Speakers,
  layout: Layout,
  number: number,
  bySentence: boolean,
): string | null {
  const { index } = layout;
  const span = index.quotations[number];
  if (span === undefined) return null;
  const holding = attributionsOf(speakers, layout, number);
  const named = holding.find(({ attribution }) => attribution.source !== null);
  if (named !== undefined) return nameOf(index, named.attribution);
  if (!bySentence) return null;
  const distance = ({ cue }: Attribution) =>
    cue.start < span.start ? span.start - cue.end : cue.start - span.end;
  const near = (speakers.inSentence.get(layout.sentence[number] ?? 0) ?? []).filter(
    ({ source }) => source !== null,
  );
  return nameOf(index, near.sort((a, b) => distance(a) - distance(b))[0]);
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
