import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createCorpus, listSlugs, openCorpus } from "../database/registry.ts";
import { FramescopeError } from "../errors.ts";
import {
  type ImportSummary,
  listOtherLanguages,
  refusalsCsv,
  TEXT_RIGHTS,
  type TextRights,
} from "../import/imports.ts";
import { UNDETERMINED } from "../import/language.ts";
import { listSharedDomains } from "../import/outlets.ts";
import { importFile } from "../import/run.ts";
import { printError } from "../launcher/step.mjs";
import { analyseNow } from "./analyse-now.ts";
import { openChosenCorpus } from "./corpus.ts";
import { withDatabase } from "./database.ts";
import { type InputFile, openInput } from "./input-file.ts";
import { addMappingOptions, type MappingOptions, wishesOf } from "./mapping-options.ts";
import { showProgress } from "./progress.ts";

interface ImportOptions extends MappingOptions {
  corpus?: string;
  create?: string | true;
  textRights: TextRights;
  refused?: string;
  analyse?: boolean;
  database?: string;
}

/** `framescope import`: articles from files into a corpus. */
export function register(program: Command): void {
  const command = program
    .command("import")
    .description(
      "bring articles into a corpus: dated text, CSV, TSV, JSON Lines, JSON, also gzipped",
    )
    .argument("<file...>", "files to import; - is standard input")
    .option("--corpus <slug>", "the corpus (needed where there are several)")
    .option("--create [title]", "make the corpus first where it does not exist yet")
    .addOption(
      new Option("--text-rights <rights>", "how much text exports may hold")
        .choices(TEXT_RIGHTS)
        .default("snippets"),
    )
    .option("--refused <file>", "write the refused rows, with line and reason, to this CSV file")
    .option("--analyse", "analyse the new articles at once instead of leaving them to a worker")
    .option(
      "--database <url>",
      "PostgreSQL to use (else DATABASE_URL, else the one that comes along)",
    );
  addMappingOptions(command).action((files: string[], options: ImportOptions) =>
    withDatabase(options, () => importAll(files, options)),
  );
}

async function chooseCorpus({ corpus, create }: ImportOptions): Promise<CorpusDatabase> {
  if (create === undefined) return openChosenCorpus(corpus);
  if (corpus !== undefined && (await listSlugs()).includes(corpus)) return openCorpus(corpus);
  const title = create === true ? corpus : create;
  if (title === undefined) {
    throw new FramescopeError(
      "bad_parameter",
      "--create needs a title, or --corpus with a slug.",
      "create",
    );
  }
  return openCorpus(
    await createCorpus({ title, ...(corpus === undefined ? {} : { slug: corpus }) }),
  );
}

async function importAll(names: string[], options: ImportOptions): Promise<void> {
  const corpus = await chooseCorpus(options);
  const done: ImportSummary[] = [];
  for (const name of names) {
    const summary = await importOne(corpus, name, options);
    if (summary) done.push(summary);
    else process.exitCode = 1;
  }
  for (const { domain, outlets } of done.length > 0 ? await listSharedDomains(corpus) : []) {
    console.log(`${domain} is shared by ${outlets.join(", ")}: their names are kept as given`);
  }
  if (options.refused !== undefined) await writeRefused(corpus, done, options.refused);
  if (options.analyse) await analyseNow(corpus);
}

/** One file; null where it could not be read, which is said on stderr, so that the others still come in. */
async function importOne(
  corpus: CorpusDatabase,
  name: string,
  options: ImportOptions,
): Promise<ImportSummary | null> {
  const file = await openInput(name);
  try {
    const summary = await importWithProgress(corpus, file, options);
    printSummary(summary, options.refused);
    printOtherLanguages(await listOtherLanguages(corpus, summary.id));
    return summary;
  } catch (error) {
    if (!(error instanceof FramescopeError) || error.code === "bad_parameter") throw error;
    printError(error);
    return null;
  } finally {
    await file.close();
  }
}

/** Small files are shown in kB. */
function unitFor(size: number | null): { name: string; bytes: number } {
  return size !== null && size < 10_000_000
    ? { name: "kB", bytes: 1000 }
    : { name: "MB", bytes: 1_000_000 };
}

async function importWithProgress(
  corpus: CorpusDatabase,
  file: InputFile,
  options: ImportOptions,
): Promise<ImportSummary> {
  const unit = unitFor(file.size);
  const units = (bytes: number) => Math.ceil(bytes / unit.bytes);
  const progress = showProgress(file.name, file.size === null ? null : units(file.size), unit.name);
  try {
    return await importFile(corpus, {
      ...file,
      wishes: wishesOf(options),
      textRights: options.textRights,
      onProgress: ({ bytesRead }) => progress.update(units(bytesRead)),
    });
  } finally {
    progress.finish();
  }
}

const count = (number: number) => number.toLocaleString("en");

function printSummary(summary: ImportSummary, refusedFile: string | undefined): void {
  const { id, source, format, encoding, rowsRead, added, known, changed, repeated, refused } =
    summary;
  console.log(`${source}: import ${id}, ${format}, ${encoding ?? ""}`);
  console.log(`  ${count(rowsRead)} rows read`);
  console.log(`  ${count(added)} articles added${added === 0 ? ": nothing has changed" : ""}`);
  if (known > 0) console.log(`  ${count(known)} here already with the same text`);
  if (changed > 0)
    console.log(`  ${count(changed)} here already with another text: the first was kept`);
  if (repeated > 0) console.log(`  ${count(repeated)} of these repeat an article of the same file`);
  if (refused === 0) return;
  const where =
    refusedFile === undefined
      ? "add --refused FILE.csv for lines and reasons"
      : `lines and reasons in ${refusedFile}`;
  console.log(`  ${count(refused)} rows refused: ${where}`);
}

/** "3 of them are not in English: stored and marked, but in no rate (German 2, undetermined 1)". */
function printOtherLanguages(others: readonly { language: string; articles: number }[]): void {
  if (others.length === 0) return;
  const names = new Intl.DisplayNames("en", { type: "language" });
  const listed = others.map(({ language, articles }) =>
    [language === UNDETERMINED ? "undetermined" : names.of(language), count(articles)].join(" "),
  );
  const total = others.reduce((sum, { articles }) => sum + articles, 0);
  console.log(
    `  ${count(total)} of them not in English: stored and marked, but in no rate (${listed.join(", ")})`,
  );
}

/** The refused rows of all imported files, one after the other under one header. */
async function* allRefused(
  corpus: CorpusDatabase,
  imports: readonly ImportSummary[],
): AsyncGenerator<string> {
  for (const [index, { id }] of imports.entries()) {
    let header = index > 0;
    for await (const line of refusalsCsv(corpus, id)) {
      if (!header) yield line;
      header = false;
    }
  }
}

async function writeRefused(
  corpus: CorpusDatabase,
  imports: readonly ImportSummary[],
  file: string,
): Promise<void> {
  await pipeline(Readable.from(allRefused(corpus, imports)), createWriteStream(file));
}
