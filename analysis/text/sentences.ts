import type { Span } from "../types.ts";
import { addTrimmed } from "./paragraphs.ts";
import { BoundaryFinder } from "./sentence-boundaries.ts";
import { mayEnd } from "./sentence-marks.ts";
import type { QuotationSpan, Tokens } from "./text-index.ts";

export interface SentenceInput {
  text: string;
  tokens: Tokens;
  paragraphs: readonly Span[];
  quotations: readonly QuotationSpan[];
}

/**
 * Cuts paragraphs into sentences (METHODS 1), never inside an outermost quotation, and elsewhere also
 * where scraped text has lost its blanks. A sentence can begin inside a token: RowThe is one word
 * and the boundary stands before The.
 *
 * Example: `Rain fell.Ann Perry left the U.S. at 3.5 a.m. on foot.` has two sentences.
 */
export function findSentences({ text, tokens, paragraphs, quotations }: SentenceInput): Span[] {
  const sentences: Span[] = [];
  const boundaries = new BoundaryFinder(text, tokens, quotations);
  const { count, starts, marks, mixed } = tokens;
  let nextMark = 0;
  let nextMixed = 0;
  for (const paragraph of paragraphs) {
    let start = paragraph.start;
    boundaries.beginParagraph(start);
    for (;;) {
      const mark = nextMark < marks.length ? (marks[nextMark] as number) : count;
      const word = nextMixed < mixed.length ? (mixed[nextMixed] as number) : count;
      const token = Math.min(mark, word);
      if (token === count) break;
      const at = starts[token] as number;
      if (at >= paragraph.end) break;
      if (token === mark) nextMark++;
      else nextMixed++;
      if (token === mark && !mayEnd(text.charCodeAt(at))) continue;
      const boundary = boundaries.after(token);
      if (boundary <= start || boundary >= paragraph.end) continue;
      addTrimmed(sentences, text, start, boundary);
      start = boundary;
      boundaries.beginAfter(token);
    }
    addTrimmed(sentences, text, start, paragraph.end);
  }
  return sentences;
}
