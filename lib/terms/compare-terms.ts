import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import { periodStatus } from "../../analysis/statistics/period-status.ts";
import { liveHash, readCodebookFiles } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { readTexts } from "../search/find-matching.ts";
import { KeptResults } from "../search/kept-results.ts";
import { type ComparedCounts, compareCounts } from "./compare-counts.ts";
import type { CountedArticle } from "./count-words.ts";
import { readSelection, type SelectedArticles, type TermSelection } from "./selection.ts";
import { SideCounts, WordNumbers } from "./side-counts.ts";
import { createWordCounter, type WordCounter } from "./word-counter.ts";

/** What a side's numbers are of. */
export interface ComparedSide {
  /** Articles read, and their words. */
  articles: number;
  words: number;
  /** Articles of the selection; where it is more than were read, these were the lowest ids. */
  total: number;
}

export interface TermComparison extends ComparedCounts {
  a: ComparedSide;
  b: ComparedSide;
  /** Whether a side has too few articles to compare: then no term is tested. */
  thin: boolean;
}

const kept = new KeptResults<TermComparison>(6);

/**
 * Which terms tell two selections apart. Both are cut into words when asked, in threads where there are any; above 5,000
 * articles a side the 5,000 lowest ids are read. Terms in fewer than 3 articles or with fewer than 5 hits over both sides are
 * left out. Results are kept in memory by articles, part, voice and codebook.
 */
export async function compareTerms(
  corpus: CorpusDatabase,
  sides: { a: TermSelection; b: TermSelection },
): Promise<TermComparison> {
  const [a, b, codebook] = await Promise.all([
    readSelection(corpus, sides.a),
    readSelection(corpus, sides.b),
    liveHash(corpus),
  ]);
  const needsVoices = sides.a.voice !== "all" || sides.b.voice !== "all";
  const key = [
    ENGINE_VERSION,
    needsVoices ? codebook : null,
    ...[sides.a, sides.b].map(({ part, voice }) => [part, voice]),
    ...[a, b].map(({ articles, total }) => [articles, total]),
  ];
  return kept.get(key, () => compare(corpus, codebook, [sides.a, a], [sides.b, b]));
}

type Side = [selection: TermSelection, selected: SelectedArticles];

async function compare(
  corpus: CorpusDatabase,
  codebook: string,
  sideA: Side,
  sideB: Side,
): Promise<TermComparison> {
  const numbers = new WordNumbers();
  const counter = createWordCounter(() => readCodebookFiles(corpus, codebook));
  try {
    const a = await countSide(corpus, counter, { codebook, side: sideA, numbers });
    const b = await countSide(corpus, counter, { codebook, side: sideB, numbers });
    const thin = isThin(a, sideA) || isThin(b, sideB);
    return {
      ...(await compareCounts(numbers, a, b, { tested: !thin })),
      a: describeSide(a, sideA),
      b: describeSide(b, sideB),
      thin,
    };
  } finally {
    await counter.close();
  }
}

const isThin = (counts: SideCounts, [{ part }]: Side) => periodStatus(counts.n, part) !== "ok";

const describeSide = ({ n, x }: SideCounts, [, { total }]: Side): ComparedSide => ({
  articles: n,
  words: x,
  total,
});

/** Articles in one message to a thread. */
const MESSAGE = 50;

async function countSide(
  corpus: CorpusDatabase,
  counter: WordCounter,
  { codebook, side, numbers }: { codebook: string; side: Side; numbers: WordNumbers },
): Promise<SideCounts> {
  const [{ voice }, { articles }] = side;
  const counts = new SideCounts(numbers);
  const parts = new Map(articles.map((article) => [article.id, article.parts]));
  const messages = inMessages(corpus, articles, parts);
  const lane = async () => {
    for (;;) {
      const { value, done } = await messages.next();
      if (done) return;
      counts.add(await counter.count({ voice, hash: codebook, files: null, articles: value }));
    }
  };
  await Promise.all(Array.from({ length: counter.lanes }, lane));
  return counts;
}

async function* inMessages(
  corpus: CorpusDatabase,
  articles: SelectedArticles["articles"],
  parts: ReadonlyMap<string, CountedArticle["parts"]>,
): AsyncGenerator<CountedArticle[]> {
  const ids = articles.map((article) => article.id);
  for await (const texts of readTexts(corpus, ids)) {
    for (let at = 0; at < texts.length; at += MESSAGE) {
      yield texts
        .slice(at, at + MESSAGE)
        .map((text) => ({ ...text, parts: parts.get(text.id) ?? [] }));
    }
  }
}
