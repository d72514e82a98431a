import { loadavg } from "node:os";
import { readShippedCodebook } from "../lib/codebook/files.ts";
import { compileOnce } from "../lib/codebook/live.ts";
import { analyseTask, type DueArticle } from "../lib/pipeline/analyse-task.ts";
import { createAnalyser } from "../lib/pipeline/analyser.ts";
import { contest, printRatios } from "./contest.ts";
import { readText } from "./text.ts";

const ARTICLES = 4000;
const ROUNDS = 5;
const GOAL = 1.8;

/** The pipeline's analyser with two threads against one, and against no thread at all. */
export async function benchThreads(file?: string): Promise<void> {
  const { name, articles, megabytes } = await readText(file, ARTICLES);
  const codebook = readShippedCodebook();
  const due = articles.map(({ headline, teaser, body }, i): DueArticle => {
    return {
      id: String(i),
      headline,
      teaser,
      body,
      language: "en",
      counted: true,
      searchable: false,
    };
  });
  compileOnce(codebook.hash, codebook.files);
  const one = createAnalyser(1);
  const two = createAnalyser(2);
  const results = await contest(
    [
      { name: "one worker thread", run: () => one.analyse(codebook, due) },
      { name: "two worker threads", run: () => two.analyse(codebook, due) },
      {
        name: "no thread: in this one, at once",
        run: () => analyseTask({ hash: codebook.hash, files: null, articles: due }),
      },
    ],
    { rounds: ROUNDS },
  );
  await Promise.all([one.close(), two.close()]);
  printRatios(
    `Analysis in threads, encoded for COPY, ${megabytes.toFixed(1)} MB of ${name}; load average ${loadavg()[0]?.toFixed(1)}`,
    results,
    ({ median }) => `${((1000 * megabytes) / median).toFixed(1)} MB/s`,
  );
  const [single, double] = results;
  const gain = (single?.median ?? NaN) / (double?.median ?? NaN);
  console.log(`  Two threads are ${gain.toFixed(2)}x as fast as one (goal: ${GOAL}x or more).`);
}
