import type { Span } from "../types.ts";
import { SPACE, UNIT_CLASS } from "./unit-classes.ts";

/**
 * The stretches between line breaks that hold anything, without blanks at their ends.
 * @param lineBreaks offsets of the units that end a line, as tokenize() notes them
 *
 * Example: those of "One.\n\n Two." are [{ start: 0, end: 4 }, { start: 7, end: 11 }].
 */
export function findParagraphs(text: string, lineBreaks: readonly number[]): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const lineBreak of lineBreaks) {
    addTrimmed(paragraphs, text, start, lineBreak);
    start = lineBreak + 1;
  }
  addTrimmed(paragraphs, text, start, text.length);
  return paragraphs;
}

/** Adds text[start, end) without blanks at its ends, if anything is left. */
export function addTrimmed(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  if (from < to) spans.push({ start: from, end: to });
}

function isBlank(text: string, i: number): boolean {
  return UNIT_CLASS[text.charCodeAt(i)] === SPACE;
}
