import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { buildFolder } from "../config.ts";
import { type CountedWords, type CountWordsTask, countWords } from "./count-words.ts";

/** Counts words in threads, or here where there are none. */
export interface WordCounter {
  /** Tasks that keep it busy at once. */
  lanes: number;
  count(task: CountWordsTask): Promise<CountedWords>;
  close(): Promise<void>;
}

/** Called for each task with the codebook's files, should the thread not have them yet. */
export type ReadFiles = () => Promise<NonNullable<CountWordsTask["files"]>>;

const BUNDLE = "analysis-thread.mjs";

/** The threads' bundle: beside this module's own, or where the doors build it when the pages' server asks. */
function threadBundle(): string | null {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), BUNDLE);
  if (existsSync(beside)) return beside;
  const built = path.join(buildFolder(), BUNDLE);
  return process.env.NEXT_RUNTIME && existsSync(built) ? built : null;
}

/** A counter for one comparison; its threads end with it. */
export function createWordCounter(readFiles: ReadFiles): WordCounter {
  const filename = threadBundle();
  if (filename === null) {
    return counterOf(inThisThread, readFiles, { lanes: 1, close: async () => {} });
  }
  const pool = new Piscina({ filename, name: "countWords", maxThreads: availableParallelism() });
  const run = (task: CountWordsTask) => pool.run(task) as Promise<CountedWords | null>;
  return counterOf(run, readFiles, {
    lanes: availableParallelism() + 1,
    close: () => pool.destroy(),
  });
}

type Run = (task: CountWordsTask) => Promise<CountedWords | null>;

/** Between two tasks others get their turn. */
async function inThisThread(task: CountWordsTask): Promise<CountedWords | null> {
  await new Promise((resolve) => setImmediate(resolve));
  return countWords(task);
}

function counterOf(
  run: Run,
  readFiles: ReadFiles,
  rest: Pick<WordCounter, "lanes" | "close">,
): WordCounter {
  return {
    ...rest,
    async count(task) {
      const counted = (await run(task)) ?? (await run({ ...task, files: await readFiles() }));
      return counted ?? { words: [], counts: new Int32Array(), offsets: new Int32Array([0]) };
    },
  };
}
