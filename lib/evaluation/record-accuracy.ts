import { writeFileSync } from "node:fs";
import path from "node:path";
import { accuracyDocument, type MeasuredWith } from "./accuracy-document.ts";
import { figuresOf } from "./accuracy-figures.ts";
import type { CrossValidated } from "./cross-validated.ts";
import { RECORDED_SETS, UNSEEN_RESULTS } from "./recorded-sets.ts";
import type { SetReport } from "./report.ts";

/** Writes accuracy.md and accuracy.json of a folder anew, from reports on the recorded sets. */
export function recordAccuracy(
  measured: MeasuredWith,
  reports: readonly SetReport[],
  crossValidated: CrossValidated | null,
  folder: string,
): void {
  const recorded = RECORDED_SETS.flatMap((set) =>
    reports.filter((report) => report.set === set.name).map((report) => ({ set, report })),
  );
  const json = [
    "{",
    `  "header": ${JSON.stringify(measured)},`,
    `  "cross_validated": ${oneToALine(scareOf(crossValidated))},`,
    `  "unseen": ${oneToALine(unseen())},`,
    `  "figures": ${oneToALine(recorded.flatMap(figuresOf))}`,
    "}\n",
  ].join("\n");
  const document = accuracyDocument(measured, recorded, crossValidated);
  writeFileSync(path.join(folder, "accuracy.json"), json);
  writeFileSync(path.join(folder, "accuracy.md"), document);
}

/** So that a change of one is a change of one line. */
function oneToALine(list: readonly object[]): string {
  return list.length > 0
    ? `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(",\n")}\n  ]`
    : "[]";
}

function scareOf(found: CrossValidated | null) {
  // More digits than pages show: .6151 is .62, but .615 would be shown as .61.
  const six = (value: number | undefined) =>
    value === undefined ? null : Number(value.toFixed(6));
  return (found?.parts ?? []).map(({ title, quotations, figures }) => ({
    signal: "scare_quote",
    set: title,
    size: quotations,
    precision: six(figures["scare precision"]?.value),
    recall: six(figures["scare recall"]?.value),
    f1: six(figures["scare F1"]?.value),
    low: six(figures["scare F1"]?.low),
    high: six(figures["scare F1"]?.high),
  }));
}

const unseen = () =>
  UNSEEN_RESULTS.map(({ signal, set, size, precision, recall, f1, interval }) => ({
    signal,
    set,
    size,
    precision,
    recall,
    f1,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }));
