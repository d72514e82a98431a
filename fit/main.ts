import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { compileCodebook } from "../analysis/codebook/compile.ts";
import { ROWS } from "../analysis/signals/quotation-function/rows.ts";
import { readShippedCodebook } from "../lib/codebook/files.ts";
import { projectRoot } from "../lib/config.ts";
import { readSpans } from "./labelled-spans.ts";
import { decideNested } from "./nested.ts";
import { readProblems } from "./priors.ts";
import { reportNested } from "./report.ts";
import { fitTables } from "./tables.ts";
import { writeWeights } from "./weights-file.ts";

const USAGE = `Usage: npm run fit -- [--write] [--repeats N] FILE...
Fits the tables of the quotation classifier on labelled spans (JSONL) and prints what nested cross-validation finds.
  --write      puts the weights into analysis/codebook/quotation-weights.csv
  --repeats N  repeats of the cross-validation, 5 as a rule; 0 leaves it out`;

/** Reads, cross-validates, fits and writes. The same files give the same weights. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean" }, repeats: { type: "string", default: "5" } },
  });
  const repeats = Number(values.repeats);
  if (positionals.length === 0 || !Number.isInteger(repeats) || repeats < 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { files, hash } = readShippedCodebook();
  const codebook = compileCodebook(files, hash);
  const { spans, missed } = readSpans(positionals, codebook);
  console.log(
    `${spans.length} labelled quotations; ${missed} more that the finder does not see, left out.\n`,
  );
  const rules = Object.keys(ROWS);
  const priors = readFileSync(path.join(projectRoot(), "fit", "priors.csv"), "utf8");
  const problems = readProblems(priors, rules, (line, column, message) => {
    throw new Error(`fit/priors.csv, line ${line}, ${column}: ${message}.`);
  });
  if (repeats > 0) {
    const tell = (repeat: number) => console.error(`Cross-validation ${repeat} of ${repeats}`);
    console.log(`${reportNested(spans, decideNested(problems, spans, repeats, tell))}\n`);
  }
  const fitted = fitTables(problems, spans, 1);
  const { functions, distanced } = fitted;
  console.log(
    `Fitted on all: functions with C ${functions.c}, scare from ${functions.threshold} on; distanced with C ${distanced.c}, from ${distanced.threshold} on.`,
  );
  if (!values.write) return;
  const file = path.join(projectRoot(), "analysis", "codebook", "quotation-weights.csv");
  writeFileSync(file, writeWeights(readFileSync(file, "utf8"), rules, fitted));
  console.log("Written to analysis/codebook/quotation-weights.csv");
}

main();
