import { FOLD } from "../../text/fold.ts";
import type { QuotationSpan, TextIndex, Tokens } from "../../text/text-index.ts";
import type { ArticleEvidence, PartEvidence } from "./article-evidence.ts";
import type { ArticleHabits } from "./article-habits.ts";
import { type Echo, echoOf, withoutItself } from "./echo-index.ts";
import { markEnd, wordsInside } from "./layout.ts";
import { attributionsOf, type Content, hasCueBeside } from "./speakers.ts";
import { type Suffix, suffixOf } from "./suffix.ts";
import {
  QUOTED,
  sentenceAround,
  textAfter,
  textBefore,
  tokensAfter,
  tokensBefore,
} from "./surroundings.ts";
import { isNounReading, type Verb, verbKind } from "./verbs.ts";
import type { WordLists } from "./word-lists.ts";

/** Up to so many words the ending of the last one is read. */
const MOST_WITH_SUFFIX = 3;

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
  /** How many of them carry meaning (are not in FUNC), and how many of those begin with a telling capital or a digit. */
  content: number;
  capital: number;
  /** What the ending of the last word says, of up to three words. */
  suffix: Suffix | null;
  /** Tokens of the same sentence, the nearest first. */
  before: readonly number[];
  after: readonly number[];
  /**
   * The text around in lower case, ’ as ', other quotations as qqq; the first ends, the second starts at the marks,
   * with the comma that American style sets inside them.
   */
  beforeText: string;
  afterText: string;
  /** The last reporting verb before the marks, the first one after them. */
  verbBefore: Verb | null;
  verbAfter: Verb | null;
  /** The attributions whose content holds the words, the innermost first. */
  attributions: readonly Content[];
  /** Whether the sentence has an attribution outside the marks. */
  hasCueBeside: boolean;
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

/** Reads all that the rows ask about one quotation. Bounded work, however long its sentence is. */
export function readContext(
  part: PartEvidence,
  number: number,
  article: ArticleEvidence,
): QuotationContext {
  const { layout, habits } = part;
  const { index } = layout;
  const { lists } = article;
  const span = index.quotations[number];
  if (span === undefined) throw new RangeError(`There is no quotation ${number}`);
  const sentence = sentenceAround(layout, number);
  const words = wordsInside(layout, number);
  const before = tokensBefore(layout, number, sentence);
  const after = tokensAfter(layout, number, sentence);
  const paragraph = layout.paragraph[number] ?? 0;
  const firstVerb = habits.firstVerb[paragraph] ?? QUOTED;
  return {
    text: index.text,
    tokens: index.tokens,
    lists,
    span,
    words,
    content: countContent(index, lists, words),
    capital: part.isTitleCase ? 0 : countCapital(index, lists, words),
    suffix: suffixOfLast(index, words),
    before,
    after,
    beforeText: textBefore(layout, number, sentence),
    afterText: textAfter(layout, number, sentence),
    verbBefore: nearestVerb(index, lists, before, -1),
    verbAfter: nearestVerb(index, lists, after, 1),
    attributions: attributionsOf(part.speakers, layout, number),
    hasCueBeside: hasCueBeside(part.speakers, layout, number),
    asks: index.text[sentence.end - 1] === "?" && sentence.end > markEnd(index, number),
    verbInParagraph: firstVerb >= 0 && firstVerb < (layout.open[number] ?? 0),
    speechInParagraph: hasSpeechBeside(part, number),
    bareQuotations: article.bareQuotations - (part.isCounted ? (habits.bare[number] ?? 0) : 0),
    isTitleCase: part.isTitleCase,
    inHeadline: part.part === "headline",
    habits: article.habits,
    echo: echoElsewhere(part, number, article, words),
  };
}

/** Whether another sentence of the quotation's paragraph quotes five words or more. */
function hasSpeechBeside({ layout, habits }: PartEvidence, number: number): boolean {
  const paragraph = layout.paragraph[number] ?? 0;
  const sentence = layout.sentence[number] ?? 0;
  const first = habits.firstSpeech[paragraph] ?? QUOTED;
  const last = habits.lastSpeech[paragraph] ?? QUOTED;
  return (first >= 0 && first !== sentence) || (last >= 0 && last !== sentence);
}

function echoElsewhere(
  part: PartEvidence,
  number: number,
  article: ArticleEvidence,
  words: readonly number[],
): Echo | null {
  const echo = echoOf(article.echoes, part.layout, words);
  if (echo === null || !part.isCounted) return echo;
  return withoutItself(echo, part.layout, number, part.part === "headline");
}

/** Words that carry meaning. */
function countContent({ tokens }: TextIndex, lists: WordLists, words: readonly number[]): number {
  let count = 0;
  for (const word of words) if (lists.FUNC[tokens.ids[word] ?? 0] !== 1) count++;
  return count;
}

/** Words that carry meaning and begin with a capital or a digit. */
function countCapital(index: TextIndex, lists: WordLists, words: readonly number[]): number {
  const { text, tokens } = index;
  let count = 0;
  for (const word of words) {
    if (lists.FUNC[tokens.ids[word] ?? 0] === 1) continue;
    const unit = text.charCodeAt(tokens.starts[word] ?? 0);
    if (FOLD[unit] !== unit || (unit >= 0x30 && unit <= 0x39)) count++;
  }
  return count;
}

function suffixOfLast({ text, tokens }: TextIndex, words: readonly number[]): Suffix | null {
  const last = words.at(-1);
  if (last === undefined || words.length > MOST_WITH_SUFFIX) return null;
  return suffixOf(text, tokens.starts[last] ?? 0, tokens.ends[last] ?? 0);
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
    const token = side[at] ?? QUOTED;
    if (token < 0) continue;
    const id = tokens.ids[token] ?? 0;
    const kind = verbKind(lists, id);
    if (kind === null) continue;
    if (!isNounReading(text, tokens, lists, id, side[at - step] ?? QUOTED)) return { kind, at };
  }
  return null;
}
