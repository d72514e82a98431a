import type { Span } from "../../types.ts";
import { type Layout, markEnd, markStart } from "./layout.ts";

/** Stands among the tokens around a quotation for another one, whatever is in it. */
export const QUOTED = -1;
/** Tokens read on each side: longer than nearly all sentences, and what keeps an endless sentence linear. */
const MOST_AROUND = 40;
/** Code units of text read on each side, for rows about turns of phrase. */
const TEXT_BEFORE = 100;
const TEXT_AFTER = 170;

/** The sentence around a quotation; of a nested one, as much of it as the quotation around it holds. */
export function sentenceAround(layout: Layout, number: number): Span {
  const { index } = layout;
  const parent = index.quotations[number]?.parent ?? -1;
  const outer = parent < 0 ? undefined : index.quotations[parent];
  const own = index.sentences[layout.sentence[number] ?? 0];
  const start = Math.max(own?.start ?? 0, outer?.start ?? 0);
  const end = Math.min(own?.end ?? index.text.length, outer?.end ?? index.text.length);
  return {
    start: Math.min(start, markStart(index, number)),
    end: Math.max(end, markEnd(index, number)),
  };
}

/** Tokens of the sentence before a quotation, the nearest first. */
export function tokensBefore(layout: Layout, number: number, sentence: Span): number[] {
  const { starts } = layout.index.tokens;
  const found: number[] = [];
  let sibling = layout.previous[number] ?? -1;
  let at = (layout.open[number] ?? 0) - 1;
  while (at >= 0 && found.length < MOST_AROUND && (starts[at] ?? 0) >= sentence.start) {
    if (sibling >= 0 && at < (layout.close[sibling] ?? 0)) {
      found.push(QUOTED);
      at = (layout.open[sibling] ?? 0) - 1;
      sibling = layout.previous[sibling] ?? -1;
    } else {
      found.push(at);
      at--;
    }
  }
  return found;
}

/** Tokens of the sentence after a quotation, the nearest first. */
export function tokensAfter(layout: Layout, number: number, sentence: Span): number[] {
  const { starts, count } = layout.index.tokens;
  const found: number[] = [];
  let sibling = layout.next[number] ?? -1;
  let at = layout.close[number] ?? count;
  while (at < count && found.length < MOST_AROUND && (starts[at] ?? 0) < sentence.end) {
    if (sibling >= 0 && at >= (layout.open[sibling] ?? count)) {
      found.push(QUOTED);
      at = Math.max(at + 1, layout.close[sibling] ?? count);
      sibling = layout.next[sibling] ?? -1;
    } else {
      found.push(at);
      at++;
    }
  }
  return found;
}

const lower = (text: string) => text.toLowerCase().replaceAll("’", "'");

/** The text of the sentence before a quotation, folded, at most TEXT_BEFORE code units of it. */
export function textBefore(layout: Layout, number: number, sentence: Span): string {
  const { index } = layout;
  let sibling = layout.previous[number] ?? -1;
  let end = markStart(index, number);
  let found = "";
  for (;;) {
    const border = sibling < 0 ? sentence.start : Math.max(sentence.start, markEnd(index, sibling));
    const start = Math.max(border, end - (TEXT_BEFORE - found.length));
    found = lower(index.text.slice(start, end)) + found;
    if (sibling < 0 || start > border || markStart(index, sibling) < sentence.start) return found;
    end = markStart(index, sibling);
    found = `qqq${found}`;
    sibling = layout.previous[sibling] ?? -1;
    if (found.length >= TEXT_BEFORE) return found;
  }
}

/** The text of the sentence after a quotation, folded, at most TEXT_AFTER code units of it. */
export function textAfter(layout: Layout, number: number, sentence: Span): string {
  const { index } = layout;
  let sibling = layout.next[number] ?? -1;
  let start = markEnd(index, number);
  let found = index.text.charAt((index.quotations[number]?.end ?? 0) - 1) === "," ? "," : "";
  for (;;) {
    const border = sibling < 0 ? sentence.end : Math.min(sentence.end, markStart(index, sibling));
    const end = Math.min(border, start + (TEXT_AFTER - found.length));
    found += lower(index.text.slice(start, end));
    if (sibling < 0 || end < border || markStart(index, sibling) >= sentence.end) return found;
    start = Math.max(start, markEnd(index, sibling));
    found += "qqq";
    sibling = layout.next[sibling] ?? -1;
    if (found.length >= TEXT_AFTER) return found;
  }
}
