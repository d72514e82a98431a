import type { Command } from "commander";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import { hashCodebook, readShippedCodebook } from "../codebook/files.ts";
import { compileOnce } from "../codebook/live.ts";
import { readDictionaryFile } from "../codebook/read-dictionary-file.ts";
import { withLexicon } from "../codebook/user-files.ts";
import { printLeftOut } from "./codebook-report.ts";

/** What commands without a database let the user add to the codebook. */
export interface LexiconOptions {
  lexicon?: string[];
}

export function addLexiconOption(command: Command): Command {
  return command.option(
    "--lexicon <dictionary>",
    "a dictionary to look for too (CSV, LIWC .dic, quanteda YAML), as the signal user_NAME; may be repeated",
    (name: string, before: string[] = []) => [...before, name],
  );
}

/** The codebook that comes along, with the dictionaries that were named. */
export function chosenCodebook({ lexicon: dictionaries = [] }: LexiconOptions): Codebook {
  let { files } = readShippedCodebook();
  for (const name of dictionaries) {
    const { file, lexicon, leftOut } = readDictionaryFile(name, {});
    printLeftOut(file, leftOut);
    files = withLexicon(files, lexicon);
  }
  return compileOnce(hashCodebook(files), files);
}
