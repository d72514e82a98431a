import { statSync } from "node:fs";
import type { Command } from "commander";
import { CodebookError } from "../../analysis/codebook/codebook-error.ts";
import { diffCodebooks } from "../codebook/diff.ts";
import { readShippedCodebook } from "../codebook/files.ts";
import { findCodebook, isOfCorpus, listVersions } from "../codebook/find-codebook.ts";
import { importLexicon, removeLexicon } from "../codebook/import-dictionary.ts";
import { liveHash, readCodebookFiles } from "../codebook/live.ts";
import { publishCodebook } from "../codebook/publish.ts";
import { readDictionaryFile } from "../codebook/read-dictionary-file.ts";
import { userLexiconsOf, withLexicon } from "../codebook/user-files.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { countDue } from "../pipeline/due.ts";
import { analyseNow } from "./analyse-now.ts";
import {
  checkCodebook,
  checkDictionary,
  count,
  printDictionary,
  short,
} from "./codebook-report.ts";
import { openChosenCorpus } from "./corpus.ts";
import { type DatabaseOptions, withDatabase } from "./database.ts";

interface CorpusOptions extends DatabaseOptions {
  corpus?: string;
}

interface PublishOptions extends CorpusOptions {
  analyse?: boolean;
}

interface ImportOptions extends PublishOptions {
  title?: string;
  slug?: string;
  edition?: string;
  source?: string;
  url?: string;
  licence?: string;
}

/** `framescope codebook`: what is looked for in a corpus, and a researcher's own dictionaries in it. */
export function register(program: Command): void {
  const codebook = program
    .command("codebook")
    .description("what is looked for: check it, compare versions, bring your own dictionary");
  codebook
    .command("check")
    .description("check the codebook that comes along, a folder like it, or a dictionary")
    .argument("[path]", "folder or dictionary (else the codebook that comes along)")
    .action(check);
  onCorpus(codebook.command("diff"))
    .description("print what the second codebook adds, removes and changes")
    .argument("<a>", "live, shipped, a hash, a folder, or a dictionary as if imported")
    .argument("<b>", "the same")
    .option("--slug <slug>", "the dictionary's slug (else from the file's name)")
    .action(diff);
  onCorpus(codebook.command("list"))
    .description("print a corpus' dictionaries and the versions of its codebook")
    .action((options: CorpusOptions) => inCorpus(options, list));
  registerChanges(codebook);
}

function registerChanges(codebook: Command): void {
  changing(codebook.command("import"))
    .description("make a dictionary a signal of a corpus: CSV, LIWC .dic, quanteda YAML")
    .argument("<file>", "the dictionary; one of the same slug is replaced")
    .option("--title <title>", "how pages name it, in the plural (else the file's name)")
    .option("--slug <slug>", "how addresses and files name it: user_SLUG (else from the title)")
    .option("--edition <version>", "its version")
    .option("--source <source>", "who made it, as you would cite it")
    .option("--url <url>", "where it is to be had")
    .option("--licence <licence>", "its licence")
    .action((file: string, options: ImportOptions) =>
      inCorpus(options, (corpus) => importDictionary(corpus, file, options)),
    );
  changing(codebook.command("remove"))
    .description("take a dictionary out of a corpus")
    .argument("<slug>", "its slug, with or without user_")
    .action((slug: string, options: PublishOptions) =>
      inCorpus(options, (corpus) => remove(corpus, slug.replace(/^user_/, ""), options)),
    );
  changing(codebook.command("publish"))
    .description(
      "make another codebook the live one: go back to an earlier version, or use your own",
    )
    .argument(
      "<codebook>",
      "shipped, a hash of `codebook list`, or a folder like analysis/codebook",
    )
    .action((name: string, options: PublishOptions) =>
      inCorpus(options, (corpus) => publish(corpus, name, options)),
    );
}

const onCorpus = (command: Command) =>
  command
    .option("--corpus <slug>", "the corpus (needed where there are several)")
    .option(
      "--database <url>",
      "PostgreSQL to use (else DATABASE_URL, else the one that comes along)",
    );

const changing = (command: Command) =>
  onCorpus(command).option("--analyse", "analyse at once instead of leaving it to a worker");

const inCorpus = (options: CorpusOptions, work: (corpus: CorpusDatabase) => Promise<void>) =>
  withDatabase(options, async () => work(await openChosenCorpus(options.corpus)));

const isFile = (name: string) => statSync(name, { throwIfNoEntry: false })?.isFile() === true;

async function check(name: string | undefined): Promise<void> {
  const sound =
    name !== undefined && isFile(name)
      ? checkDictionary(name)
      : checkCodebook(name === undefined ? readShippedCodebook() : await findCodebook(name, null));
  if (!sound) process.exitCode = 1;
}

async function diff(
  a: string,
  b: string,
  options: CorpusOptions & { slug?: string },
): Promise<void> {
  const names = [a, b];
  if (names.every(isFile)) {
    throw new FramescopeError("bad_parameter", "At least one of the two must be a codebook.");
  }
  const said = options.slug === undefined ? {} : { slug: options.slug };
  const print = async (corpus: CorpusDatabase | null) => {
    const whole = names.find((name) => !isFile(name)) ?? "";
    const base = await findCodebook(whole, corpus);
    const [before, after] = await Promise.all(
      names.map(async (name) =>
        isFile(name)
          ? withLexicon(base.files, readDictionaryFile(name, said).lexicon, said)
          : (await findCodebook(name, corpus)).files,
      ),
    );
    printDifferences(inWords(() => diffCodebooks(before ?? {}, after ?? {})));
  };
  if (names.some((name) => !isFile(name) && isOfCorpus(name))) await inCorpus(options, print);
  else await print(null);
}

/** Mistakes in a codebook's files are the user's to mend. */
function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CodebookError) throw new FramescopeError("bad_input", error.message);
    throw error;
  }
}

function printDifferences(differences: ReturnType<typeof diffCodebooks>): void {
  for (const { place, kind, what, detail } of differences) {
    console.log([kind, place, what, detail].join("\t"));
  }
  if (differences.length === 0) console.log("no difference");
}

async function list(corpus: CorpusDatabase): Promise<void> {
  const files = await readCodebookFiles(corpus, await liveHash(corpus));
  for (const { slug, title, entries, labels } of userLexiconsOf(files)) {
    console.log(
      `lexicon\tuser_${slug}\t${title}\t${count(entries.length, "entry", "entries")}\t${count(labels.length, "label")}`,
    );
  }
  for (const { hash, publishedAt, live, shipped } of await listVersions(corpus)) {
    const words = [live ? "live" : "", shipped ? "shipped" : ""].filter(Boolean).join(", ");
    console.log(`version\t${short(hash)}\t${publishedAt}\t${words}`);
  }
}

async function importDictionary(
  corpus: CorpusDatabase,
  name: string,
  { corpus: _, database: __, analyse, edition, ...rest }: ImportOptions,
): Promise<void> {
  const said = edition === undefined ? rest : { ...rest, version: edition };
  const read = readDictionaryFile(name, said);
  const { lexicon, ...change } = await importLexicon(corpus, read, said);
  printDictionary(read);
  console.log(`signal user_${lexicon.slug} (${lexicon.title}): ${lexicon.labels.join(", ")}`);
  await printChange(corpus, change, { analyse });
}

async function remove(corpus: CorpusDatabase, slug: string, options: PublishOptions) {
  await printChange(corpus, await removeLexicon(corpus, slug), options);
}

async function publish(corpus: CorpusDatabase, name: string, options: PublishOptions) {
  const before = await liveHash(corpus);
  const { hash, files } = await findCodebook(name, corpus);
  const shipped = hash === readShippedCodebook().hash;
  await publishCodebook(corpus, files, { shipped });
  await printChange(corpus, { before, after: hash }, options);
}

async function printChange(
  corpus: CorpusDatabase,
  { before, after }: { before: string; after: string },
  { analyse }: { analyse?: boolean | undefined },
): Promise<void> {
  if (before === after) console.log(`codebook ${short(after)} was live already`);
  else {
    console.log(
      `codebook ${short(after)} is live, before it was ${short(before)}; to go back: framescope codebook publish ${short(before)} --corpus ${corpus.slug}`,
    );
  }
  const due = await countDue(corpus);
  if (due === 0) return;
  if (analyse) await analyseNow(corpus);
  else console.log(`${count(due, "article")} to analyse again: the worker does it while it runs`);
}
