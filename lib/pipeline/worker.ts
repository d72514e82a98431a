import { dropOldTrash, listSlugs, openCorpus } from "../database/registry.ts";
import { isTransient } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { runWaitingImports } from "../import/run.ts";
import { analysePass } from "./analyse-pass.ts";
import { type Analyser, createAnalyser } from "./analyser.ts";
import { refreshRollups } from "./refresh.ts";
import { vacuumTables } from "./vacuum.ts";
import { createWake, type Wake } from "./wake.ts";
import { type Session, Sessions } from "./worker-session.ts";

export interface WorkerOptions {
  /** Ends the worker after what it has at hand. */
  signal: AbortSignal;
  log: (line: string) => void;
  /** Analysis threads; as many as there are processors unless told otherwise. */
  threads?: number | undefined;
}

/** How long to wait for a notice before looking anyway, in milliseconds. */
const POLL = 3000;
/** How long one corpus is served before the next has its turn. */
const TURN = 5000;
/** While articles are being analysed, rollups are counted again this often, */
const REFRESH_EVERY = 15_000;
/** and for at most one part in so many of the time: each round counts whole days again. */
const REFRESH_SHARE = 10;
/** Articles written before an idle worker vacuums: index-only scans need it after a big load. */
const VACUUM_AFTER = 1000;
const DAY = 24 * 60 * 60 * 1000;

interface Worker extends WorkerOptions {
  analyser: Analyser;
  sessions: Sessions;
  wake: Wake;
}

/**
 * Serves every corpus of the server until the signal: runs what waits to be imported, analyses what is due,
 * counts rollups again. Any number of workers may run, on any number of machines.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const wake = createWake(options.signal);
  const sessions = new Sessions(wake.call);
  const analyser = createAnalyser(options.threads);
  const worker = { ...options, analyser, sessions, wake };
  try {
    await Promise.all([serve(worker, importTurn), serve(worker, analysisTurn), emptyTrash(worker)]);
  } finally {
    await analyser.close();
    await sessions.close();
  }
}

/** Does something for a corpus and says whether there may be more to do. */
type Turn = (worker: Worker, slug: string) => Promise<boolean>;

/** Gives each corpus its turns; sleeps once none has work. */
async function serve(worker: Worker, turn: Turn): Promise<void> {
  const { signal, wake } = worker;
  while (!signal.aborted) {
    const seen = wake.count();
    const busy = await serveAll(worker, turn);
    if (!busy) await wake.sleep(seen, POLL);
  }
}

async function serveAll(worker: Worker, turn: Turn): Promise<boolean> {
  let busy = false;
  const slugs = await listSlugs().catch((error) => {
    report(worker, "the list of corpora", error);
    return [];
  });
  for (const slug of slugs) {
    if (worker.signal.aborted) return false;
    try {
      busy = (await turn(worker, slug)) || busy;
    } catch (error) {
      report(worker, slug, error);
    }
  }
  return busy;
}

/** What passes by itself is one line; what doesn't comes with its stack. The turn is tried again in the next round. */
function report({ log, signal }: Worker, where: string, error: unknown): void {
  const isGone = error instanceof FramescopeError && error.code === "not_found";
  if (isGone || signal.aborted) return;
  const known = isTransient(error) || error instanceof FramescopeError;
  const text = error instanceof Error && !known ? error.stack : String(error);
  log(`${where}: ${text}`);
}

async function importTurn(worker: Worker, slug: string): Promise<boolean> {
  const corpus = await openCorpus(slug);
  const done = await runWaitingImports(corpus, { signal: worker.signal });
  if (done > 0) worker.log(`${corpus.slug}: ran ${done} import${done === 1 ? "" : "s"}`);
  return done > 0;
}

async function analysisTurn(worker: Worker, slug: string): Promise<boolean> {
  const session = await worker.sessions.get(slug);
  const { corpus, claims, failed } = session;
  const { analyser, signal, log } = worker;
  const started = Date.now();
  const shouldStop = () => signal.aborted || Date.now() - started > TURN;
  const written = await analysePass({ corpus, claims, analyser, failed, shouldStop, log });
  session.changed += written;
  if (written > 0)
    log(`${corpus.slug}: analysed ${written} articles in ${Date.now() - started} ms`);
  const refreshed = await refreshTurn(worker, session, written > 0);
  if (written > 0 || refreshed > 0) return true;
  if (session.changed >= VACUUM_AFTER && !signal.aborted) {
    await vacuumTables(corpus);
    session.changed = 0;
  }
  return false;
}

async function refreshTurn(worker: Worker, session: Session, analysing: boolean): Promise<number> {
  if (worker.signal.aborted) return 0;
  if (analysing && Date.now() < session.refreshAfter) return 0;
  const started = Date.now();
  const outlets = await refreshRollups(session.corpus, worker.signal);
  const took = Date.now() - started;
  session.refreshAfter = Date.now() + Math.max(REFRESH_EVERY, took * REFRESH_SHARE);
  if (outlets > 0) worker.log(`${session.corpus.slug}: recounted ${outlets} outlets in ${took} ms`);
  return outlets;
}

/** Once a day; deleted corpora lie in the trash for 30 days. */
async function emptyTrash(worker: Worker): Promise<void> {
  let next = 0;
  while (!worker.signal.aborted) {
    if (Date.now() >= next) {
      next = Date.now() + DAY;
      await dropOldTrash().catch((error) => report(worker, "the trash", error));
    }
    await worker.wake.sleep(worker.wake.count(), 60_000);
  }
}
