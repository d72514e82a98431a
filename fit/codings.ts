import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { readTable } from "../analysis/codebook/table.ts";
import type { LabelledLine } from "./labelled-spans.ts";

const COLUMNS = ["article", "part", "start", "end", "function", "distanced", "confidence"] as const;

/** Digits of an article's SHA-256 that name it in codings.csv: enough for millions of articles. */
const NAME_LENGTH = 16;

/** One coder said how sure they were. */
const SURENESS: Readonly<Record<string, number>> = { h: 0.9, m: 0.58, l: 0.23 };

/** An article of the corpus, as `framescope import` takes it. */
interface CorpusLine {
  title?: string;
  body?: string;
}

/** Names an article by its body: the text itself belongs to its publisher and is not kept here. */
const nameOf = (body: string) =>
  createHash("sha256").update(body).digest("hex").slice(0, NAME_LENGTH);

/**
 * The quotations of codings.csv with the articles they stand in, which are looked for in a corpus (JSONL, also gzipped).
 * Articles that the corpus lacks are left out.
 * @throws where a line of codings.csv is wrong, naming it, or there is no such corpus.
 */
export async function readCodings(codings: string, corpus: string): Promise<LabelledLine[]> {
  const report = (line: number, column: string, message: string) => {
    throw new Error(`${codings}, line ${line}, ${column}: ${message}.`);
  };
  if (!existsSync(corpus)) throw new Error(`There is no file ${corpus}.`);
  const codingsOf = new Map<string, ReturnType<typeof readTable<(typeof COLUMNS)[number]>>>();
  for (const coding of readTable(readFileSync(codings, "utf8"), COLUMNS, report)) {
    const known = codingsOf.get(coding.values.article) ?? [];
    known.push(coding);
    codingsOf.set(coding.values.article, known);
  }
  const lines: LabelledLine[] = [];
  for await (const text of linesOf(corpus)) {
    if (text.trim() === "") continue;
    const { title = "", body = "" } = JSON.parse(text) as CorpusLine;
    const name = nameOf(body);
    for (const { line, values } of codingsOf.get(name) ?? []) {
      const sureness = SURENESS[values.confidence];
      if (sureness === undefined) {
        report(line, "confidence", `"${values.confidence}" is not h, m or l`);
        continue;
      }
      lines.push({
        id: `${name}-${values.start}`,
        text: body,
        headline: title,
        part: values.part,
        start: Number(values.start),
        end: Number(values.end),
        function: values.function,
        distanced: values.distanced === "yes",
        weight: sureness,
      });
    }
    codingsOf.delete(name);
  }
  return lines;
}

function linesOf(file: string): AsyncIterable<string> {
  const stream = createReadStream(file);
  return createInterface({ input: file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream });
}
