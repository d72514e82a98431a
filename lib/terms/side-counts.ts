import type { RateSums } from "../../analysis/statistics/rate.ts";
import type { CountedWords } from "./count-words.ts";

/** Numbers of the words that both sides of a comparison use. */
export class WordNumbers {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** Sums of one word over the articles of a side. */
interface WordSums {
  /** Count of the word, and the articles that hold it. */
  y: number;
  articles: number;
  yy: number;
  xy: number;
}

const NO_SUMS: Readonly<WordSums> = { y: 0, articles: 0, yy: 0, xy: 0 };

/** The word counts of one side, article by article: all that the statistics of its words need. */
export class SideCounts {
  /** Articles with a word, their words, and the squares. */
  n = 0;
  x = 0;
  xx = 0;
  readonly #numbers: WordNumbers;
  readonly #sums: WordSums[] = [];
  /** Each article's words, and pairs of a word's number and its count. */
  readonly #articles: { x: number; pairs: Int32Array }[] = [];

  constructor(numbers: WordNumbers) {
    this.#numbers = numbers;
  }

  add({ words, counts, offsets }: CountedWords): void {
    const numbers = words.map((word) => this.#numbers.numberOf(word));
    for (let article = 0; article + 1 < offsets.length; article++) {
      const pairs = counts.slice(offsets[article], offsets[article + 1]);
      for (let i = 0; i < pairs.length; i += 2) pairs[i] = numbers[pairs[i] as number] as number;
      this.#addArticle(pairs);
    }
  }

  #addArticle(pairs: Int32Array): void {
    let x = 0;
    for (let i = 1; i < pairs.length; i += 2) x += pairs[i] as number;
    if (x === 0) return;
    this.#articles.push({ x, pairs });
    this.n++;
    this.x += x;
    this.xx += x * x;
    for (let i = 0; i < pairs.length; i += 2) {
      const y = pairs[i + 1] as number;
      const sums = this.#sumsOf(pairs[i] as number);
      sums.y += y;
      sums.articles++;
      sums.yy += y * y;
      sums.xy += x * y;
    }
  }

  #sumsOf(word: number): WordSums {
    let sums = this.#sums[word];
    if (!sums) {
      sums = { ...NO_SUMS };
      this.#sums[word] = sums;
    }
    return sums;
  }

  /** Count of a word, and the articles that hold it. */
  countOf(word: number): { count: number; articles: number } {
    const { y, articles } = this.#sums[word] ?? NO_SUMS;
    return { count: y, articles };
  }

  /** The sums from which a rate and its interval follow. */
  rateSumsOf(word: number): RateSums {
    const { y, yy, xy } = this.#sums[word] ?? NO_SUMS;
    return { n: this.n, x: this.x, xx: this.xx, y, yy, xy };
  }

  /**
   * Gries' DP of every word over the articles (analysis/statistics/dispersion.ts): an article without the word adds its share
   * of the text, so only those with it need a look. NaN for a word that the side doesn't use.
   */
  dispersions(): Float64Array {
    const distances = new Float64Array(this.#numbers.words.length).fill(Number.NaN);
    this.#sums.forEach((_, word) => {
      distances[word] = 1;
    });
    for (const { x, pairs } of this.#articles) {
      const share = x / this.x;
      for (let i = 0; i < pairs.length; i += 2) {
        const word = pairs[i] as number;
        const hits = (pairs[i + 1] as number) / (this.#sums[word]?.y ?? 1);
        distances[word] = (distances[word] as number) + Math.abs(hits - share) - share;
      }
    }
    return distances.map((distance) => distance / 2);
  }
}
