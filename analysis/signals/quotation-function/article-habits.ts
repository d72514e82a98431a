import { type TextIndex, WORD } from "../../text/text-index.ts";
import { advance, type Layout } from "./layout.ts";
import { endsWith } from "./suffix.ts";
import { isNounReading } from "./verbs.ts";
import type { WordLists } from "./word-lists.ts";

/** Rates have at least this many words below them, so that one word of a stub is no habit. */
const LEAST_WORDS = 50;
/** From so many words on a quotation is long: it speaks for reporting, not for opinion. */
const LONG = 7;
/** Up to so many words a quotation is short, from so many on it is a speech. */
const SHORT = 3;
const SPEECH = 5;

/** How an article is written outside its quotations: what tells a report from an opinion piece. */
export interface ArticleHabits {
  /** said, says, told, added; contractions; question marks: per 1,000 words. */
  said: number;
  contractions: number;
  questions: number;
  /** Occurrences of I and my, of we and our, of you and your. */
  me: number;
  us: number;
  you: number;
  /** Quotations of seven words or more. */
  longQuotations: number;
  /** 0 or less: a report; 3 and more: an opinion piece. From -1 to 7. */
  opinionIndex: number;
}

/** What one pass over a part counts outside its quotations. */
export interface PartHabits {
  words: number;
  said: number;
  contractions: number;
  questions: number;
  exclamations: number;
  me: number;
  us: number;
  you: number;
  longQuotations: number;
  /** Outermost quotations of three words or fewer in a sentence without a reporting verb; 1 by number of quotation. */
  bare: Uint8Array;
  bareQuotations: number;
  /** By paragraph: the first reporting verb outside quotations, as a token, or -1. */
  firstVerb: Int32Array;
  /** By paragraph: the sentences of the first and the last quotation of five words or more, or -1. */
  firstSpeech: Int32Array;
  lastSpeech: Int32Array;
}

function emptyHabits(layout: Layout): PartHabits {
  const paragraphs = layout.index.paragraphs.length;
  return {
    words: 0,
    said: 0,
    contractions: 0,
    questions: 0,
    exclamations: 0,
    me: 0,
    us: 0,
    you: 0,
    longQuotations: 0,
    bare: new Uint8Array(layout.index.quotations.length),
    bareQuotations: 0,
    firstVerb: new Int32Array(paragraphs).fill(-1),
    firstSpeech: new Int32Array(paragraphs).fill(-1),
    lastSpeech: new Int32Array(paragraphs).fill(-1),
  };
}

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;

/** Whether a word is contracted with not, are, will or have. */
function isContraction(text: string, end: number): boolean {
  const third = text.charCodeAt(end - 3);
  const second = text.charCodeAt(end - 2);
  if (isApostrophe(second)) return endsWith(text, end - 3, end, "n't");
  return (
    isApostrophe(third) && ["re", "ll", "ve"].some((rest) => endsWith(text, end - 2, end, rest))
  );
}

/** Counts one word token that stands outside quotations. */
function countWord(habits: PartHabits, lists: WordLists, index: TextIndex, token: number): void {
  const end = index.tokens.ends[token] ?? 0;
  const id = index.tokens.ids[token] ?? 0;
  habits.words++;
  if (end - (index.tokens.starts[token] ?? 0) > 3 && isContraction(index.text, end))
    habits.contractions++;
  if (lists.HABIT[id] !== 1) return;
  if (lists.IT_IS[id] === 1) habits.contractions++;
  if (lists.SAID[id] === 1) habits.said++;
  if (lists.ME[id] === 1) habits.me++;
  if (lists.US[id] === 1) habits.us++;
  if (lists.YOU[id] === 1) habits.you++;
}

/** Calls visit with every token outside the outermost quotations. */
function forEachOutside(layout: Layout, visit: (token: number) => void): void {
  const { quotations, tokens } = layout.index;
  let at = 0;
  let next = quotations.length === 0 ? -1 : 0;
  while (at < tokens.count) {
    const border = next < 0 ? tokens.count : Math.max(at, layout.open[next] ?? 0);
    while (at < border) visit(at++);
    if (next < 0) return;
    at = Math.max(at, layout.close[next] ?? 0);
    next = layout.next[next] ?? -1;
  }
}

/** Counts the habits of one part in one pass over its tokens. */
export function countHabits(layout: Layout, lists: WordLists): PartHabits {
  const { index } = layout;
  const { text, tokens, paragraphs, sentences } = index;
  const habits = emptyHabits(layout);
  const verbInSentence = new Uint8Array(sentences.length);
  let sentence = 0;
  let paragraph = 0;
  forEachOutside(layout, (token) => {
    const start = tokens.starts[token] ?? 0;
    if (tokens.kinds[token] !== WORD) {
      const mark = text.charCodeAt(start);
      if (mark === 0x3f) habits.questions++;
      else if (mark === 0x21) habits.exclamations++;
      return;
    }
    countWord(habits, lists, index, token);
    const id = tokens.ids[token] ?? 0;
    if (lists.REPORTING[id] !== 1) return;
    if (isNounReading(text, tokens, lists, id, token - 1)) return;
    sentence = advance(sentences, sentence, start);
    paragraph = advance(paragraphs, paragraph, start);
    verbInSentence[sentence] = 1;
    if (habits.firstVerb[paragraph] === -1) habits.firstVerb[paragraph] = token;
  });
  countQuotations(habits, layout, verbInSentence);
  return habits;
}

/** Counts long and bare quotations, and notes where speeches stand. */
function countQuotations(habits: PartHabits, layout: Layout, verbInSentence: Uint8Array): void {
  layout.index.quotations.forEach(({ depth }, number) => {
    if (depth > 0) return;
    const words = layout.length[number] ?? 0;
    const sentence = layout.sentence[number] ?? 0;
    const paragraph = layout.paragraph[number] ?? 0;
    if (words >= LONG) habits.longQuotations++;
    if (words <= SHORT && verbInSentence[sentence] === 0) {
      habits.bare[number] = 1;
      habits.bareQuotations++;
    }
    if (words < SPEECH) return;
    if (habits.firstSpeech[paragraph] === -1) habits.firstSpeech[paragraph] = sentence;
    habits.lastSpeech[paragraph] = sentence;
  });
}

/** Adds the parts of an article up. */
export function articleHabits(parts: readonly PartHabits[]): ArticleHabits {
  const sum = (of: (part: PartHabits) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const perThousand =
    1000 /
    Math.max(
      LEAST_WORDS,
      sum((part) => part.words),
    );
  const habits = {
    said: sum((part) => part.said) * perThousand,
    contractions: sum((part) => part.contractions) * perThousand,
    questions: sum((part) => part.questions) * perThousand,
    me: sum((part) => part.me),
    us: sum((part) => part.us),
    you: sum((part) => part.you),
    longQuotations: sum((part) => part.longQuotations),
  };
  let opinionIndex = 0;
  if (habits.me >= 2) opinionIndex++;
  if (habits.you >= 3) opinionIndex++;
  if (habits.contractions > 6) opinionIndex++;
  if (sum((part) => part.exclamations) > 0) opinionIndex++;
  if (habits.questions > 2) opinionIndex++;
  if (habits.said < 1.5) opinionIndex += 2;
  else if (habits.said <= 6) opinionIndex++;
  if (habits.longQuotations >= 8) opinionIndex--;
  return { ...habits, opinionIndex };
}
