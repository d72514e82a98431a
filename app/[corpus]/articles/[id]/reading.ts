import type { Flag, Part, Quotation, Voice } from "../../../../analysis/types.ts";
import { lanesOf, type Marked, withMarks } from "../../../pieces.ts";
import { isCounted, type SignalWords } from "../../../view-words.ts";

/** A flag as the page paints it: its place among all flags of the article, its span with enclosing marks, its lane. */
export interface PaintedFlag extends Marked {
  kind: "flag";
  index: number;
  signal: string;
  voice: Voice;
  /** Whether charts count it unless asked otherwise: then it has its tint. */
  counted: boolean;
  lane: number;
}

/** A quotation as the page paints it; scare quotes are painted by their flag. */
export interface PaintedQuotation extends Marked {
  kind: "quotation";
  function: Quotation["function"];
}

export type Painted = PaintedFlag | PaintedQuotation;

/** A stretch of a part that stands as a paragraph of its own; offsets are those of the stored text. */
export interface Paragraph {
  start: number;
  end: number;
}

/** Line breaks show as paragraphs; the text between them is untouched. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (match[0].trim() !== "")
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** What is painted in a part, for the signals that are switched on. */
export function paintPart(
  part: Part,
  text: string,
  article: { flags: readonly Flag[]; quotations: readonly Quotation[] },
  shown: readonly SignalWords[],
): Painted[] {
  const flags = article.flags.flatMap((flag, index): PaintedFlag[] => {
    const signal = shown.find(({ id }) => id === flag.signal);
    if (flag.part !== part || !signal) return [];
    const span = flag.signal === "scare_quote" ? withMarks(text, flag) : flag;
    return [
      {
        kind: "flag",
        index,
        signal: flag.signal,
        voice: flag.voice,
        counted: isCounted(signal, flag.label),
        lane: 0,
        start: span.start,
        end: span.end,
      },
    ];
  });
  for (const [flag, lane] of lanesOf(flags)) flag.lane = Math.min(2, lane);
  const quotations = article.quotations.flatMap((quotation): PaintedQuotation[] => {
    if (quotation.part !== part || quotation.function === "scare") return [];
    return [{ kind: "quotation", function: quotation.function, ...withMarks(text, quotation) }];
  });
  return [...quotations, ...flags];
}

/** Spans that touch a paragraph, moved to its own offsets and cut at its ends. */
export function withinParagraph<T extends Marked>(
  spans: readonly T[],
  { start, end }: Paragraph,
): T[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
}

/** "body:123", as links name a flag. */
export const anchorOf = (flag: Pick<Flag, "part" | "start">) => `${flag.part}:${flag.start}`;

/** The flag that a link names, else -1. */
export function flagAt(flags: readonly Flag[], anchor: string | undefined): number {
  return anchor === undefined ? -1 : flags.findIndex((flag) => anchorOf(flag) === anchor);
}

/** Flags that overlap a flag, itself included, in reading order: tabs of one card. */
export function overlapping(flags: readonly Flag[], index: number): number[] {
  const flag = flags[index];
  if (!flag) return [];
  return [...flags.keys()].filter((i) => {
    const other = flags[i];
    return other?.part === flag.part && other.start < flag.end && other.end > flag.start;
  });
}
