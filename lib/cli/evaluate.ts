import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import { signalsOf } from "../../analysis/signals/list.ts";
import { projectRoot } from "../config.ts";
import { FramescopeError } from "../errors.ts";
import { readCrossValidated } from "../evaluation/cross-validated.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { printReport } from "../evaluation/print-report.ts";
import { readCodings } from "../evaluation/read-codings.ts";
import { recordAccuracy } from "../evaluation/record-accuracy.ts";
import { RECORDED_SETS } from "../evaluation/recorded-sets.ts";
import type { SetReport } from "../evaluation/report.ts";
import { endWithReader } from "./ending.ts";
import { openInput } from "./input-file.ts";
import { addLexiconOption, chosenCodebook, type LexiconOptions } from "./lexicon-option.ts";

interface EvaluateOptions extends LexiconOptions {
  signal?: string;
  errors: number;
  json?: string;
  folder?: string;
  record?: boolean;
}

/** `framescope evaluate`: how often the detectors agree with coders; no database. */
export function register(program: Command): void {
  const command = program
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
      "how many of the worst disagreements to show of each set",
      wholeNumber,
      5,
    )
    .option("--json <file>", "write all figures, and the disagreements shown, to this file too")
    .option("--record", "write the figures of all labelled sets to docs/accuracy.md and .json");
  addLexiconOption(command).action(evaluateSets);
}

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It has to be a whole number.");
}

async function evaluateSets(names: string[], options: EvaluateOptions): Promise<void> {
  if (!options.json && !options.record) endWithReader();
  const folder = options.folder ?? path.resolve(projectRoot(), "../shared/eval");
  const files = chooseFiles(names, folder, options);
  const codebook = chosenCodebook(options);
  const { hash } = codebook;
  checkSignal(options.signal, codebook);
  const reports: SetReport[] = [];
  for (const file of files) reports.push(...(await evaluateFile(file, codebook, options)));
  const measured = { date: today(), codebook: hash, engine: ENGINE_VERSION };
  console.log(`Codebook ${hash.slice(0, 8)}, engine ${ENGINE_VERSION}.`);
  if (options.json) {
    const sets = reports.map((report) => ({
      ...report,
      errors: report.errors.slice(0, options.errors),
    }));
    writeJson(options.json, { header: measured, sets });
  }
  if (options.record) {
    recordAccuracy(measured, reports, readCrossValidated(), path.join(projectRoot(), "docs"));
    console.log("Written to docs/accuracy.md and docs/accuracy.json.");
  }
}

function writeJson(file: string, content: object): void {
  try {
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FramescopeError("bad_input", `${file} can't be written: ${reason}.`, "json", {
      cause: error,
    });
  }
}

/** Prints how the program agrees with one file. */
async function evaluateFile(
  name: string,
  codebook: Codebook,
  { signal, errors }: EvaluateOptions,
): Promise<SetReport[]> {
  const file = await openInput(name);
  try {
    const codings = await readCodings(file, { signal, known: idsOf(codebook) });
    for (const { line, reason } of codings.refused) {
      console.error(`${file.name}, line ${line}: ${reason}`);
      process.exitCode = 1;
    }
    const { reports, notes } = await evaluate(codings, codebook);
    for (const report of reports) console.log(printReport(report, errors));
    if (codings.uncoded > 0)
      notes.push(`${codings.uncoded} rows have no judgement and are left out.`);
    for (const note of notes) console.log(`${note}\n`);
    return reports;
  } finally {
    await file.close();
  }
}

const idsOf = (codebook: Codebook) => signalsOf(codebook).map(({ id }) => id);

function checkSignal(signal: string | undefined, codebook: Codebook): void {
  const known = idsOf(codebook);
  if (signal === undefined || known.includes(signal)) return;
  throw new FramescopeError(
    "bad_parameter",
    `There is no signal ${signal}; known are ${known.join(", ")}.`,
    "signal",
  );
}

function chooseFiles(
  names: string[],
  folder: string,
  { record, lexicon }: EvaluateOptions,
): string[] {
  if (!record) return names.length > 0 ? names.map((name) => fileOf(name, folder)) : setsIn(folder);
  if (names.length > 0 || lexicon !== undefined) {
    throw new FramescopeError(
      "bad_parameter",
      "--record takes all labelled sets of the folder and the codebook that is shipped: name no set and no dictionary.",
      "record",
    );
  }
  const sets = RECORDED_SETS.map(({ name }) => `${name}.jsonl`);
  const missing = sets.filter((name) => !existsSync(path.join(folder, name)));
  if (missing.length === 0) return sets.map((name) => path.join(folder, name));
  throw new FramescopeError(
    "bad_input",
    `--record needs every labelled set; ${folder} lacks ${missing.join(", ")}. Nothing was written.`,
  );
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

/** The day on this machine's calendar. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
