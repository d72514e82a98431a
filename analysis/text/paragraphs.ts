import type { Span } from "../types.ts";
import { SPACE, UNIT_CLASS } from "./unit-classes.ts";

/** Units that end a line: LF, VT, FF, CR, NEL, line and paragraph separator. */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/g;

/**
 * The stretches between line breaks that hold anything, without blanks at their ends.
 *
 * Example: findParagraphs("One.\n\n Two.") is [{ start: 0, end: 4 }, { start: 7, end: 11 }].
 */
export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    addTrimmed(paragraphs, text, start, lineBreak.index);
    start = lineBreak.index + 1;
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
