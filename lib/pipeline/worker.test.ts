import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createCorpus, deleteCorpus, openCorpus } from "../database/registry.ts";
import { createTestServer, type TestServer } from "../database/test-database.ts";
import { countDue } from "./due.ts";
import { notifyDue } from "./notify.ts";
import { addArticles } from "./test-articles.ts";
import { runWorker } from "./worker.ts";

let server: TestServer;
const stop = new AbortController();
const lines: string[] = [];
let worker: Promise<void>;

beforeAll(async () => {
  server = await createTestServer();
  worker = runWorker({ signal: stop.signal, log: (line) => lines.push(line) });
});

afterAll(async () => {
  stop.abort();
  await worker;
  await server.drop();
});

const text = { body: 'Perhaps the "experts" may object.' };

async function waitUntilDone(corpus: CorpusDatabase): Promise<number> {
  const started = Date.now();
  while ((await countDue(corpus)) > 0) {
    if (Date.now() - started > 15_000) throw new Error(`Nothing was done: ${lines.join("\n")}`);
    await sleep(50);
  }
  return Date.now() - started;
}

async function countFlags(corpus: CorpusDatabase): Promise<number> {
  return (await corpus.pool.query("SELECT count(*) AS n FROM flag")).rows[0].n;
}

test("a worker serves corpora that are made while it runs, and goes on when one is deleted", async () => {
  const [first, second] = [
    await createCorpus({ title: "One" }),
    await createCorpus({ title: "Two" }),
  ];
  const one = await openCorpus(first);
  await addArticles(one, [{ number: 1, outlet: 1, day: "2024-01-01", ...text }]);
  await waitUntilDone(one);
  expect(await countFlags(one)).toBeGreaterThan(0);
  await deleteCorpus(first);
  const two = await openCorpus(second);
  await addArticles(two, [{ number: 2, outlet: 1, day: "2024-01-01", ...text }]);
  await waitUntilDone(two);
  expect(await countFlags(two)).toBeGreaterThan(0);
  expect(lines.filter((line) => !/analysed 1 articles|recounted 1 outlets/.test(line))).toEqual([]);
}, 60_000);

test("a notice wakes a sleeping worker before it would look again by itself", async () => {
  const corpus = await openCorpus("two");
  const waits: number[] = [];
  for (let number = 10; number < 13; number++) {
    await sleep(300);
    await addArticles(corpus, [{ number, outlet: 1, day: "2024-01-02", ...text }]);
    await notifyDue(corpus.pool);
    waits.push(await waitUntilDone(corpus));
  }
  // It looks every three seconds: three times in a row by chance would be rare.
  expect(Math.min(...waits)).toBeLessThan(1500);
}, 60_000);
