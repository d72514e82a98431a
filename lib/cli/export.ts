import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { type Command, Option } from "commander";
import { EXPORTS, prepareExport } from "../export/exports.ts";
import { VIEW_PARAMETERS, type ViewParameter, viewParameterHelp } from "../view/view.ts";
import { openChosenCorpus } from "./corpus.ts";
import { withDatabase } from "./database.ts";
import { endWithReader } from "./ending.ts";

type ExportOptions = Partial<Record<ViewParameter, string>> & {
  corpus?: string;
  database?: string;
  output?: string;
};

/** `framescope export`: the same bytes as the download of the page. */
export function register(program: Command): void {
  const command = program
    .command("export")
    .description("write a CSV of a view, the same as the page's download")
    .argument("<what>", `one of ${Object.keys(EXPORTS).join(", ")}`)
    .option("--corpus <slug>", "the corpus (needed where there are several)")
    .option("--output <file>", "write to this file instead of standard output")
    .option(
      "--database <url>",
      "PostgreSQL to use (else DATABASE_URL, else the one that comes along)",
    );
  for (const name of VIEW_PARAMETERS) {
    command.addOption(new Option(`--${name} <value>`, viewParameterHelp(name)));
  }
  command.action((what: string, options: ExportOptions) =>
    withDatabase(options, () => writeExport(what, options)),
  );
}

async function writeExport(
  what: string,
  { corpus: slug, output, database: _, ...parameters }: ExportOptions,
) {
  const corpus = await openChosenCorpus(slug);
  const { lines } = await prepareExport(corpus, what, parameters);
  if (output === undefined) endWithReader();
  const target = output === undefined ? process.stdout : createWriteStream(output);
  for await (const line of lines) {
    if (!target.write(line)) await once(target, "drain");
  }
  if (target !== process.stdout) {
    target.end();
    await once(target, "finish");
  }
}
