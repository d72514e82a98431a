import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { compileCodebook } from "../analysis/codebook/compile.ts";
import { ROW_IDS } from "../analysis/signals/quotation-function/rows.ts";
import { readShippedCodebook } from "../lib/codebook/files.ts";
import { projectRoot } from "../lib/config.ts";
import {
  type CrossValidated,
  crossValidatedPath,
  hashWeights,
} from "../lib/evaluation/cross-validated.ts";
import { readCodings } from "./codings.ts";
import type { Decided } from "./decisions.ts";
import {
  type LabelledLine,
  type LabelledSpan,
  readLabelledFiles,
  readSpans,
} from "./labelled-spans.ts";
import { decideBy, decideNested } from "./nested.ts";
import { readProblems } from "./priors.ts";
import { reportNested, summariseNested } from "./report.ts";
import { type FittedTables, fitTables } from "./tables.ts";
import { writeWeights } from "./weights-file.ts";

const CODINGS = path.join(projectRoot(), "fit", "codings.csv");
/** Coded twice after the tables of 2026-11-30 were fitted, and never learnt from. */
const UNSEEN = path.join(projectRoot(), "fit", "unseen-codings.csv");

const USAGE = `Usage: npm run fit -- [--write] [--repeats N] [--corpus CORPUS] FILE...
Fits the tables of the quotation classifier on labelled spans (JSONL) and prints what nested cross-validation finds.
  --corpus     the articles (JSONL, or .jsonl.gz) in which the quotations of fit/codings.csv stand: they are learnt
               from too, and nothing is judged by them; those of fit/unseen-codings.csv are judged
  --write      (with --corpus) puts the weights into analysis/codebook/quotation-weights.csv, and what was found into
               fit/cross-validated.json
  --repeats N  repeats of the cross-validation, 3 as a rule; 0 leaves it out`;

/** What is fitted and judged: lines of the adjudicated files, single codings to learn from, and others that are only judged. */
interface Lines {
  adjudicated: LabelledLine[];
  single: LabelledLine[];
  unseen: LabelledLine[];
}

/**
 * Reads the labelled files and, where there is a corpus, the codings of it.
 * @throws where an article stands in two of them: what is judged must not be learnt from.
 */
async function readLines(files: readonly string[], corpus: string | undefined): Promise<Lines> {
  const lines = {
    adjudicated: readLabelledFiles(files),
    single: corpus === undefined ? [] : await readCodings(CODINGS, corpus),
    unseen: corpus === undefined ? [] : await readCodings(UNSEEN, corpus),
  };
  const learnt = new Set(lines.single.map(({ text }) => text));
  const twice = [...lines.adjudicated, ...lines.unseen].find(({ text }) => learnt.has(text));
  if (twice) throw new Error(`The article of ${twice.id} stands in fit/codings.csv, too.`);
  return lines;
}

/** Writes the weights, and the cross-validation where there was one. */
function write(
  fitted: FittedTables,
  spans: readonly LabelledSpan[],
  nested: readonly Decided[][],
): void {
  const file = path.join(projectRoot(), "analysis", "codebook", "quotation-weights.csv");
  const content = writeWeights(readFileSync(file, "utf8"), ROW_IDS, fitted);
  writeFileSync(file, content);
  console.log("Written to analysis/codebook/quotation-weights.csv");
  if (nested.length === 0) return;
  const found: CrossValidated = {
    weights: hashWeights(content),
    repeats: nested.length,
    parts: summariseNested(spans, nested),
  };
  writeFileSync(crossValidatedPath(), `${JSON.stringify(found, null, 2)}\n`);
  console.log("Its cross-validation to fit/cross-validated.json, for docs/accuracy.md");
}

/** Reads, cross-validates, fits and writes. The same files give the same weights. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: "boolean" },
      corpus: { type: "string" },
      repeats: { type: "string", default: "3" },
    },
  });
  const repeats = Number(values.repeats);
  const isBare = values.write && values.corpus === undefined;
  if (positionals.length === 0 || !Number.isInteger(repeats) || repeats < 0 || isBare) {
    console.error(isBare ? "--write needs --corpus: the shipped weights learnt from it.\n" : "");
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { files, hash } = readShippedCodebook();
  const codebook = compileCodebook(files, hash);
  const lines = await readLines(positionals, values.corpus);
  const { spans, missed } = readSpans(lines.adjudicated, codebook);
  const single = readSpans(lines.single, codebook).spans;
  console.log(
    `${spans.length} labelled quotations; ${missed} more that the finder does not see, left out. ${single.length} of fit/codings.csv.\n`,
  );
  const priors = readFileSync(path.join(projectRoot(), "fit", "priors.csv"), "utf8");
  const problems = readProblems(priors, ROW_IDS, (line, column, message) => {
    throw new Error(`fit/priors.csv, line ${line}, ${column}: ${message}.`);
  });
  const tell = (repeat: number) => console.error(`Cross-validation ${repeat} of ${repeats}`);
  const nested = decideNested(problems, spans, single, repeats, tell);
  if (repeats > 0) console.log(`${reportNested(spans, nested)}\n`);
  const fitted = fitTables(problems, [...spans, ...single], 1);
  const { functions, distanced } = fitted;
  console.log(
    `Fitted on all: scare from ${functions.threshold} on, distanced from ${distanced.threshold} on.`,
  );
  const unseen = readSpans(lines.unseen, codebook).spans;
  if (unseen.length > 0) {
    const judged = reportNested(unseen, [decideBy(problems, fitted, unseen)]);
    console.log(`\nOn fit/unseen-codings.csv:\n${judged}`);
  }
  if (values.write) write(fitted, spans, nested);
}

await main();
