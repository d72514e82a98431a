import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Analysis, Part, Voice } from "../../analysis/types.ts";
import { PARTS, VOICES } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { inTransaction } from "../database/transaction.ts";
import { classifyDuplicates } from "./duplicates.ts";
import { type EncodedArticle, encodeAnalysis } from "./encode.ts";
import { refreshRollups } from "./refresh.ts";
import { addArticles, contentHash, randomFrom, type TestArticle, testId } from "./test-articles.ts";
import { readRollups, recountAll } from "./test-recount.ts";
import { addDueTokens, writeBatch } from "./write.ts";

vi.mock("../../analysis/signals/list.ts", () => ({
  SIGNALS: [
    { id: "scare_quote", labels: [{ id: "scare" }, { id: "distanced" }], defaultLabel: "scare" },
    { id: "hedge", labels: [{ id: "modal" }], defaultLabel: "all" },
  ],
}));

const EXCLUDED = ["scare_quote distanced"];
const ARTICLES = 240;
const ROUNDS = 10;

let corpus: CorpusDatabase;
let server: TestServer;

const articles: TestArticle[] = Array.from({ length: ARTICLES }, (_, number) => ({
  number,
  outlet: 1 + (number % 4),
  day: `2024-03-0${1 + (Math.floor(number / 4) % 5)}`,
  body: `text ${Math.floor(number / 3)}`,
}));

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await addArticles(corpus, articles);
});

afterAll(() => server.drop());

const LABELS = [
  ["scare_quote", "scare"],
  ["scare_quote", "distanced"],
  ["hedge", "modal"],
  ["user_frames", "economy"],
] as const;

/** Made-up results, different each time. */
function madeUp(number: number, random: () => number): EncodedArticle {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const words = PARTS.flatMap((part) =>
    VOICES.filter(() => random() < 0.6).map((voice) => ({
      part: part as Part,
      voice: voice as Voice,
      count: 1 + Math.floor(random() * 50),
    })),
  );
  const span = { start: 0, end: 1, text: "x", evidence: [] };
  const flags = Array.from({ length: Math.floor(random() * 8) }, () => {
    const [signal, label] = pick(LABELS);
    const place = { part: pick(PARTS), voice: pick(VOICES) };
    return { ...span, ...place, signal, label, term: null, subject: null, score: null };
  });
  const quotations = Array.from({ length: Math.floor(random() * 4) }, () => ({
    ...span,
    part: pick(PARTS),
    voice: pick(VOICES),
    function: "other" as const,
    distanced: false,
    uncertain: true,
    speaker: null,
    probabilities: {
      direct: 0,
      partial: 0,
      scare: random(),
      title: 0,
      term: 0,
      mention: 0,
      other: 0,
    },
  }));
  const analysis: Analysis = { words, voices: [], quotations, flags, unbalanced: 0 };
  return encodeAnalysis(testId(number), analysis, true);
}

async function expectExact(): Promise<void> {
  const [stored, counted] = await Promise.all([
    readRollups(corpus.pool),
    recountAll(corpus.pool, EXCLUDED),
  ]);
  const keys = new Set([...stored.keys(), ...counted.keys()]);
  const wrong = [...keys].filter((key) => stored.get(key) !== counted.get(key));
  expect(counted.size).toBeGreaterThan(100);
  expect(wrong.map((key) => [key, stored.get(key), counted.get(key)])).toEqual([]);
}

test("refreshRollups agrees with a count in plain code, `all` of parts and voices included", async () => {
  const random = randomFrom(1);
  await writeBatch(
    corpus,
    "v0",
    articles.map(({ number }) => madeUp(number, random)),
  );
  expect(await refreshRollups(corpus)).toBe(4);
  await expectExact();
  expect(await refreshRollups(corpus)).toBe(0);
});

test("writeBatch writes an article once for each mark, whoever comes second", async () => {
  const random = randomFrom(2);
  const batch = articles.slice(0, 50).map(({ number }) => madeUp(number, random));
  const again = articles.slice(0, 50).map(({ number }) => madeUp(number, random));
  const written = await Promise.all([
    writeBatch(corpus, "v1", batch),
    writeBatch(corpus, "v1", again),
  ]);
  expect(written.sort()).toEqual([0, 50]);
  expect(await writeBatch(corpus, "v1", again)).toBe(0);
});

/** Writes a few batches under marks of its own. */
async function writer(name: string): Promise<void> {
  const random = randomFrom(name.length * 7919 + Date.now());
  for (let round = 0; round < 3; round++) {
    const start = Math.floor(random() * (ARTICLES - 12));
    const batch = articles.slice(start, start + 12).map(({ number }) => madeUp(number, random));
    await writeBatch(corpus, `${name} ${round}`, batch);
  }
}

/** Moves an article to another day, and brings the classes of its duplicates up to date. */
async function mover(): Promise<void> {
  const article = articles[Math.floor(Math.random() * ARTICLES)] as TestArticle;
  const day = `2024-03-0${1 + Math.floor(Math.random() * 5)}`;
  await inTransaction(corpus.pool, async (client) => {
    const { rows } = await client.query(
      "SELECT id, outlet_id, published_on FROM article WHERE id = $1 FOR UPDATE",
      [testId(article.number)],
    );
    await client.query("UPDATE article SET published_on = $2 WHERE id = $1", [rows[0].id, day]);
    for (const table of ["article_words", "article_hits"]) {
      const move = `UPDATE ${table} SET published_on = $2 WHERE article_id = $1`;
      await client.query(move, [rows[0].id, day]);
    }
    await addDueTokens(client, [rows[0], { ...rows[0], published_on: day }]);
  });
  await classifyDuplicates(corpus, [contentHash(article)]);
}

/** Refreshes over and over until the work is done, and once more. */
async function refreshDuring(work: Promise<unknown>): Promise<void> {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  while (!done) await refreshRollups(corpus);
  await ended;
  await refreshRollups(corpus);
}

// Many short rounds: in a long one later writes would heal what an earlier race had spoilt.
test("writers, movers and refreshers at the same time leave no rollup wrong", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const names = ["a", "bb", "ccc"].map((name) => `${name} ${round}`);
    const work = Promise.all([...names.map(writer), mover(), mover()]);
    await Promise.all([refreshDuring(work), refreshDuring(work)]);
    await expectExact();
  }
  const { rows } = await corpus.pool.query("SELECT count(*) AS n FROM rollup_due");
  expect(rows).toEqual([{ n: 0 }]);
}, 60_000);
