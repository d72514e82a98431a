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
import { readLabelledFiles, readSpans } from "./labelled-spans.ts";
import { decideBy, decideNested } from "./nested.ts";
import { readProblems } from "./priors.ts";
import { reportNested, summariseNested } from "./report.ts";
import { fitTables } from "./tables.ts";
import { writeWeights } from "./weights-file.ts";

const CODINGS = path.join(projectRoot(), "fit", "codings.csv");
/** Coded twice after the tables of 2026-11-30 were fitted, and never learnt from. */
const UNSEEN = path.join(projectRoot(), "fit", "unseen-codings.csv");

const USAGE = `Usage: npm run fit -- [--write] [--repeats N] [--corpus CORPUS] FILE...
Fits the tables of the quotation classifier on labelled spans (JSONL) and prints what nested cross-validation finds.
  --corpus     the articles (JSONL, or .jsonl.gz) in which the quotations of fit/codings.csv stand: they are learnt
               from too, and nothing is judged by them; those of fit/unseen-codings.csv are judged
  --write      puts the weights into analysis/codebook/quotation-weights.csv, and what was found into
               fit/cross-validated.json
  --repeats N  repeats of the cross-validation, 3 as a rule; 0 leaves it out`;

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
  if (positionals.length === 0 || !Number.isInteger(repeats) || repeats < 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { files, hash } = readShippedCodebook();
  const codebook = compileCodebook(files, hash);
  const { spans, missed } = readSpans(readLabelledFiles(positionals), codebook);
  const coded = values.corpus === undefined ? [] : await readCodings(CODINGS, values.corpus);
  const singleCoded = readSpans(coded, codebook).spans;
  console.log(
    `${spans.length} labelled quotations; ${missed} more that the finder does not see, left out. ${singleCoded.length} of fit/codings.csv.\n`,
  );
  const priors = readFileSync(path.join(projectRoot(), "fit", "priors.csv"), "utf8");
  const problems = readProblems(priors, ROW_IDS, (line, column, message) => {
    throw new Error(`fit/priors.csv, line ${line}, ${column}: ${message}.`);
  });
  const tell = (repeat: number) => console.error(`Cross-validation ${repeat} of ${repeats}`);
  const nested = decideNested(problems, spans, singleCoded, repeats, tell);
  if (repeats > 0) console.log(`${reportNested(spans, nested)}\n`);
  const fitted = fitTables(problems, [...spans, ...singleCoded], 1);
  const { functions, distanced } = fitted;
  console.log(
    `Fitted on all: scare from ${functions.threshold} on, distanced from ${distanced.threshold} on.`,
  );
  if (values.corpus !== undefined) {
    const unseen = readSpans(await readCodings(UNSEEN, values.corpus), codebook).spans;
    console.log(
      `\nOn fit/unseen-codings.csv:\n${reportNested(unseen, [decideBy(problems, fitted, unseen)])}`,
    );
  }
  if (!values.write) return;
  const file = path.join(projectRoot(), "analysis", "codebook", "quotation-weights.csv");
  const content = writeWeights(readFileSync(file, "utf8"), ROW_IDS, fitted);
  writeFileSync(file, content);
  console.log("Written to analysis/codebook/quotation-weights.csv");
  if (repeats === 0) return;
  const weights = hashWeights(content);
  const found: CrossValidated = { weights, repeats, parts: summariseNested(spans, nested) };
  writeFileSync(crossValidatedPath(), `${JSON.stringify(found, null, 2)}\n`);
  console.log("Its cross-validation to fit/cross-validated.json, for docs/accuracy.md");
}

await main();
