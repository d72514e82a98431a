import { afterAll, beforeAll, expect, test } from "vitest";
import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import { readShippedCodebook } from "../codebook/files.ts";
import { liveCodebook, liveHash } from "../codebook/live.ts";
import { publishCodebook, publishShippedCodebook } from "../codebook/publish.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { analyseDue } from "./analyse-all.ts";
import { countDue, countDueArticles } from "./due.ts";
import { addArticles, testId } from "./test-articles.ts";

let corpus: CorpusDatabase;
let server: TestServer;

const HEDGES = "lexicons/hedges.csv";

/** The shipped codebook with one hedge more; it sorts behind every other. */
function withTerm(term: string) {
  const { files } = readShippedCodebook();
  const hedges = files[HEDGES] ?? "";
  const [columns = [], first = []] = hedges.split("\n").map((line) => line.split(","));
  const label = first[columns.indexOf("label")] ?? "";
  const row: Record<string, string> = { term, forms: term, label, source: "test", licence: "MIT" };
  const line = columns.map((column) => row[column] ?? "").join(",");
  return { ...files, [HEDGES]: `${hedges.trimEnd()}\n${line}\n` };
}

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  const text = 'Perhaps it is zzorbly true. The "experts" may object.';
  await addArticles(corpus, [
    { number: 1, outlet: 1, day: "2024-01-01", body: text },
    { number: 2, outlet: 1, day: "2024-01-02", body: text },
    { number: 3, outlet: 2, day: "2024-01-01", body: text, language: "de" },
  ]);
});

afterAll(() => server.drop());

async function hedges(): Promise<[string, string[]][]> {
  const { rows } = await corpus.pool.query(
    `SELECT article_id AS id, array_agg(lower(term) ORDER BY start) AS terms FROM flag
     WHERE signal = 'hedge' GROUP BY 1`,
  );
  return rows.map((row) => [row.id, row.terms]);
}

async function marks(): Promise<string[]> {
  const { rows } = await corpus.pool.query("SELECT DISTINCT analysed_with AS mark FROM article");
  return rows.map((row) => row.mark);
}

test("analyseDue brings every article to the live codebook and counts its rollups", async () => {
  expect(await countDue(corpus)).toBe(3);
  expect(await countDueArticles()).toBe(3);
  expect(await analyseDue(corpus)).toBe(3);
  expect(await countDue(corpus)).toBe(0);
  expect(await marks()).toEqual([`${readShippedCodebook().hash}/${ENGINE_VERSION}`]);
  expect(await analyseDue(corpus)).toBe(0);
  const { rows } = await corpus.pool.query(
    `SELECT outlet_id, articles, sum_x FROM rollup_words
     WHERE part = 'body' AND voice = 'all' ORDER BY day`,
  );
  expect(rows).toEqual([
    { outlet_id: 1, articles: 1, sum_x: 9 },
    { outlet_id: 1, articles: 1, sum_x: 9 },
  ]);
});

test("an article in another language has flags and no metrics", async () => {
  const id = testId(3);
  expect((await hedges()).map(([article]) => article)).toContain(id);
  for (const table of ["article_words", "article_hits"]) {
    const { rows } = await corpus.pool.query(`SELECT FROM ${table} WHERE article_id = $1`, [id]);
    expect(rows).toEqual([]);
  }
});

test("another live codebook makes every article due, and going back does too", async () => {
  const before = await hedges();
  const hash = await publishCodebook(corpus, withTerm("zzorbly"), { shipped: false });
  expect(await liveHash(corpus)).toBe(hash);
  expect((await liveCodebook(corpus)).hash).toBe(hash);
  expect(await countDue(corpus)).toBe(3);
  expect(await hedges()).toEqual(before);
  expect(await analyseDue(corpus)).toBe(3);
  for (const [, terms] of await hedges()) expect(terms).toContain("zzorbly");
  const shipped = readShippedCodebook();
  expect(await publishCodebook(corpus, shipped.files, { shipped: true })).toBe(shipped.hash);
  expect(await analyseDue(corpus)).toBe(3);
  expect(await hedges()).toEqual(before);
});

test("publishCodebook refuses files with mistakes and keeps the live one", async () => {
  const { files, hash } = readShippedCodebook();
  const broken = { ...files, [HEDGES]: "term\nonly a term\n" };
  await expect(publishCodebook(corpus, broken, { shipped: false })).rejects.toMatchObject({
    code: "bad_input",
    field: "codebook",
    message: expect.stringContaining(HEDGES),
  });
  expect(await liveHash(corpus)).toBe(hash);
});

test("publishShippedCodebook keeps one that a user has published", async () => {
  const own = await publishCodebook(corpus, withTerm("zzuorbly"), { shipped: false });
  await publishShippedCodebook(corpus);
  expect(await liveHash(corpus)).toBe(own);
});
