import type { QuotationSpan, TextIndex, Tokens } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import type { ArticleHabits } from "./article-habits.ts";
import type { Echo } from "./echo-index.ts";
import { type Layout, markEnd, markStart, wordsInside } from "./layout.ts";
import { isNounReading, type Verb, verbKind } from "./verbs.ts";
import type { WordLists } from "./word-lists.ts";

/** Stands in a context for another quotation, whatever is in it. */
export const QUOTED = -1;
/** Tokens read on each side: longer than nearly all sentences, and what keeps an endless sentence linear. */
const MOST_AROUND = 64;
/** Code units of text read on each side, for rows about turns of phrase. */
const TEXT_BEFORE = 100;
const TEXT_AFTER = 170;

/**
 * One quotation and what stands around it in its sentence: all that the evidence rows read.
 * Distances count tokens: before[0] and after[0] touch the marks. Other quotations count as one token, QUOTED.
 */
export interface QuotationContext {
  text: string;
  tokens: Tokens;
  lists: WordLists;
  span: QuotationSpan;
  /** Word tokens between the marks, in order. */
  words: readonly number[];
  /** Tokens of the same sentence, the nearest first. */
  before: readonly number[];
  after: readonly number[];
  /** The text around in lower case, ’ as ', other quotations as qqq; the first ends, the second starts at the marks. */
  beforeText: string;
  afterText: string;
  /** The last reporting verb before the marks, the first one after them. */
  verbBefore: Verb | null;
  verbAfter: Verb | null;
  /** Whether the sentence ends in a question mark that is not inside the marks. */
  asks: boolean;
  /** Whether a reporting verb stands earlier in the paragraph, outside quotations. */
  verbInParagraph: boolean;
  /** Whether another sentence of the paragraph quotes five words or more. */
  speechInParagraph: boolean;
  /** Other quotations of the article that have three words or fewer, in sentences without a reporting verb. */
  bareQuotations: number;
  /** Whether it stands in a headline that begins nearly every word with a capital. */
  isTitleCase: boolean;
  /** Whether the quotation stands in the headline. */
  inHeadline: boolean;
  habits: ArticleHabits;
  /** Where else the words stand in headline and body; null where they are none or more than four. */
  echo: Echo | null;
}

/** The sentence around a quotation; of a nested one, as much of it as the quotation around it holds. */
function sentenceAround(layout: Layout, number: number): Span {
  const { index } = layout;
  const outer = index.quotations[index.quotations[number]?.parent ?? -1];
  const own = index.sentences[layout.sentence[number] ?? 0];
  const start = Math.max(own?.start ?? 0, outer?.start ?? 0);
  const end = Math.min(own?.end ?? index.text.length, outer?.end ?? index.text.length);
  return {
    start: Math.min(start, markStart(index, number)),
    end: Math.max(end, markEnd(index, number)),
  };
}

/** Tokens of the sentence before a quotation, the nearest first. */
function tokensBefore(layout: Layout, number: number, sentence: Span): number[] {
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
function tokensAfter(layout: Layout, number: number, sentence: Span): number[] {
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

const fold = (text: string) => text.toLowerCase().replaceAll("’", "'");

/** The text of the sentence before a quotation, folded, at most TEXT_BEFORE code units of it. */
function textBefore(layout: Layout, number: number, sentence: Span): string {
  const { index } = layout;
  let sibling = layout.previous[number] ?? -1;
  let end = markStart(index, number);
  let found = "";
  for (;;) {
    const border = sibling < 0 ? sentence.start : Math.max(sentence.start, markEnd(index, sibling));
    const start = Math.max(border, end - (TEXT_BEFORE - found.length));
    found = fold(index.text.slice(start, end)) + found;
    if (sibling < 0 || start > border || markStart(index, sibling) < sentence.start) return found;
    end = markStart(index, sibling);
    found = `qqq${found}`;
    sibling = layout.previous[sibling] ?? -1;
    if (found.length >= TEXT_BEFORE) return found;
  }
}

/** The text of the sentence after a quotation, folded, at most TEXT_AFTER code units of it. */
function textAfter(layout: Layout, number: number, sentence: Span): string {
  const { index } = layout;
  let sibling = layout.next[number] ?? -1;
  let start = markEnd(index, number);
  let found = "";
  for (;;) {
    const border = sibling < 0 ? sentence.end : Math.min(sentence.end, markStart(index, sibling));
    const end = Math.min(border, start + (TEXT_AFTER - found.length));
    found += fold(index.text.slice(start, end));
    if (sibling < 0 || end < border || markStart(index, sibling) >= sentence.end) return found;
    start = Math.max(start, markEnd(index, sibling));
    found += "qqq";
    sibling = layout.next[sibling] ?? -1;
    if (found.length >= TEXT_AFTER) return found;
  }
}

/** The nearest reporting verb of one side. */
function nearestVerb(
  index: TextIndex,
  lists: WordLists,
  side: readonly number[],
  step: 1 | -1,
): Verb | null {
  const { text, tokens } = index;
  for (let at = 0; at < side.length; at++) {
    const id = tokens.ids[side[at] ?? QUOTED] ?? 0;
    const kind = verbKind(lists, id);
    if (kind === null) continue;
    if (!isNounReading(text, tokens, lists, id, side[at - step] ?? QUOTED)) return { kind, at };
  }
  return null;
}

/** What a quotation's own place gives; the rest of its context comes from the article. */
type PlaceContext = Pick<
  QuotationContext,
  "words" | "before" | "after" | "beforeText" | "afterText" | "verbBefore" | "verbAfter" | "asks"
>;

/** Reads the surroundings of one quotation. Bounded work, however long the sentence. */
export function readPlace(layout: Layout, number: number, lists: WordLists): PlaceContext {
  const { index } = layout;
  const sentence = sentenceAround(layout, number);
  const before = tokensBefore(layout, number, sentence);
  const after = tokensAfter(layout, number, sentence);
  return {
    words: wordsInside(layout, number),
    before,
    after,
    beforeText: textBefore(layout, number, sentence),
    afterText: textAfter(layout, number, sentence),
    verbBefore: nearestVerb(index, lists, before, -1),
    verbAfter: nearestVerb(index, lists, after, 1),
    asks: index.text[sentence.end - 1] === "?" && sentence.end > markEnd(index, number),
  };
}
