import { analyze } from "../../analysis/analyze.ts";
import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import { indexArticle } from "../../analysis/text/index-article.ts";
import { type TextIndex, WORD } from "../../analysis/text/text-index.ts";
import type { ArticleText, Part, VoiceSpan } from "../../analysis/types.ts";
import { compiledCodebook, compileOnce } from "../codebook/live.ts";
import { GrowingVocabulary } from "../search/growing-vocabulary.ts";
import type { View } from "../view/view.ts";

export interface CountedArticle extends ArticleText {
  id: string;
  /** The parts that the selection counts. */
  parts: Part[];
}

/** What crosses to a thread. */
export interface CountWordsTask {
  voice: View["voice"];
  /** Whose reading decides the voice of a word; files are null until the thread says that it lacks them. */
  hash: string;
  files: CodebookFiles | null;
  articles: CountedArticle[];
}

/** The words of a few articles: typed arrays, since they cross threads faster than objects. */
export interface CountedWords {
  /** Folded words; their numbers are their places. */
  words: string[];
  /** For each article in turn, pairs of a word's number and its count. */
  counts: Int32Array;
  /** Where each article's pairs begin in `counts`, and where the last ones end. */
  offsets: Int32Array;
}

/** Counts the words of the articles of a task, each in one voice or in all of them; null where the codebook's files are needed. */
export function countWords({ voice, hash, files, articles }: CountWordsTask): CountedWords | null {
  const codebook =
    voice === "all" ? null : files ? compileOnce(hash, files) : compiledCodebook(hash);
  if (codebook === undefined) return null;
  const vocabulary = new GrowingVocabulary();
  const tally = new Tally();
  const counts: number[] = [];
  const offsets = [0];
  for (const article of articles) {
    countArticle(article, { voice, codebook, vocabulary, tally });
    tally.moveTo(counts);
    offsets.push(counts.length);
  }
  return {
    words: Array.from({ length: vocabulary.size }, (_, i) => vocabulary.wordOf(i + 1)),
    counts: Int32Array.from(counts),
    offsets: Int32Array.from(offsets),
  };
}

/** Counts by word number, from 1; cheaper than a Map for every article. */
class Tally {
  #counts = new Int32Array(4096);
  readonly #met: number[] = [];

  add(word: number): void {
    if (word >= this.#counts.length) {
      const larger = new Int32Array(Math.max(word + 1, this.#counts.length * 2));
      larger.set(this.#counts);
      this.#counts = larger;
    }
    const count = this.#counts[word] as number;
    if (count === 0) this.#met.push(word);
    this.#counts[word] = count + 1;
  }

  /** Appends pairs of a word's place (number - 1) and its count, and is empty again. */
  moveTo(pairs: number[]): void {
    for (const word of this.#met) {
      pairs.push(word - 1, this.#counts[word] as number);
      this.#counts[word] = 0;
    }
    this.#met.length = 0;
  }
}

interface Means {
  voice: View["voice"];
  codebook: Codebook | null;
  vocabulary: GrowingVocabulary;
  tally: Tally;
}

/** The same words as article_words counts: no trailing credit, no teaser that repeats the body. */
function countArticle(
  article: CountedArticle,
  { voice, codebook, vocabulary, tally }: Means,
): void {
  const indexes = indexArticle(article, vocabulary);
  const spans = codebook ? analyze(article, codebook).voices : [];
  for (const part of article.parts) {
    const own = spans.filter((span) => span.part === part);
    countPart(indexes[part], { voice, spans: own }, tally);
  }
}

/** Spans are in order, so one walk along both tokens and spans does. */
function countPart(
  { tokens }: TextIndex,
  { voice, spans }: { voice: View["voice"]; spans: readonly VoiceSpan[] },
  tally: Tally,
): void {
  let next = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== WORD) continue;
    const start = tokens.starts[i] ?? 0;
    let span = spans[next];
    while (span && span.end <= start) span = spans[++next];
    const spoken = span && span.start <= start ? span.voice : "outlet";
    if (voice === "all" || voice === spoken) tally.add(tokens.ids[i] ?? 0);
  }
}
