import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedCodebook } from "../../analysis/codebook/shipped.test-support.ts";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { parseMarkdown } from "../documents/markdown.ts";
import type { AccuracyFigure } from "./accuracy-figures.ts";
import type { CrossValidated } from "./cross-validated.ts";
import { evaluate } from "./evaluate.ts";
import { readCodings } from "./read-codings.ts";
import { recordAccuracy } from "./record-accuracy.ts";
import type { SetReport } from "./report.ts";

const hash = "abcdef0123456789";
const quoted = "The alleged “threat” turned out to be a garden shed.";
const SETS: Record<string, object[]> = {
  "hedging-news": [
    { text: "The pier may close.", label: true, by: "o" },
    { text: "Perhaps it rains.", label: false, by: null },
    { text: "The pier closed.", label: false, by: null },
  ],
  quotations: [
    { text: quoted, start: 13, end: 19, function: "scare", distanced: true, confidence: "hh" },
  ],
};

const figure = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const nested: CrossValidated = {
  weights: "feed",
  repeats: 5,
  parts: [
    {
      title: "Body text",
      quotations: 1,
      figures: {
        "scare precision": figure(0.5),
        "scare recall": figure(0.7),
        "scare F1": figure(0.58),
      },
      expected: 1.2,
      counted: 1,
      z: -0.3,
    },
  ],
};

async function reportOf(set: string, rows: readonly object[]): Promise<SetReport[]> {
  const text = rows.map((row) => JSON.stringify(row)).join("\n");
  async function* open() {
    yield Buffer.from(text);
  }
  const file = { name: `${set}.jsonl`, size: null, open };
  const codings = await readCodings(file, { known: SIGNALS.map(({ id }) => id) });
  return (await evaluate(codings, shippedCodebook())).reports;
}

describe("the record of accuracy", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "framescope-accuracy-"));
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  let figures: AccuracyFigure[] = [];

  beforeAll(async () => {
    const reports = await Promise.all(
      Object.entries(SETS).map(([set, rows]) => reportOf(set, rows)),
    );
    const measured = { date: "2031-05-03", codebook: hash, engine: "0.1.0" };
    recordAccuracy(measured, reports.flat(), nested, folder);
    figures = JSON.parse(read("accuracy.json")).figures;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it("names date, codebook and engine", () => {
    expect(JSON.parse(read("accuracy.json")).header).toEqual({
      date: "2031-05-03",
      codebook: hash,
      engine: "0.1.0",
    });
    expect(read("accuracy.md")).toContain(
      "measured on 2031-05-03 with codebook `abcdef01` and engine 0.1.0",
    );
  });
  it("has precision, recall and F1 of the program and of simpler methods, with what was tuned", () => {
    const own = figures.find(
      ({ measure, method, label }) =>
        measure === "sentence_precision" && method === null && label === null,
    );
    expect(own).toMatchObject({ signal: "hedge", set: "hedging-news", size: 3, value: 0.5 });
    expect(own?.note).toBe("development set");
    const methods = new Set(figures.map(({ method }) => method));
    expect(methods).toContain("every sentence");
    expect(methods).toContain("two words or fewer");
    const fitted = figures.filter(({ note }) => note.startsWith("weights fitted"));
    expect(new Set(fitted.map(({ set }) => set))).toEqual(new Set(["quotations"]));
  });
  it("writes each number into the document as it stands in the file", () => {
    const document = read("accuracy.md");
    expect(document).toMatch(/\| sentences with a hedge \| `hedging-news` \| 0\.500 \[/);
    expect(document).toContain("| `scare` | 1 | 1.000 |");
    expect(document).toContain("Found with exact offsets: 1 of 1.");
  });
  it("sets what cross-validation found apart from the fitted figures", () => {
    expect(JSON.parse(read("accuracy.json")).cross_validated).toEqual([
      {
        signal: "scare_quote",
        set: "Body text",
        size: 1,
        precision: 0.5,
        recall: 0.7,
        f1: 0.58,
        low: 0.48,
        high: 0.68,
      },
    ]);
    expect(read("accuracy.md")).toContain("| .58 [.48, .68] |");
    expect(read("accuracy.md")).toContain("| 1.2 for 1 (z −0.30) |");
  });
  it("keeps no word of the labelled texts", () => {
    for (const name of ["accuracy.md", "accuracy.json"]) {
      expect(read(name)).not.toMatch(/pier|garden|threat/);
    }
  });
  it("is Markdown that pages can show", () => {
    const kinds = new Set(parseMarkdown(read("accuracy.md")).map(({ kind }) => kind));
    expect(kinds).toContain("table");
    expect(kinds).toContain("heading");
  });
});
