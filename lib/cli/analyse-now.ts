import type { CorpusDatabase } from "../database/corpus-database.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { countDue } from "../pipeline/due.ts";
import { showProgress } from "./progress.ts";

/** Analyses what is due in a corpus instead of leaving it to a worker, and shows how far it is. */
export async function analyseNow(corpus: CorpusDatabase): Promise<void> {
  const due = await countDue(corpus);
  const progress = showProgress("Analysing", due, "articles");
  await analyseDue(corpus, {
    onProgress: (left) => progress.update(Math.max(0, due - left)),
    log: (line) => console.error(line),
  });
  progress.finish();
}
