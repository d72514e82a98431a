import { CodebookError } from "../../analysis/codebook/codebook-error.ts";
import { deadEntries } from "../../analysis/codebook/dead-entries.ts";
import type { LeftOut } from "../codebook/dictionary/content.ts";
import type { NamedCodebook } from "../codebook/files.ts";
import { compileOnce } from "../codebook/live.ts";
import { type ReadDictionary, readDictionaryFile } from "../codebook/read-dictionary-file.ts";

/** Lines of a dictionary that are named one by one. */
const SHOWN = 20;

/** The digits by which a codebook is named. */
export const short = (hash: string) => hash.slice(0, 8);

/** "1 label", "2 labels". */
export const count = (number: number, one: string, more = `${one}s`) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : more}`;

/** Says on stdout what a codebook holds, on stderr what is wrong with it. @returns whether nothing is */
export function checkCodebook({ hash, files }: NamedCodebook): boolean {
  try {
    const codebook = compileOnce(hash, files);
    for (const { id, entries } of codebook.lexicons.values()) {
      console.log(`${id}: ${count(entries.length, "entry", "entries")}`);
    }
    for (const { slug, entries } of codebook.userLexicons) {
      console.log(`user_${slug}: ${count(entries.length, "entry", "entries")}`);
    }
    const dead = deadEntries(codebook);
    for (const { file, term, form } of dead) {
      console.error(`${file} term "${term}": "${form}" doesn't match its own text`);
    }
    console.log(`codebook ${short(hash)}${dead.length === 0 ? " is sound" : ""}`);
    return dead.length === 0;
  } catch (error) {
    if (!(error instanceof CodebookError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** The same for a dictionary that could be imported. */
export function checkDictionary(name: string): boolean {
  const read = readDictionaryFile(name, {});
  printDictionary(read);
  return read.leftOut.length === 0;
}

/** What a dictionary holds, and what of it was left out. */
export function printDictionary({
  file,
  format,
  lexicon: { entries, labels },
  leftOut,
}: ReadDictionary): void {
  console.log(
    `${file}: ${format}, ${count(entries.length, "entry", "entries")}, ${count(labels.length, "label")}: ${labels.join(", ")}`,
  );
  printLeftOut(file, leftOut);
}

/** Says on stderr what of a dictionary can't be used, and why. */
export function printLeftOut(file: string, leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) return;
  console.error(`${file}: ${count(leftOut.length, "line")} left out:`);
  for (const { line, field, message } of leftOut.slice(0, SHOWN)) {
    console.error(`  ${file}:${line} ${field}: ${message}`);
  }
  if (leftOut.length > SHOWN) console.error(`  and ${leftOut.length - SHOWN} more`);
}
