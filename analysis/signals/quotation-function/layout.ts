import { FOLD } from "../../text/fold.ts";
import { type QuotationSpan, type TextIndex, WORD } from "../../text/text-index.ts";
import { tokenFrom } from "../../text/token-reader.ts";
import type { Span } from "../../types.ts";

/** Tokens read inside the marks: no row tells lengths above 13 words apart, and quotations can nest without end. */
export const MOST_INSIDE = 60;

/** Where the quotations of one part stand among its tokens and sentences, by number of quotation. */
export interface Layout {
  index: TextIndex;
  /** First token at the opening mark, of the words inside, after those that are read, and after the closing mark. */
  open: number[];
  first: number[];
  end: number[];
  close: number[];
  /** Number of words inside, of those that are read. */
  length: number[];
  /** The quotation that encloses all others around it; itself for an outermost one. */
  outermost: number[];
  /** The quotation before and after with the same parent, or -1. */
  previous: number[];
  next: number[];
  /** Sentence and paragraph in which each quotation opens; no sentence ends inside an outermost quotation. */
  sentence: number[];
  paragraph: number[];
}

/** Offset of a quotation's opening mark. */
export function markStart(index: TextIndex, number: number): number {
  const span = index.quotations[number];
  return span === undefined ? 0 : span.start - span.openWidth;
}

/** Offset after a quotation's closing mark. */
export function markEnd(index: TextIndex, number: number): number {
  const span = index.quotations[number];
  return span === undefined ? 0 : span.end + span.closeWidth;
}

/** Number of the last span that starts at or before an offset, searched onwards from the span `at`. */
export function advance(spans: readonly Span[], at: number, offset: number): number {
  let last = at;
  while (last + 1 < spans.length && (spans[last + 1]?.start ?? 0) <= offset) last++;
  return last;
}

/** Number of the last span that starts at or before each quotation's opening mark. Spans and quotations are in order. */
function locate(spans: readonly Span[], index: TextIndex): number[] {
  const places = numbers(index.quotations.length);
  let at = 0;
  for (let i = 0; i < places.length; i++) {
    at = advance(spans, at, markStart(index, i));
    places[i] = at;
  }
  return places;
}

/** Words of so many units have a capital in title case; prepositions and articles have fewer. */
const LONG_WORD = 5;
/** How many of them do, at least; a name or two in a sentence are fewer. */
const TITLE_CASE = 0.8;
const LEAST_WORDS = 3;

/** Whether nearly all longer words of a part begin with a capital, as in some headlines. */
export function isTitleCase({ text, tokens }: TextIndex): boolean {
  let words = 0;
  let capitals = 0;
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.starts[token] ?? 0;
    if ((tokens.ends[token] ?? 0) - start < LONG_WORD) continue;
    const unit = text.charCodeAt(start);
    words++;
    if (FOLD[unit] !== unit) capitals++;
  }
  return words >= LEAST_WORDS && capitals >= TITLE_CASE * words;
}

/** Room for so many numbers. Lists: most articles have few quotations, and a typed array is dearer than what it holds. */
export function numbers(count: number, value = 0): number[] {
  const list = new Array<number>(count);
  // fill() goes through the runtime, which for few numbers is dearer than all of them.
  for (let i = 0; i < count; i++) list[i] = value;
  return list;
}

/** Lays the quotations of a part out among its tokens. Linear. */
export function layOut(index: TextIndex): Layout {
  const count = index.quotations.length;
  const layout: Layout = {
    index,
    open: numbers(count),
    first: numbers(count),
    end: numbers(count),
    close: numbers(count),
    length: numbers(count),
    outermost: numbers(count),
    previous: numbers(count, -1),
    next: numbers(count, -1),
    sentence: locate(index.sentences, index),
    paragraph: locate(index.paragraphs, index),
  };
  placeTokens(layout);
  const youngest = new Map<number, number>();
  index.quotations.forEach(({ parent }, i) => {
    layout.outermost[i] = parent < 0 ? i : (layout.outermost[parent] ?? i);
    layout.length[i] = countWords(layout, i);
    const before = youngest.get(parent);
    if (before !== undefined) {
      layout.previous[i] = before;
      layout.next[before] = i;
    }
    youngest.set(parent, i);
  });
  return layout;
}

/** Finds the tokens of the quotations' marks, each of whose units is one, among the text's: no quotation stands in more than a few others. */
function placeTokens({ index, open, first, end, close }: Layout): void {
  const { tokens, quotations } = index;
  const { marks, starts } = tokens;
  const markFrom = (number: number, offset: number): number => {
    let mark = number;
    while ((starts[marks[mark] as number] as number) < offset) mark++;
    return mark;
  };
  let opening = 0;
  for (let i = 0; i < quotations.length; i++) {
    const span = quotations[i] as QuotationSpan;
    opening = markFrom(opening, span.start - span.openWidth);
    open[i] = marks[opening] as number;
    first[i] = (open[i] as number) + span.openWidth;
    const closing =
      span.closeWidth === 0
        ? tokenFrom(tokens, span.end)
        : (marks[markFrom(opening + span.openWidth, span.end)] as number);
    close[i] = closing + span.closeWidth;
    end[i] = Math.min(closing, (first[i] as number) + MOST_INSIDE);
  }
}

/** Number of word tokens between the marks, of those that are read. */
function countWords(layout: Layout, number: number): number {
  const { kinds } = layout.index.tokens;
  const end = layout.end[number] ?? 0;
  let count = 0;
  for (let i = layout.first[number] ?? 0; i < end; i++) if (kinds[i] === WORD) count++;
  return count;
}
