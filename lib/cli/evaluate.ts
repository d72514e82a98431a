import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import { readShippedCodebook } from "../codebook/files.ts";
import { compileOnce } from "../codebook/live.ts";
import { projectRoot } from "../config.ts";
import { FramescopeError } from "../errors.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { printReport } from "../evaluation/print-report.ts";
import { readCodings } from "../evaluation/read-codings.ts";
import type { SetReport } from "../evaluation/report.ts";
import { openInput } from "./input-file.ts";

interface EvaluateOptions {
  signal?: string;
  errors: number;
  json?: string;
  folder?: string;
}

/** `framescope evaluate`: how often the detectors agree with coders; no database. */
export function register(program: Command): void {
  program
    .command("evaluate")
    .description(
      "compare the detectors with coders, on labelled sets or on codings of your own; needs no database",
    )
    .argument(
      "[set...]",
      "files of codings, or names of sets in the folder; without any, all sets of the folder",
    )
    .option("--folder <folder>", "where the labelled sets lie (else ../shared/eval)")
    .option("--signal <id>", "what sentences were coded for, where no column says so")
    .option(
      "--errors <n>",
      "how many of the worst disagreements to show for each set",
      wholeNumber,
      5,
    )
    .option("--json <file>", "write all figures and disagreements to this file too")
    .action(evaluateSets);
}

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It has to be a whole number.");
}

async function evaluateSets(names: string[], options: EvaluateOptions): Promise<void> {
  const folder = options.folder ?? path.resolve(projectRoot(), "../shared/eval");
  const { hash, files } = readShippedCodebook();
  const codebook = compileOnce(hash, files);
  const reports: SetReport[] = [];
  for (const name of names.length > 0 ? names : setsIn(folder)) {
    const file = await openInput(fileOf(name, folder));
    try {
      const codings = await readCodings(file, options.signal);
      for (const { line, reason } of codings.refused) {
        console.error(`${file.name}, line ${line}: ${reason}`);
        process.exitCode = 1;
      }
      const judged = await evaluate(codings, codebook);
      for (const report of judged.reports) console.log(printReport(report, options.errors));
      if (codings.uncoded > 0)
        console.log(`${codings.uncoded} rows have no judgement and are left out.`);
      for (const note of judged.notes) console.log(`${note}\n`);
      reports.push(...judged.reports);
    } finally {
      await file.close();
    }
  }
  const header = { codebook: hash, engine: ENGINE_VERSION };
  console.log(`Codebook ${hash.slice(0, 8)}, engine ${ENGINE_VERSION}.`);
  if (options.json) {
    const shown = reports.map((report) => ({
      ...report,
      errors: report.errors.slice(0, options.errors),
    }));
    writeFileSync(options.json, `${JSON.stringify({ header, sets: shown }, null, 2)}\n`);
  }
}

/** A file as it was named, else a set of the folder. */
function fileOf(name: string, folder: string): string {
  if (name === "-" || existsSync(name)) return name;
  const set = path.join(folder, `${name}.jsonl`);
  return existsSync(set) ? set : name;
}

function setsIn(folder: string): string[] {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".jsonl"))
    : [];
  if (names.length > 0) return names.sort().map((name) => path.join(folder, name));
  throw new FramescopeError(
    "bad_input",
    `${folder} holds no labelled sets (they are not part of the program). Name files of codings, or the folder: --folder.`,
  );
}
