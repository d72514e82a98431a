import { createHash } from "node:crypto";
import { copyRows } from "../lib/database/copy.ts";
import type { CorpusDatabase } from "../lib/database/corpus-database.ts";
import { createCorpus, deleteCorpus, openCorpus } from "../lib/database/registry.ts";
import { importFile } from "../lib/import/run.ts";
import { analyseDue } from "../lib/pipeline/analyse-all.ts";
import { printRatios } from "./contest.ts";
import { type GeneratedArticle, generateArticles } from "./generated-articles.ts";

const ARTICLES = 2000;
const ROUNDS = 3;

/** The columns of an article's row, filled as the import fills them. */
const COLUMNS = [
  "id",
  "bucket",
  "outlet_id",
  "url",
  "published_on",
  "headline",
  "teaser",
  "body",
  "language",
  "import_id",
  "content_hash",
];

function* bareRows(articles: readonly GeneratedArticle[]) {
  for (const { url, date, headline, teaser, body } of articles) {
    const id = createHash("sha256").update(url).digest("hex").slice(0, 32);
    const hash = createHash("sha256").update(`${teaser}\n${body}`).digest();
    yield [
      id,
      Number.parseInt(id.slice(0, 2), 16),
      1,
      url,
      date,
      headline,
      teaser,
      body,
      "en",
      1,
      hash,
    ];
  }
}

async function bareCopy(
  corpus: CorpusDatabase,
  articles: readonly GeneratedArticle[],
): Promise<number> {
  await corpus.pool.query(
    "CREATE TABLE IF NOT EXISTS bare (LIKE article INCLUDING DEFAULTS INCLUDING STORAGE)",
  );
  const start = performance.now();
  const client = await corpus.pool.connect();
  try {
    await copyRows(client, "bare", COLUMNS, bareRows(articles));
  } finally {
    client.release();
  }
  return performance.now() - start;
}

async function importAndAnalyse(
  corpus: CorpusDatabase,
  file: Buffer,
): Promise<{ imported: number; analysed: number }> {
  const start = performance.now();
  await importFile(corpus, {
    name: "generated.jsonl",
    size: file.byteLength,
    async *open() {
      yield file;
    },
  });
  const imported = performance.now();
  await analyseDue(corpus);
  return { imported: imported - start, analysed: performance.now() - start };
}

/** Import and analysis of 2,000 generated articles against a plain COPY of the same rows, each round in a new corpus. */
export async function benchImport(): Promise<void> {
  const articles = generateArticles(ARTICLES, 8);
  const file = Buffer.from(articles.map((article) => JSON.stringify(article)).join("\n"));
  const times = { copy: [] as number[], imported: [] as number[], analysed: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const slug = await createCorpus({ title: "Bench", slug: `bench-import-${round}` });
    const corpus = await openCorpus(slug);
    times.copy.push(await bareCopy(corpus, articles));
    const { imported, analysed } = await importAndAnalyse(corpus, file);
    times.imported.push(imported);
    times.analysed.push(analysed);
    await deleteCorpus(slug);
  }
  const result = (name: string, unsorted: number[]) => {
    const sorted = unsorted.sort((a, b) => a - b);
    return {
      name,
      times: sorted,
      median: sorted[1] ?? Number.NaN,
      p95: sorted.at(-1) ?? Number.NaN,
    };
  };
  printRatios(
    `Import of ${ARTICLES.toLocaleString("en")} articles, ${(file.byteLength / 1e6).toFixed(1)} MB`,
    [
      result("floor: COPY of the same rows, no index", times.copy),
      result("import (parsed, ids, outlets, language, indexes)", times.imported),
      result("import and analysis, rollups counted", times.analysed),
    ],
    ({ median }) => `${Math.round((1000 * ARTICLES) / median).toLocaleString("en")} articles/s`,
  );
}
