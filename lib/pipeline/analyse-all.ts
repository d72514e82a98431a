import { setTimeout as sleep } from "node:timers/promises";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { analysePass } from "./analyse-pass.ts";
import { type Analyser, createAnalyser } from "./analyser.ts";
import { openClaims } from "./claim.ts";
import { readDue } from "./due.ts";
import { refreshRollups } from "./refresh.ts";

export interface AnalyseOptions {
  /** Called with the articles that still await analysis, about once a second. */
  onProgress?: (due: number) => void;
  /** Ends the work after the batches at hand. */
  signal?: AbortSignal;
  log?: (line: string) => void;
}

/** How long to wait for another process that has claimed what is left, in milliseconds. */
const PAUSE = 100;

/**
 * Analyses everything that is due in a corpus and counts its rollups again, in this process; returns how many
 * articles it wrote itself. With workers running it shares the work with them and returns when all is done.
 */
export async function analyseDue(
  corpus: CorpusDatabase,
  options: AnalyseOptions = {},
): Promise<number> {
  const claims = await openClaims(corpus.url);
  const analyser = createAnalyser();
  try {
    return await analyseUntilDone(corpus, { claims, analyser, ...options });
  } finally {
    await analyser.close();
    await claims.close();
  }
}

interface Means extends AnalyseOptions {
  claims: Awaited<ReturnType<typeof openClaims>>;
  analyser: Analyser;
}

async function analyseUntilDone(corpus: CorpusDatabase, means: Means): Promise<number> {
  const { claims, analyser, signal, onProgress, log } = means;
  const failed = new Set<string>();
  let written = 0;
  while (!signal?.aborted) {
    const started = Date.now();
    const wrote = await analysePass({
      corpus,
      claims,
      analyser,
      failed,
      // Between two slices of this length the caller hears how far it is.
      shouldStop: () => signal?.aborted === true || Date.now() - started > 1000,
      ...(log ? { log } : {}),
    });
    written += wrote;
    if (wrote === 0) await refreshRollups(corpus, signal);
    const { toAnalyse, toRecount } = await readDue(corpus);
    onProgress?.(toAnalyse);
    if (toAnalyse + toRecount <= failed.size) return written;
    if (wrote === 0) await sleep(PAUSE);
  }
  return written;
}
