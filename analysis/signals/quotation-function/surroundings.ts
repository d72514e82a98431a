import { WORD } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import { type Layout, markEnd, markStart } from "./layout.ts";
import { QUOTED, type TokenRun } from "./token-run.ts";
import { traitsOf, type WordLists } from "./word-lists.ts";

/** Tokens read on each side: longer than nearly all sentences, and what keeps an endless sentence linear. */
export const MOST_AROUND = 40;
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

/** Fills a run with the word tokens between the marks, of those that are read. */
export function takeInside(layout: Layout, number: number, lists: WordLists, run: TokenRun): void {
  const { kinds, ids } = layout.index.tokens;
  const end = layout.end[number] as number;
  run.length = 0;
  for (let i = layout.first[number] as number; i < end; i++)
    if (kinds[i] === WORD) run.add(i, ids[i] as number, lists);
}

/** Fills a run with the tokens of the sentence before a quotation, the nearest first. */
export function takeBefore(
  layout: Layout,
  number: number,
  sentence: Span,
  lists: WordLists,
  run: TokenRun,
): void {
  const { text, tokens } = layout.index;
  const { starts, ids } = tokens;
  let sibling = layout.previous[number] ?? -1;
  let at = (layout.open[number] ?? 0) - 1;
  run.length = 0;
  while (at >= 0 && run.length < MOST_AROUND && (starts[at] as number) >= sentence.start) {
    if (sibling >= 0 && at < (layout.close[sibling] ?? 0)) {
      run.add(QUOTED, 0, lists);
      at = (layout.open[sibling] ?? 0) - 1;
      sibling = layout.previous[sibling] ?? -1;
    } else {
      run.add(at, ids[at] as number, lists, traitsOf(text, tokens, at));
      at--;
    }
  }
}

/** Fills a run with the tokens of the sentence after a quotation, the nearest first. */
export function takeAfter(
  layout: Layout,
  number: number,
  sentence: Span,
  lists: WordLists,
  run: TokenRun,
): void {
  const { text, tokens } = layout.index;
  const { starts, ids, count } = tokens;
  let sibling = layout.next[number] ?? -1;
  let at = layout.close[number] ?? count;
  run.length = 0;
  while (at < count && run.length < MOST_AROUND && (starts[at] as number) < sentence.end) {
    if (sibling >= 0 && at >= (layout.open[sibling] ?? count)) {
      run.add(QUOTED, 0, lists);
      at = Math.max(at + 1, layout.close[sibling] ?? count);
      sibling = layout.next[sibling] ?? -1;
    } else {
      run.add(at, ids[at] as number, lists, traitsOf(text, tokens, at));
      at++;
    }
  }
}

/** Most stretches have no ’, and to replace none is dearer than to look. */
function lower(text: string): string {
  const folded = text.toLowerCase();
  return folded.includes("’") ? folded.replaceAll("’", "'") : folded;
}

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
