import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../analysis/codebook/shipped.test-support.ts";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { QUOTATION_FUNCTIONS } from "../../analysis/types.ts";
import { openInput } from "../cli/input-file.ts";
import { FLAGS_COLUMNS } from "../export/flags-csv.ts";
import { QUOTATIONS_COLUMNS } from "../export/quotations-csv.ts";
import { evaluate } from "./evaluate.ts";
import { printReport } from "./print-report.ts";
import { readCodings as read } from "./read-codings.ts";
import type { ScoreTable, SetReport } from "./report.ts";

const file = (name: string, text: string) => ({
  name,
  size: null,
  async *open() {
    yield Buffer.from(text);
  },
});
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

const readCodings = (source: ReturnType<typeof file>, signal?: string) =>
  read(source, { signal, known: SIGNALS.map(({ id }) => id) });

async function judge(name: string, text: string, signal?: string) {
  return evaluate(await readCodings(file(name, text), signal), shippedCodebook());
}

const rowOf = (report: SetReport | undefined, judged: ScoreTable["judged"], name: string) =>
  report?.tables.find((table) => table.judged === judged)?.rows.find((row) => row.name === name);

const SENTENCES = [
  { id: 1, outlet: "Gull", text: "The pier may close in spring.", label: true },
  { id: 2, outlet: "Gull", text: "Perhaps the mayor will come.", label: true },
  { id: 3, outlet: "Gull", text: "The pier closed on Friday.", label: false },
  { id: 4, outlet: "Gull", text: "Perhaps, he sang, and left.", label: false },
  { id: 5, outlet: "Gull", text: "It would take luck to mend it.", label: true },
];

describe("evaluating sentences", () => {
  it("sets flagged sentences against coded ones: 2 right, 1 wrong, 1 missed", async () => {
    const { reports } = await judge("hedging-quay.jsonl", lines(SENTENCES));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      set: "hedging-quay",
      signal: "hedge",
      size: 5,
      positives: 3,
    });
    const all = rowOf(reports[0], "sentences", "all");
    expect(all).toMatchObject({ tp: 2, fp: 1, fn: 1 });
    expect(all?.f1?.value).toBeCloseTo(4 / 6, 12);
    // F1 of yes 4/6, of no 2/4.
    expect(all?.macroF1?.value).toBeCloseTo((4 / 6 + 2 / 4) / 2, 12);
  });
  it("gives a label of the detector a precision alone", async () => {
    const { reports } = await judge("hedging-quay.jsonl", lines(SENTENCES));
    const epistemic = rowOf(reports[0], "sentences", "epistemic");
    expect(epistemic).toMatchObject({ tp: 1, fp: 1, recall: null, f1: null });
    expect(epistemic?.precision?.value).toBe(0.5);
  });
  it("runs the raw lists and “every sentence” beside it on the same text", async () => {
    const { reports, notes } = await judge("hedging-quay.jsonl", lines(SENTENCES));
    expect(notes).toEqual([]);
    expect(rowOf(reports[0], "sentences", "every sentence")).toMatchObject({ tp: 3, fp: 2, fn: 0 });
    // “would” is a hedge to that list.
    expect(rowOf(reports[0], "sentences", "npm list hedges")?.fn).toBe(0);
  });
  it("takes a coder's CSV, and signals row by row", async () => {
    const csv = [
      "text,signal,coded",
      '"The pier may close, they fear.",hedge,yes',
      "The regime fell.,loaded_term,1",
      "The government fell.,loaded_term,no",
    ];
    const { reports } = await judge("my codings.csv", csv.join("\n"));
    expect(reports.map(({ signal, size }) => [signal, size])).toEqual([
      ["hedge", 1],
      ["loaded_term", 2],
    ]);
    expect(rowOf(reports[1], "sentences", "all")).toMatchObject({ tp: 1, fp: 0, fn: 0 });
  });
  it("judges words too where coders marked them", async () => {
    const text = "The puppet regime fell.";
    const spans = [{ start: 4, end: 10, label: "loaded" }];
    const { reports } = await judge("set.jsonl", lines([{ text, label: true, spans }]));
    expect(reports[0]?.signal).toBe("loaded_term");
    const words = rowOf(reports[0], "words", "all");
    expect(words?.tp).toBe(1);
    expect((words?.tp ?? 0) + (words?.fn ?? 0)).toBe(1);
  });
  it("gives the same intervals in every run", async () => {
    const first = await judge("hedging-quay.jsonl", lines(SENTENCES));
    expect(await judge("hedging-quay.jsonl", lines(SENTENCES))).toEqual(first);
  });
});

describe("evaluating quotations", () => {
  const text =
    "The alleged “threat” turned out to be a garden shed. “We will open it in June,” Ann Perry said.";
  const quotation = (words: string, coded: object) => {
    const start = text.indexOf(words);
    return { id: words, text, start, end: start + words.length, quoted: words, ...coded };
  };
  const rows = [
    quotation("threat", { function: "scare", distanced: true, sample: "cue" }),
    quotation("We will open it in June,", {
      function: "partial",
      distanced: false,
      sample: "random",
    }),
    quotation("garden shed", { function: "term", distanced: false, sample: "random" }),
  ];
  it("finds them by their offsets and compares functions", async () => {
    const { reports } = await judge("quotations.jsonl", lines(rows));
    const [report] = reports;
    expect(report).toMatchObject({ found: 2, size: 3, positives: 1, clusters: 1 });
    expect(rowOf(report, "scare", "all")).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(rowOf(report, "functions", "direct")).toMatchObject({ tp: 0, fp: 1, fn: 0 });
    expect(rowOf(report, "scare", "two words or fewer")).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(report?.figures[0]).toMatchObject({ name: "accuracy", value: 1 / 3 });
    expect(printReport(report as SetReport, 5)).toContain("direct, coded partial");
  });
  it("adds up P(scare) over what was found, overall and by sample", async () => {
    const { reports } = await judge("quotations.jsonl", lines(rows));
    const samples = reports[0]?.expected.map(({ group, counted }) => [group, counted]);
    expect(samples).toEqual([
      ["all", 1],
      ["cue", 1],
      ["random", 0],
    ]);
    expect(reports[0]?.reliability.reduce((sum, { n }) => sum + n, 0)).toBe(2);
  });
  it("refuses offsets that cut out something else, with the line, and keeps the others", async () => {
    const wrong = { ...rows[0], start: 3, end: 9 };
    const codings = await readCodings(file("q.jsonl", lines([wrong, ...rows])));
    expect(codings.coded.rows).toHaveLength(3);
    expect(codings.refused).toEqual([
      {
        kind: "refused",
        line: 1,
        field: null,
        reason: "3 to 9 cuts out “ alleg”, not “threat”.",
      },
    ]);
  });
});

describe("evaluating attributions", () => {
  const text = "Ann Perry said the quay was closed. Nobody came.";
  const cue = [text.indexOf("said"), text.indexOf("said") + 4];
  const content = [text.indexOf("the quay"), text.indexOf(". Nobody")];
  it("judges cues, attributed words, and the own voice", async () => {
    const attributions = [{ source: [[0, 9]], cue: [cue], content: [content] }];
    const { reports } = await judge("polnear.jsonl", lines([{ text, attributions }]));
    expect(rowOf(reports[0], "words", "all")).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(rowOf(reports[0], "sources", "all")).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(rowOf(reports[0], "attributed words", "all")).toMatchObject({ tp: 4, fp: 0, fn: 0 });
    // By quotation marks alone all 9 words are the outlet's, 4 of them wrongly.
    const [error, , alone] = [reports[0]?.figures[0], null, reports[0]?.figures.at(-1)];
    expect(error).toMatchObject({ name: "own-voice error", value: 0 });
    expect(alone).toMatchObject({ group: "quotation marks alone", value: 4 / 5 });
  });
});

/** An exported CSV, with a column that a coder has added. */
function exportOf(columns: readonly { name: string }[], rows: readonly Record<string, unknown>[]) {
  const names = [...columns.map(({ name }) => name), "coded"];
  const cells = rows.map((row) => names.map((name) => row[name] ?? "").join(","));
  return [names.join(","), ...cells].join("\n");
}

describe("evaluating an export that a coder judged", () => {
  const flag = { article_id: "a", outlet: "Gull", part: "body", signal: "hedge", voice: "outlet" };
  const flags = [
    { ...flag, label: "modal", start: 4, end: 7, text: "may", coded: "yes" },
    { ...flag, label: "modal", start: 30, end: 33, text: "may", coded: "no" },
    { ...flag, label: "epistemic", start: 40, end: 47, text: "perhaps", coded: "Y" },
    { ...flag, label: "epistemic", start: 60, end: 67, text: "perhaps" },
  ];
  it("gives flags.csv a precision by label, and counts what nobody judged", async () => {
    const codings = await readCodings(file("flags.csv", exportOf(FLAGS_COLUMNS, flags)));
    expect(codings.uncoded).toBe(1);
    const { reports, notes } = await evaluate(codings, shippedCodebook());
    expect(rowOf(reports[0], "flags", "all")).toMatchObject({ tp: 2, fp: 1, recall: null });
    expect(rowOf(reports[0], "flags", "modal")?.precision?.value).toBe(0.5);
    expect(notes.join()).toMatch(/no recall/);
  });
  const quotation = (text: string, found: "scare" | "term", coded: string) => ({
    ...flag,
    start: 4,
    end: 4 + text.length,
    text,
    function: found,
    distanced: found === "scare",
    ...Object.fromEntries(QUOTATION_FUNCTIONS.map((name) => [`p_${name}`, 0])),
    p_scare: found === "scare" ? 0.8 : 0.2,
    p_term: found === "scare" ? 0.2 : 0.8,
    coded,
  });
  const quotations = (rows: readonly object[]) =>
    judge("quotations.csv", exportOf(QUOTATIONS_COLUMNS, rows as Record<string, unknown>[]));
  it("gives quotations.csv all that labelled quotations have", async () => {
    const { reports } = await quotations([
      quotation("threat", "scare", "scare"),
      quotation("open door", "term", "Scare"),
    ]);
    expect(rowOf(reports[0], "scare", "all")).toMatchObject({ tp: 1, fp: 0, fn: 1 });
    expect(reports[0]?.expected[0]).toMatchObject({ expected: 1, counted: 2 });
    expect(reports[0]?.errors[0]?.what).toBe("term, coded scare");
  });
  it("takes yes and no for scare quote or not, without functions", async () => {
    const { reports } = await quotations([
      quotation("threat", "scare", "yes"),
      quotation("quay", "scare", "no"),
    ]);
    expect(rowOf(reports[0], "scare", "all")).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(reports[0]?.confusion).toBeNull();
  });
  it("counts words of short quotations only where the export has the words", async () => {
    const { reports } = await quotations([{ ...quotation("threat", "scare", "yes"), text: "" }]);
    expect(rowOf(reports[0], "scare", "two words or fewer")).toBeUndefined();
  });
  it("asks for the judgement where there is none", async () => {
    const bare = flags.map((row) => ({ ...row, coded: "" }));
    await expect(readCodings(file("flags.csv", exportOf(FLAGS_COLUMNS, bare)))).rejects.toThrow(
      "flags.csv is an export that nobody has judged: add a column coded with yes or no for the rows that you read.",
    );
  });
});

describe("a file of codings", () => {
  it("has to say what was coded", async () => {
    const text = "text,coded\nThe pier may close.,yes\n";
    await expect(readCodings(file("mine.csv", text))).rejects.toThrow(/--signal hedge/);
    expect((await readCodings(file("mine.csv", text), "hedge")).coded.rows).toHaveLength(1);
  });
  it("is refused in words where its columns are of no known kind", async () => {
    await expect(readCodings(file("mine.csv", "a,b\n1,2\n"))).rejects.toThrow(
      /mine\.csv is no file of codings: .* Its columns are a, b\./,
    );
  });
  it("has rows of known signals alone", async () => {
    const text = "text,coded,signal\nThe pier may close.,yes,hedge\nIt sank.,no,irony\n";
    const { coded, refused } = await readCodings(file("mine.csv", text));
    expect(coded.rows).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(/^signal is “irony”; known are scare_quote, hedge, /);
  });
  it("loses no good row to a bad one, and names line and reason", async () => {
    const text = `${lines(SENTENCES)}\n{"text":"broken\n{"text":"A pier.","label":"perhaps"}\n`;
    const codings = await readCodings(file("hedging.jsonl", text));
    expect(codings.coded.rows).toHaveLength(5);
    expect(codings.refused.map(({ line }) => line)).toEqual([6, 7]);
    expect(codings.refused[1]?.reason).toBe(
      "label is “perhaps”; it has to be yes or no (true or false, 1 or 0).",
    );
  });
});

const SET = "/work/shared/eval/hedging-news.jsonl";
const shared = [SET, "../shared/eval/hedging-news.jsonl"].find((name) => existsSync(name));

describe.skipIf(!shared)("the labelled sets (skipped where ../shared is missing)", () => {
  it("are read whole", async () => {
    const codings = await read(await openInput(shared ?? ""), { known: [] });
    expect(codings.refused).toEqual([]);
    expect(codings.coded.rows).toHaveLength(319);
  });
});
