import type { TextIndex } from "../../text/text-index.ts";
import { advance, type Layout, numbers } from "./layout.ts";
import { endsWith } from "./suffix.ts";
import { isNounReading } from "./verbs.ts";
import {
  habitWords,
  IS_HABIT,
  IS_REPORTING,
  isListed,
  LIST,
  type WordLists,
} from "./word-lists.ts";

/** Rates have at least this many words below them, so that one word of a stub is no habit. */
const LEAST_WORDS = 50;
/** From so many words on a quotation is long: it speaks for reporting, not for opinion. */
const LONG = 7;
/** Up to so many words a quotation is short, from so many on it is a speech. */
const SHORT = 3;
const SPEECH = 5;
const QUESTION_MARK = 0x3f;
const EXCLAMATION_MARK = 0x21;

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
  bare: number[];
  bareQuotations: number;
  /** By paragraph: the first reporting verb outside quotations, as a token, or -1. */
  firstVerb: number[];
  /** By paragraph: the sentences of the first and the last quotation of five words or more, or -1. */
  firstSpeech: number[];
  lastSpeech: number[];
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
    bare: numbers(layout.index.quotations.length),
    bareQuotations: 0,
    firstVerb: numbers(paragraphs, -1),
    firstSpeech: numbers(paragraphs, -1),
    lastSpeech: numbers(paragraphs, -1),
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

/** Calls visit with every stretch of tokens outside the outermost quotations, in order; some are empty. */
function forEachOutside(layout: Layout, visit: (from: number, to: number) => void): void {
  const { quotations, tokens } = layout.index;
  let at = 0;
  let next = quotations.length === 0 ? -1 : 0;
  while (next >= 0) {
    visit(at, Math.max(at, layout.open[next] ?? 0));
    at = Math.max(at, layout.close[next] ?? 0);
    next = layout.next[next] ?? -1;
  }
  visit(at, tokens.count);
}

/** Counts the habits of one part in one pass over its tokens. */
export function countHabits(layout: Layout, lists: WordLists): PartHabits {
  const counter = new HabitCounter(layout, lists);
  forEachOutside(layout, (from, to) => counter.count(from, to));
  countQuotations(counter.habits, layout, counter.verbInSentence);
  return counter.habits;
}

/** Counts stretch by stretch, from left to right. */
class HabitCounter {
  readonly habits: PartHabits;
  readonly verbInSentence: number[];
  private readonly index: TextIndex;
  private readonly lists: WordLists;
  private readonly words: Uint8Array;
  private nextMark = 0;
  private nextApostrophe = 0;
  private sentence = 0;
  private paragraph = 0;

  constructor(layout: Layout, lists: WordLists) {
    this.index = layout.index;
    this.lists = lists;
    this.words = habitWords(lists);
    this.habits = emptyHabits(layout);
    this.verbInSentence = numbers(layout.index.sentences.length);
  }

  count(from: number, to: number): void {
    this.habits.words += to - from - this.countMarks(from, to);
    this.countContractions(from, to);
    const { ids } = this.index.tokens;
    const { words } = this;
    for (let token = from; token < to; token++) {
      const id = ids[token] as number;
      const facts = words[id] as number;
      if (facts === 0) continue;
      if ((facts & IS_HABIT) !== 0) this.countHabit(id);
      if ((facts & IS_REPORTING) !== 0) this.noteVerb(token, id);
    }
  }

  /** Returns the number of marks of the stretch. */
  private countMarks(from: number, to: number): number {
    const { text, tokens } = this.index;
    const { marks, starts } = tokens;
    let count = 0;
    for (; this.nextMark < marks.length; this.nextMark++) {
      const token = marks[this.nextMark] as number;
      if (token >= to) break;
      if (token < from) continue;
      count++;
      const mark = text.charCodeAt(starts[token] as number);
      if (mark === QUESTION_MARK) this.habits.questions++;
      else if (mark === EXCLAMATION_MARK) this.habits.exclamations++;
    }
    return count;
  }

  private countContractions(from: number, to: number): void {
    const { text, tokens } = this.index;
    const { apostrophes, starts, ends } = tokens;
    for (; this.nextApostrophe < apostrophes.length; this.nextApostrophe++) {
      const token = apostrophes[this.nextApostrophe] as number;
      if (token >= to) break;
      const end = ends[token] as number;
      const isLong = end - (starts[token] as number) > 3;
      if (token >= from && isLong && isContraction(text, end)) this.habits.contractions++;
    }
  }

  private countHabit(id: number): void {
    const { habits, lists } = this;
    if (isListed(lists, LIST.IT_IS, id)) habits.contractions++;
    if (isListed(lists, LIST.SAID, id)) habits.said++;
    if (isListed(lists, LIST.ME, id)) habits.me++;
    if (isListed(lists, LIST.US, id)) habits.us++;
    if (isListed(lists, LIST.YOU, id)) habits.you++;
  }

  /** Notes a reporting verb that is no noun here in its sentence and paragraph. */
  private noteVerb(token: number, id: number): void {
    const { text, tokens, sentences, paragraphs } = this.index;
    if (isNounReading(text, tokens, this.lists, id, token - 1)) return;
    const start = tokens.starts[token] ?? 0;
    this.sentence = advance(sentences, this.sentence, start);
    this.paragraph = advance(paragraphs, this.paragraph, start);
    this.verbInSentence[this.sentence] = 1;
    if (this.habits.firstVerb[this.paragraph] === -1) this.habits.firstVerb[this.paragraph] = token;
  }
}

/** Counts long and bare quotations, and notes where speeches stand. */
function countQuotations(
  habits: PartHabits,
  layout: Layout,
  verbInSentence: readonly number[],
): void {
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

/** Adds headline and body up. */
export function articleHabits(headline: PartHabits, body: PartHabits): ArticleHabits {
  const perThousand = 1000 / Math.max(LEAST_WORDS, headline.words + body.words);
  const said = (headline.said + body.said) * perThousand;
  const contractions = (headline.contractions + body.contractions) * perThousand;
  const questions = (headline.questions + body.questions) * perThousand;
  const me = headline.me + body.me;
  const you = headline.you + body.you;
  const longQuotations = headline.longQuotations + body.longQuotations;
  let opinionIndex = 0;
  if (me >= 2) opinionIndex++;
  if (you >= 3) opinionIndex++;
  if (contractions > 6) opinionIndex++;
  if (headline.exclamations + body.exclamations > 0) opinionIndex++;
  if (questions > 2) opinionIndex++;
  if (said < 1.5) opinionIndex += 2;
  else if (said <= 6) opinionIndex++;
  if (longQuotations >= 8) opinionIndex--;
  const us = headline.us + body.us;
  return { said, contractions, questions, me, us, you, longQuotations, opinionIndex };
}
