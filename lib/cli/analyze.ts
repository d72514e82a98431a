import { once } from "node:events";
import type { Command } from "commander";
import { analyze } from "../../analysis/analyze.ts";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import { FramescopeError } from "../errors.ts";
import { type ReadingRules, readArticle } from "../import/article.ts";
import { loadLanguageDetector } from "../import/language.ts";
import { planImport, sampleFile } from "../import/plan.ts";
import { openFile } from "../import/source/open.ts";
import { analysisLine } from "./analysis-line.ts";
import { endWithReader } from "./ending.ts";
import { type InputFile, openInput } from "./input-file.ts";
import { addLexiconOption, chosenCodebook, type LexiconOptions } from "./lexicon-option.ts";
import { addMappingOptions, type MappingOptions, wishesOf } from "./mapping-options.ts";

type AnalyzeOptions = MappingOptions & LexiconOptions;

/** `framescope analyze`: flags, quotations and words of articles in files, as JSON lines; no database. */
export function register(program: Command): void {
  const command = program
    .command("analyze")
    .description("analyse articles in files and print one JSON object a line; needs no database")
    .argument(
      "<file...>",
      "dated text, CSV, TSV, JSON Lines or JSON, also gzipped; - is standard input",
    );
  addLexiconOption(addMappingOptions(command)).action(analyzeAll);
}

async function analyzeAll(names: string[], options: AnalyzeOptions): Promise<void> {
  endWithReader();
  const codebook = chosenCodebook(options);
  for (const name of names) {
    const file = await openInput(name);
    try {
      await analyzeFile(file, codebook, options);
    } finally {
      await file.close();
    }
  }
}

async function readingRules(file: InputFile, options: MappingOptions): Promise<ReadingRules> {
  const sample = await sampleFile(file);
  const { mapping, dateOrder } = await planImport(file, sample, wishesOf(options));
  const { headline, teaser, body } = mapping.columns;
  if (sample.rows.length > 0 && !headline && !teaser && !body) {
    throw new FramescopeError(
      "bad_input",
      `${file.name}: no column is the text. Name it: --map body=COLUMN, one of ${sample.columns.join(", ")}.`,
    );
  }
  if (dateOrder === "undecidable") {
    console.error(
      `${file.name}: its dates can be read as day/month or as month/day; they are left out unless --date-order says which.`,
    );
  }
  return { mapping, detector: await loadLanguageDetector(), purpose: "analyze" };
}

/** Lines held back before they are written: one write an article would cost more than the analysis. */
const CHUNK = 1 << 16;

async function analyzeFile(
  file: InputFile,
  codebook: Codebook,
  options: MappingOptions,
): Promise<void> {
  const rules = await readingRules(file, options);
  const { rows } = await openFile(file.name, file.open());
  let text = "";
  for await (const row of rows) {
    const item = row.kind === "record" ? readArticle(row, rules) : row;
    if (item.kind === "refused") {
      console.error(`${file.name}, line ${item.line}: ${item.reason}`);
      process.exitCode = 1;
      continue;
    }
    text += `${analysisLine(item, analyze(item, codebook))}\n`;
    if (text.length < CHUNK) continue;
    await write(text);
    text = "";
  }
  await write(text);
}

async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}
