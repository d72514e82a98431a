import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../config.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { closeAll } from "../database/registry.ts";
import { createTestCorpus } from "../database/test-database.ts";
import { type RunningDatabase, startDatabase, stopDatabase } from "../launcher/postgres-server.ts";
import { analyseDue } from "./analyse-all.ts";
import { countDue } from "./due.ts";
import { addArticles, randomFrom, type TestArticle } from "./test-articles.ts";

const ARTICLES = 600;
const PASSWORD = "test";

/** Inside node_modules: the bundle finds the packages that it leaves outside. */
const bundles = path.join(projectRoot(), "node_modules/.cache", `framescope-kill-${process.pid}`);
const folder = mkdtempSync(path.join(tmpdir(), "framescope-kill-"));

let database: RunningDatabase;
let corpus: CorpusDatabase;
let clean: Record<string, string[]>;

beforeAll(async () => {
  const entryPoints = {
    worker: "lib/pipeline/worker-process.ts",
    "analysis-thread": "lib/pipeline/analysis-thread.ts",
  };
  await build({
    absWorkingDir: projectRoot(),
    entryPoints,
    outdir: bundles,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  // A server of its own: this one is killed.
  database = await startDatabase({ folder, password: PASSWORD, throwaway: true });
  process.env.FRAMESCOPE_TEST_SERVER = database.url;
  ({ corpus } = await createTestCorpus());
  await addArticles(corpus, invented());
  await analyseDue(corpus);
  clean = await dump();
  for (const table of RESULTS) expect(clean[table]?.length, table).toBeGreaterThan(100);
}, 120_000);

afterAll(async () => {
  await closeAll();
  await stopDatabase(database);
  for (const each of [folder, bundles]) rmSync(each, { recursive: true, force: true });
});

const SENTENCES = [
  'The minister called the plan "regrettable" and may resign in May.',
  'Critics say the so-called "reform" could hurt thousands.',
  "Perhaps the regime will fall, officials claimed on Monday.",
  '"We will not give in," the mayor said. "Never."',
  "According to residents, the bridge had been closed for weeks.",
  'The "experts" were nowhere to be seen.',
];

function invented(): TestArticle[] {
  const random = randomFrom(5);
  const sentence = () => SENTENCES[Math.floor(random() * SENTENCES.length)];
  return Array.from({ length: ARTICLES }, (_, number) => ({
    number,
    outlet: 1 + (number % 6),
    day: `2024-0${1 + (number % 9)}-1${number % 7}`,
    headline: sentence() ?? "",
    body: Array.from({ length: 12 }, () => `${sentence()} Number ${number}.`).join("\n\n"),
    language: number % 50 === 0 ? "de" : "en",
  }));
}

const RESULTS = [
  "quotation",
  "flag",
  "article_words",
  "article_hits",
  "rollup_words",
  "rollup_hits",
  "article_terms",
  "article_search",
];

/** Every stored result, row by row. */
async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of RESULTS) {
    const { rows } = await corpus.pool.query(`SELECT t::text AS row FROM ${table} AS t ORDER BY 1`);
    tables[table] = rows.map((each) => each.row);
  }
  const marks = await corpus.pool.query("SELECT DISTINCT analysed_with AS mark FROM article");
  tables.marks = marks.rows.map((each) => each.mark);
  return tables;
}

/** Makes the articles of some buckets due again. */
async function makeDue(buckets: number[]): Promise<void> {
  const update = "UPDATE article SET analysed_with = NULL WHERE bucket = ANY($1::int[])";
  await corpus.pool.query(update, [buckets]).catch(() => undefined);
}

const ALL_BUCKETS = Array.from({ length: 256 }, (_, bucket) => bucket);

/** Takes every result away; in one statement each, as no worker runs. */
async function forgetResults(): Promise<void> {
  for (const table of RESULTS) await corpus.pool.query(`DELETE FROM ${table}`);
  await makeDue(ALL_BUCKETS);
}

function startWorker(): ChildProcess {
  const env = { ...process.env, FRAMESCOPE_ROOT: projectRoot() };
  return spawn(process.execPath, [path.join(bundles, "worker.mjs")], { env, stdio: "ignore" });
}

async function kill(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (worker.exitCode !== null) return worker.exitCode;
  const exit = once(worker, "exit");
  worker.kill(signal);
  const [code] = await exit;
  return code;
}

async function waitUntilDone(): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
    const due = await countDue(corpus).catch(() => -1);
    if (due === 0) return;
  }
  throw new Error("The workers did not come to an end.");
}

test("nothing is lost or doubled when workers are killed at any moment", async () => {
  await forgetResults();
  const until = Date.now() + 6000;
  let kills = 0;
  const slot = async () => {
    while (Date.now() < until) {
      const worker = startWorker();
      await sleep(500 + Math.random() * 1200);
      expect(worker.exitCode).toBe(null);
      await kill(worker, "SIGKILL");
      kills++;
    }
  };
  const unrest = async () => {
    for (; Date.now() < until; await sleep(200)) {
      await makeDue(ALL_BUCKETS.filter(() => Math.random() < 0.3));
    }
  };
  await Promise.all([slot(), slot(), unrest()]);
  expect(kills).toBeGreaterThan(4);
  const last = startWorker();
  await waitUntilDone();
  expect(await kill(last, "SIGTERM")).toBe(0);
  expect(await dump()).toEqual(clean);
}, 120_000);

test("nothing is lost or doubled when the database is killed, and workers go on", async () => {
  await forgetResults();
  const workers = [startWorker(), startWorker()];
  for (let round = 0; round < 3; round++) {
    await sleep(1000 + Math.random() * 700);
    await makeDue(ALL_BUCKETS.filter(() => Math.random() < 0.5));
    await sleep(Math.random() * 300);
    process.kill(database.pid, "SIGKILL");
    const { port } = database;
    database = await startDatabase({ folder, password: PASSWORD, port, throwaway: true });
    expect(database.port).toBe(port);
  }
  await waitUntilDone();
  const codes = await Promise.all(workers.map((worker) => kill(worker, "SIGTERM")));
  expect(codes).toEqual([0, 0]);
  expect(await dump()).toEqual(clean);
}, 120_000);
