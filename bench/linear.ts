import { loadavg } from "node:os";
import { analyze } from "../analysis/analyze.ts";
import { compileCodebook } from "../analysis/codebook/compile.ts";
import type { Part } from "../analysis/types.ts";
import { readShippedCodebook } from "../lib/codebook/files.ts";
import { processorTime } from "./contest.ts";
import { generateArticles } from "./generated-articles.ts";

/** Code units of each body. */
const SIZES = [1e6, 1e7, 1e8];
/** The largest size of texts that are nothing but marks or cues: a hundred times the marks of any book. */
const LARGEST_STRANGE = 1e7;
/** The smallest size takes a tenth of a second, and is measured so often. */
const ROUNDS = 3;
const NAME_WIDTH = 50;

/** Texts that a step might take more than linear time for, as body and as headline. Each is repeated up to its size. */
const STRANGE: Record<string, string> = {
  "a million quotation marks in each MB": '"',
  "curly marks that open and never close": "“",
  "single marks between blanks": "' ",
  "apostrophes that may open or close": "'em pilots' ",
  "nested quotations": '“a ‘b "c" d’ e” ',
  "angle marks that nest without end": "«‹«‹«‹” 'a ",
  "nothing but short quotations": "the “rail” ",
  "one letter": "a",
  "capitals glued to small letters": "RowThe",
  "full stops": ". ",
  abbreviations: "U.S. Inc. No. ",
  "line breaks": "a\n",
  commas: ",",
  "reporting verbs": "said ",
  "cues and their sources": "Ann said that, ",
  hedges: "some many of the about ",
  "surrogate halves": "\ud83d",
  "right-to-left text": "שלום ",
};

function newsOf(size: number, oneLine: boolean): string {
  const pool = generateArticles(250, 1)
    .map(({ body }) => body)
    .join("\n\n");
  const text = pool.repeat(Math.ceil(size / pool.length)).slice(0, size);
  return oneLine ? text.replaceAll("\n", " ") : text;
}

/** Runs of analyze() on texts of 1, 10 and 100 MB, ordinary and strange: time for each MB, which must not grow. */
export async function benchLinear(): Promise<void> {
  const { files, hash } = readShippedCodebook();
  const codebook = compileCodebook(files, hash);
  const measure = (text: string, part: Part): number => {
    const article = { headline: "", teaser: "", body: "", [part]: text };
    const times = Array.from({ length: text.length > 1e6 ? 1 : ROUNDS }, () => {
      const start = processorTime();
      analyze(article, codebook);
      return processorTime() - start;
    });
    return Math.min(...times);
  };
  measure(newsOf(1e6, false), "body");
  console.log(
    `\nanalyze(), ms for each million characters; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(
    `  ${"".padEnd(NAME_WIDTH)}${SIZES.map((size) => `${size / 1e6} M`.padStart(9)).join("")}  largest / smallest`,
  );
  const print = (
    name: string,
    largest: number,
    textOf: (size: number) => string,
    part: Part = "body",
  ) => {
    const costs = SIZES.filter((size) => size <= largest).map(
      (size) => measure(textOf(size), part) / (size / 1e6),
    );
    const cells = SIZES.map((_, i) => (costs[i]?.toFixed(0) ?? "").padStart(9)).join("");
    const growth = (costs.at(-1) ?? NaN) / (costs[0] ?? NaN);
    console.log(`  ${name.padEnd(NAME_WIDTH)}${cells}  ${growth.toFixed(2)}x`);
  };
  print("news", 1e8, (size) => newsOf(size, false));
  print("news on one line", 1e8, (size) => newsOf(size, true));
  for (const [name, piece] of Object.entries(STRANGE)) {
    const textOf = (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    print(name, LARGEST_STRANGE, textOf);
    print(`headline: ${name}`, LARGEST_STRANGE, textOf, "headline");
  }
}
