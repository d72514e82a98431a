import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { NamedCodebook } from "../codebook/files.ts";
import {
  type AnalysedArticle,
  type AnalysisResult,
  type AnalysisTask,
  analyseTask,
  type DueArticle,
} from "./analyse-task.ts";

/** Articles in one message: fewer cost messages, more leave threads idle at the end of a batch. */
const MESSAGE = 64;

/** Analyses articles in threads, or here where there are none. */
export interface Analyser {
  /** Batches that keep it busy at once. */
  lanes: number;
  analyse(codebook: NamedCodebook, articles: readonly DueArticle[]): Promise<AnalysedArticle[]>;
  close(): Promise<void>;
}

type Run = (task: AnalysisTask) => Promise<AnalysisResult>;

/**
 * The threads' bundle lies beside this module's own; run from the sources (tests), there is none and the
 * work is done in this thread.
 */
export function createAnalyser(threads = availableParallelism()): Analyser {
  const filename = fileURLToPath(new URL("./analysis-thread.mjs", import.meta.url));
  if (!existsSync(filename)) {
    return analyserOf(async (task) => analyseTask(task), { lanes: 1, close: async () => {} });
  }
  const pool = new Piscina({ filename, minThreads: 1, maxThreads: threads, idleTimeout: 30_000 });
  const close = () => pool.destroy();
  return analyserOf((task) => pool.run(task), { lanes: threads + 1, close });
}

function analyserOf(run: Run, rest: Pick<Analyser, "lanes" | "close">): Analyser {
  return {
    ...rest,
    async analyse(codebook, articles) {
      const messages: DueArticle[][] = [];
      for (let at = 0; at < articles.length; at += MESSAGE) {
        messages.push(articles.slice(at, at + MESSAGE));
      }
      const results = messages.map((message) => runMessage(run, codebook, message));
      return (await Promise.all(results)).flat();
    },
  };
}

async function runMessage(
  run: Run,
  { hash, files }: NamedCodebook,
  articles: DueArticle[],
): Promise<AnalysedArticle[]> {
  try {
    const result =
      (await run({ hash, files: null, articles })) ?? (await run({ hash, files, articles }));
    return result ?? [];
  } catch (error) {
    // The thread itself died. Alone, every article but the one that kills it gets through.
    const [only, ...others] = articles;
    if (only && others.length === 0) return [{ id: only.id, failure: String(error) }];
    const alone = articles.map((article) => runMessage(run, { hash, files }, [article]));
    return (await Promise.all(alone)).flat();
  }
}
