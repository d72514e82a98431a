import { readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { projectRoot } from "../config.ts";
import { FramescopeError } from "../errors.ts";
import { printError } from "../launcher/step.mjs";
import { register as registerAnalyze } from "./analyze.ts";
import { register as registerCodebook } from "./codebook.ts";
import { register as registerDb } from "./db.ts";
import { endOnInterrupts } from "./ending.ts";
import { register as registerEvaluate } from "./evaluate.ts";
import { register as registerExport } from "./export.ts";
import { register as registerImport } from "./import.ts";
import { register as registerWorker } from "./worker.ts";

/** A new command is one file beside this one and one line here. */
const COMMANDS = [
  registerAnalyze,
  registerEvaluate,
  registerImport,
  registerExport,
  registerWorker,
  registerCodebook,
  registerDb,
];

const BAD_USAGE = 2;

/** Runs the command line. Sets the exit code: 0, 1 (the work failed) or 2 (bad usage). */
export async function main(argv: string[]): Promise<void> {
  endOnInterrupts();
  const program = createProgram();
  for (const register of COMMANDS) register(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function createProgram(): Command {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot(), "package.json"), "utf8"));
  return new Command("framescope")
    .description("A workbench for media framing: scare quotes, hedging and loaded terms.")
    .version(version)
    .showHelpAfterError("(--help shows what there is)")
    .exitOverride();
}

/** Says what went wrong in one sentence on stderr. @returns the exit code */
function report(error: unknown): number {
  // commander has said it already; it throws for --help and --version too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_USAGE;
  printError(error);
  return error instanceof FramescopeError ? error.exitCode : 1;
}
