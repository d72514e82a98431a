import { expect, it } from "vitest";
import { analyze } from "../../analysis/analyze.ts";
import { readShippedCodebook } from "../codebook/files.ts";
import { compileOnce } from "../codebook/live.ts";
import { readArticle } from "../import/article.ts";
import { loadLanguageDetector } from "../import/language.ts";
import { mappingSchema } from "../import/mapping.ts";
import { analysisLine } from "./analysis-line.ts";

const { hash, files } = readShippedCodebook();
const codebook = compileOnce(hash, files);
const detector = await loadLanguageDetector();

function lineOf(record: Record<string, string>): Record<string, unknown> {
  const mapping = mappingSchema.parse({
    columns: { id: "id", headline: "headline", body: "body" },
  });
  const row = { kind: "record", line: 1, values: new Map(Object.entries(record)) } as const;
  const article = readArticle(row, { mapping, detector, purpose: "analyze" });
  if (article.kind === "refused") throw new Error(article.reason);
  return JSON.parse(analysisLine(article, analyze(article, codebook)));
}

it("prints the keys in their order, offsets that cut the text again, and null for what is not known", () => {
  const body =
    "The so-called “repair” of the pier may fail, the mayor said. 🦊 The alleged “saving” was announced by her office.";
  const line = lineOf({ body });
  expect(Object.keys(line)).toEqual([
    "id",
    "outlet",
    "url",
    "publishedOn",
    "headline",
    "language",
    "words",
    "voices",
    "quotations",
    "flags",
  ]);
  expect(line).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{32}$/),
    outlet: null,
    url: null,
    publishedOn: null,
    headline: "",
    language: "en",
  });
  const quotations = line.quotations as { start: number; end: number; text: string }[];
  expect(quotations.map(({ start, end }) => body.slice(start, end))).toEqual(["repair", "saving"]);
  expect(Object.keys(quotations[0] ?? {})).toEqual([
    "part",
    "start",
    "end",
    "text",
    "function",
    "distanced",
    "uncertain",
    "probabilities",
    "speaker",
    "evidence",
  ]);
  const flags = line.flags as { start: number; end: number; text: string }[];
  expect(flags.map(({ start, end }) => body.slice(start, end))).toEqual(
    flags.map(({ text }) => text),
  );
  expect(Object.keys(flags[0] ?? {})).toEqual([
    "signal",
    "label",
    "part",
    "start",
    "end",
    "text",
    "term",
    "subject",
    "voice",
    "score",
    "evidence",
  ]);
});

it("keeps the id of the record, and takes a record without any text", () => {
  expect(lineOf({ id: "q-1", body: "" })).toMatchObject({
    id: "q-1",
    language: "und",
    words: [],
    flags: [],
  });
});
