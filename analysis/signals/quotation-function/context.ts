import { LONGEST_PHRASE } from "../../codebook/quoted-phrases.ts";
import { FOLD } from "../../text/fold.ts";
import type { QuotationSpan, TextIndex, Tokens } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import type { ArticleEvidence, PartEvidence } from "./article-evidence.ts";
import type { ArticleHabits } from "./article-habits.ts";
import { type Echo, phraseHash, withoutItself } from "./echo-index.ts";
import { type Layout, MOST_INSIDE, markEnd } from "./layout.ts";
import { isPlainWord, mayBeNoun, opensNoun } from "./readings.ts";
import { attributionsOf, type Content, hasCueBeside } from "./speakers.ts";
import { type Suffix, suffixOf } from "./suffix.ts";
import {
  MOST_AROUND,
  sentenceAround,
  takeAfter,
  takeBefore,
  takeInside,
  textAfter,
  textBefore,
} from "./surroundings.ts";
import { QUOTED, TokenRun } from "./token-run.ts";
import { isNounReading, type Verb, verbKind } from "./verbs.ts";
import { isListed, LIST, type WordLists } from "./word-lists.ts";

const QUESTION_MARK = 0x3f;
const ZERO = 0x30;
const NINE = 0x39;
/** Up to so many words the ending of the last one is read. */
const MOST_WITH_SUFFIX = 3;

/**
 * One quotation and what stands around it in its sentence: all that the evidence rows read. Distances count tokens: the
 * first of before and after touch the marks. Other quotations count as one token, QUOTED.
 */
export class QuotationContext {
  text = "";
  tokens!: Tokens;
  lists!: WordLists;
  span!: QuotationSpan;
  /** Word tokens between the marks, in order. */
  readonly words = new TokenRun(MOST_INSIDE);
  /** How many of them carry meaning (are not in FUNC), and how many of those begin with a telling capital or a digit. */
  content = 0;
  capital = 0;
  /** What the ending of the last word says, of up to three words. */
  suffix: Suffix | null = null;
  /** Tokens of the same sentence, the nearest first. */
  readonly before = new TokenRun(MOST_AROUND);
  readonly after = new TokenRun(MOST_AROUND);
  /** Whether a determiner or possessive touches the opening mark: the "x". */
  isOpened = false;
  /** Whether one word stands between them: the notorious "x". */
  isQualified = false;
  /** Whether the token after is a lower-case word that may be the noun the quoted words go with: the "x" rule. */
  nounFollows = false;
  /** The last reporting verb before the marks, the first one after them. */
  verbBefore: Verb | null = null;
  verbAfter: Verb | null = null;
  /** The attributions whose content holds the words, the innermost first. */
  attributions: readonly Content[] = [];
  /** Whether the sentence has an attribution outside the marks. */
  hasCueBeside = false;
  /** Whether the sentence ends in a question mark that is not inside the marks. */
  asks = false;
  /** Whether a reporting verb stands earlier in the paragraph, outside quotations. */
  verbInParagraph = false;
  /** Whether another sentence of the paragraph quotes five words or more. */
  speechInParagraph = false;
  /** Other quotations of the article that have three words or fewer, in sentences without a reporting verb. */
  bareQuotations = 0;
  /** Whether it stands in a headline that begins nearly every word with a capital. */
  isTitleCase = false;
  /** Whether the quotation stands in the headline. */
  inHeadline = false;
  /** Whether that headline has a question mark, wherever it stands. */
  headlineAsks = false;
  habits!: ArticleHabits;
  /** Where else the words stand in headline and body; null where they are none or more than four. */
  echo: Echo | null = null;
  /** The lists of quoted-phrases.csv that the words are in, as bits. */
  phraseLists = 0;
  private layout!: Layout;
  private number = 0;
  private sentence!: Span;
  /** Made when a row asks for them, as few do. */
  private textsAround: { before: string | null; after: string | null } = {
    before: null,
    after: null,
  };

  /**
   * The text around in lower case, ’ as ', other quotations as qqq; the first ends, the second starts at the marks,
   * with the comma that American style sets inside them.
   */
  get beforeText(): string {
    this.textsAround.before ??= textBefore(this.layout, this.number, this.sentence);
    return this.textsAround.before;
  }

  get afterText(): string {
    this.textsAround.after ??= textAfter(this.layout, this.number, this.sentence);
    return this.textsAround.after;
  }

  /** Reads all that the rows ask about one quotation. Bounded work, however long its sentence is. */
  read(part: PartEvidence, number: number, article: ArticleEvidence): this {
    const { layout, speakers } = part;
    const { index } = layout;
    const span = index.quotations[number];
    if (span === undefined) throw new RangeError(`There is no quotation ${number}`);
    this.layout = layout;
    this.number = number;
    this.text = index.text;
    this.tokens = index.tokens;
    this.lists = article.lists;
    this.span = span;
    this.sentence = sentenceAround(layout, number);
    this.textsAround.before = null;
    this.textsAround.after = null;
    this.isTitleCase = part.isTitleCase;
    this.inHeadline = part.part === "headline";
    this.headlineAsks = part.headlineAsks;
    this.readWords();
    this.readSentence();
    this.attributions = attributionsOf(speakers, layout, number);
    this.hasCueBeside = hasCueBeside(speakers, layout, number);
    this.readParagraph(part);
    this.bareQuotations =
      article.bareQuotations - (part.isCounted ? (part.habits.bare[number] ?? 0) : 0);
    this.habits = article.habits;
    const hash = phraseHash(layout, number, LONGEST_PHRASE);
    this.echo = echoElsewhere(part, number);
    this.phraseLists = hash === null ? 0 : article.phrases.listsOf(hash);
    return this;
  }

  private readWords(): void {
    const { layout, words, lists, tokens, text } = this;
    takeInside(layout, this.number, lists, words);
    this.content = 0;
    this.capital = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words.at(i);
      if (isListed(lists, LIST.FUNC, tokens.ids[word] as number)) continue;
      this.content++;
      const unit = text.charCodeAt(tokens.starts[word] as number);
      if (FOLD[unit] !== unit || (unit >= ZERO && unit <= NINE)) this.capital++;
    }
    if (this.isTitleCase) this.capital = 0;
    this.suffix = suffixOfLast(layout.index, words);
  }

  private readSentence(): void {
    const { layout, number, sentence, lists, before, after } = this;
    const { index } = layout;
    takeBefore(layout, number, sentence, lists, before);
    takeAfter(layout, number, sentence, lists, after);
    this.verbBefore = nearestVerb(index, lists, before, -1);
    this.verbAfter = nearestVerb(index, lists, after, 1);
    this.isOpened = opensNoun(this, before.at(0));
    this.isQualified = isPlainWord(this, before.at(0)) && opensNoun(this, before.at(1));
    this.nounFollows = mayBeNoun(this, after.at(0));
    this.asks =
      index.text.charCodeAt(sentence.end - 1) === QUESTION_MARK &&
      sentence.end > markEnd(index, number);
  }

  private readParagraph({ habits }: PartEvidence): void {
    const { layout, number } = this;
    const paragraph = layout.paragraph[number] ?? 0;
    const sentence = layout.sentence[number] ?? 0;
    const verb = habits.firstVerb[paragraph] ?? QUOTED;
    this.verbInParagraph = verb >= 0 && verb < (layout.open[number] ?? 0);
    const first = habits.firstSpeech[paragraph] ?? QUOTED;
    const last = habits.lastSpeech[paragraph] ?? QUOTED;
    this.speechInParagraph = (first >= 0 && first !== sentence) || (last >= 0 && last !== sentence);
  }
}

function echoElsewhere(part: PartEvidence, number: number): Echo | null {
  const echo = part.echoes[number] ?? null;
  if (echo === null || !part.isCounted) return echo;
  return withoutItself(echo, part.layout, number, part.part === "headline");
}

function suffixOfLast({ text, tokens }: TextIndex, words: TokenRun): Suffix | null {
  const last = words.at(words.length - 1);
  if (last < 0 || words.length > MOST_WITH_SUFFIX) return null;
  return suffixOf(text, tokens.starts[last] ?? 0, tokens.ends[last] ?? 0);
}

/** The nearest reporting verb of one side. */
function nearestVerb(
  index: TextIndex,
  lists: WordLists,
  side: TokenRun,
  step: 1 | -1,
): Verb | null {
  if (!side.has(LIST.REPORTING)) return null;
  const { text, tokens } = index;
  for (let at = 0; at < side.length; at++) {
    const token = side.at(at);
    if (token < 0) continue;
    const id = tokens.ids[token] ?? 0;
    const kind = verbKind(lists, id);
    if (kind === null) continue;
    if (!isNounReading(text, tokens, lists, id, side.at(at - step))) return { kind, at };
  }
  return null;
}
