import type { Attribution } from "./signals/signal.ts";
import type { TextIndex } from "./text/text-index.ts";
import { ofPart, PARTS, type Part, type Quotation, type Voice, type VoiceSpan } from "./types.ts";

/** Who speaks where in an article. */
export interface Voices {
  /** Stretches that are not the outlet's own, by part, then start; none overlap. */
  spans: VoiceSpan[];
  /** The voice at an offset (UTF-16 code units) of a part: that of a word is the one at its first unit. */
  voiceAt(part: Part, offset: number): Voice;
}

/** What opens at an edge; one more where it closes. */
const QUOTED = 0;
const OWN = 2;
const REPORTED = 4;
const CLOSES = 1;
/** An edge is its offset times this, and what opens or closes there: a number, so that edges sort fast. */
const KINDS = 8;
/** Up to so many edges are sorted by insertion. */
const FEW = 100;

/**
 * Gives every word one voice (METHODS 1): `quoted` inside any direct or partial quotation, however deep; else `outlet`
 * inside a quotation of another function (scare, title, term, ...), also within a reported clause; else `reported` inside
 * the content of an attribution; else `outlet`. Content of an attribution = the rest of the clause: signals/cues/content-span.ts
 * says where it ends. A sentence without a cue of its own ("The road, he said, was closed. Nobody had come.") is the
 * outlet's: free indirect speech is not traced beyond the sentence. Time is n log n in quotations and attributions.
 *
 * @example In `She said the road was closed to "all".`, with "all" partial: `the road was closed to "` is reported,
 * `all` quoted, the rest the outlet's.
 */
export function assignVoices(
  parts: Readonly<Record<Part, TextIndex>>,
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
): Voices {
  const edges: Record<Part, number[]> = { headline: [], teaser: [], body: [] };
  for (const { part, start, end, function: does } of quotations) {
    addEdges(
      ofPart(edges, part),
      does === "direct" || does === "partial" ? QUOTED : OWN,
      start,
      end,
    );
  }
  for (const { part, content } of attributions) {
    for (const { start, end } of content) addEdges(ofPart(edges, part), REPORTED, start, end);
  }
  const byPart: Record<Part, VoiceSpan[]> = { headline: [], teaser: [], body: [] };
  for (const part of PARTS) byPart[part] = sweep(part, edges[part], parts[part].text.length);
  return {
    spans: [...byPart.headline, ...byPart.teaser, ...byPart.body],
    voiceAt: (part, offset) => voiceIn(ofPart(byPart, part), offset),
  };
}

function addEdges(edges: number[], layer: number, start: number, end: number): void {
  if (start < end) edges.push(start * KINDS + layer, end * KINDS + layer + CLOSES);
}

/** Sorts numbers in place: of few, which are two ordered rows, the fastest way. */
function insertionSort(numbers: number[]): number[] {
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i] as number;
    let at = i;
    for (; at > 0 && (numbers[at - 1] as number) > number; at--) {
      numbers[at] = numbers[at - 1] as number;
    }
    numbers[at] = number;
  }
  return numbers;
}

/** Walks over the edges from left to right and joins stretches of one voice. */
function sweep(part: Part, unsorted: number[], length: number): VoiceSpan[] {
  if (unsorted.length === 0) return [];
  const edges = unsorted.length > FEW ? new Float64Array(unsorted).sort() : insertionSort(unsorted);
  let quoted = 0;
  let own = 0;
  let reported = 0;
  const spans: VoiceSpan[] = [];
  let last: VoiceSpan | undefined;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as number;
    const start = Math.floor(edge / KINDS);
    const kind = edge - start * KINDS;
    const step = (kind & CLOSES) === 0 ? 1 : -1;
    if (kind < OWN) quoted += step;
    else if (kind < REPORTED) own += step;
    else reported += step;
    const end = i + 1 < edges.length ? Math.floor((edges[i + 1] as number) / KINDS) : length;
    const isReported = own === 0 && reported > 0;
    if (end === start || (quoted === 0 && !isReported)) continue;
    const voice = quoted > 0 ? "quoted" : "reported";
    if (last?.voice === voice && last.end === start) last.end = end;
    else {
      last = { part, start, end, voice };
      spans.push(last);
    }
  }
  return spans;
}

function voiceIn(spans: readonly VoiceSpan[], offset: number): Voice {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span && span.start <= offset ? span.voice : "outlet";
}
