import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../config.ts";
import { migrateAll } from "../database/registry.ts";
import { FramescopeError } from "../errors.ts";
import { countDueArticles } from "../pipeline/due.ts";
import { ensureSampleCorpus } from "../sample/install.ts";
import {
  checkExternalDatabase,
  type Kept,
  keepDatabase,
  startEmbeddedDatabase,
} from "./database.ts";
import { type KeptProcess, keepProcess } from "./keep-process.ts";
import { pagePort } from "./ports.ts";
import { endProcess, findProcess, tailOf } from "./processes.ts";
import { recordedProcess, recordProcess, updateServerFile } from "./server-file.ts";
import { duration, printError, step } from "./step.mjs";

/** What runs, in the order in which it is stopped: server and worker at once, then the database. */
interface Running {
  processes: KeptProcess[];
  /** A promise, so that a stop in the middle of its start waits for it and leaves nothing behind. */
  database: Promise<Kept | null> | null;
  stop: AbortController;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Starts everything and stays until a signal ends it. The caller holds the lock and has built everything. */
export async function launch(): Promise<void> {
  const started = Date.now();
  const running: Running = {
    processes: [],
    database: null,
    stop: new AbortController(),
  };
  const stop = stopOnSignals(running);
  try {
    const url = await start(running);
    say(`\nFramescope is ready: ${url}`);
    say(`(started in ${duration(Date.now() - started)}; Ctrl-C stops it)`);
  } catch (error) {
    await stop(1, () => printError(error));
  }
}

/** Makes every signal that means "stop" end all parts in order, once, however often it is sent. */
function stopOnSignals(running: Running) {
  let stopping: Promise<void> | null = null;
  const stopAll = async (exitCode: number, tell: () => void) => {
    running.stop.abort();
    tell();
    const isRunning = running.database !== null;
    const parts = () => stopParts(running);
    await (isRunning ? step("Stopping", parts) : parts()).catch(printError);
    process.exit(exitCode);
  };
  const stop = (exitCode: number, tell: () => void) => {
    // A start that fails because it is being stopped has nothing to say.
    stopping ??= stopAll(exitCode, tell);
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void stop(0, () => say("")));
  }
  process.on("uncaughtException", (error) => void stop(1, () => printError(error)));
  // A terminal that was closed must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return stop;
}

async function stopParts({ processes, database }: Running): Promise<void> {
  await Promise.all(processes.map((kept) => kept.stop()));
  const kept = await database?.catch(() => null);
  await kept?.stop();
  recordProcess("launcher", null);
}

async function start(running: Running): Promise<string> {
  await endLeftovers();
  recordProcess("launcher", findProcess(process.pid));
  const port = await pagePort();
  running.database = startDatabaseInUse();
  await running.database;
  await step("Bringing the database up to date", migrateAll);
  await step("Seeing to the sample corpus", ensureSampleCorpus);
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    FRAMESCOPE_ROOT: projectRoot(),
    PORT: String(port),
  };
  running.stop.signal.throwIfAborted();
  const worker = keepProcess("worker", env, say);
  const server = keepProcess("server", env, say);
  running.processes = [worker, server];
  await waitForAnalysis(worker);
  await step("Opening the page", () => waitForPage(server, url));
  updateServerFile((file) => {
    file.url = url;
  });
  return url;
}

/** Ends server and worker of a launcher that was killed; its database is adopted. */
async function endLeftovers(): Promise<void> {
  const left = (["server", "worker"] as const).flatMap((role) => recordedProcess(role) ?? []);
  if (left.length === 0) return;
  await step("Ending what an earlier start left running", async () => {
    await Promise.all(
      left.map((process) => endProcess(process, ["SIGTERM", 5_000], ["SIGKILL", 2_000])),
    );
  });
}

async function startDatabaseInUse(): Promise<Kept | null> {
  const external = process.env.DATABASE_URL;
  if (external) {
    await step("Connecting to the database of DATABASE_URL", () => checkExternalDatabase(external));
    return null;
  }
  return keepDatabase(await step("Starting the database", startEmbeddedDatabase), say);
}

/** So many articles are analysed in a minute or two on any machine: the sample, or what a stop interrupted. */
const FEW_ARTICLES = 2_000;
const LONGEST_ANALYSIS = 120_000;

/** On a first start the sample must be analysed before anybody looks; what takes longer goes on beside the pages. */
async function waitForAnalysis(worker: KeptProcess): Promise<void> {
  let due = await countDueArticles();
  if (due > 0 && due <= FEW_ARTICLES) {
    await step(`Analysing ${due} article${due === 1 ? "" : "s"}`, async () => {
      for (const until = Date.now() + LONGEST_ANALYSIS; due > 0 && Date.now() < until; ) {
        await sleep(200);
        failIfDead("worker", worker);
        due = await countDueArticles();
      }
    });
  }
  if (due > 0) say(`${due} articles are still to be analysed: the pages say so meanwhile.`);
}

async function waitForPage(server: KeptProcess, url: string): Promise<void> {
  let last = "no answer";
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(150)) {
    failIfDead("server", server);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return;
      last = `status ${response.status}`;
    } catch {
      // Not listening yet.
    }
  }
  throw new FramescopeError("unavailable", `The page does not answer (${last}): ${server.log}`);
}

const DEATHS_ALLOWED = 4;

function failIfDead(role: string, kept: KeptProcess): void {
  if (kept.failures() < DEATHS_ALLOWED) return;
  throw new FramescopeError(
    "unavailable",
    `The ${role} does not stay alive. The end of ${kept.log}:\n${tailOf(kept.log)}`,
  );
}
