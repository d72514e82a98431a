import { writeFileSync } from "node:fs";
import path from "node:path";
import { accuracyDocument, type MeasuredWith } from "./accuracy-document.ts";
import { figuresOf } from "./accuracy-figures.ts";
import { RECORDED_SETS, UNSEEN_RESULTS } from "./recorded-sets.ts";
import type { SetReport } from "./report.ts";

/** Writes accuracy.md and accuracy.json of a folder anew, from reports on the recorded sets. */
export function recordAccuracy(
  measured: MeasuredWith,
  reports: readonly SetReport[],
  folder: string,
): void {
  const recorded = RECORDED_SETS.flatMap((set) =>
    reports.filter((report) => report.set === set.name).map((report) => ({ set, report })),
  );
  const unseen = UNSEEN_RESULTS.map(({ signal, set, size, precision, recall, f1, interval }) => ({
    signal,
    set,
    size,
    precision,
    recall,
    f1,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }));
  // A figure a line: a change of one is a change of one line.
  const figures = recorded.flatMap(figuresOf).map((figure) => `    ${JSON.stringify(figure)}`);
  const json = [
    "{",
    `  "header": ${JSON.stringify(measured)},`,
    `  "unseen": ${JSON.stringify(unseen)},`,
    `  "figures": [\n${figures.join(",\n")}\n  ]`,
    "}\n",
  ].join("\n");
  const document = accuracyDocument(measured, recorded);
  writeFileSync(path.join(folder, "accuracy.json"), json);
  writeFileSync(path.join(folder, "accuracy.md"), document);
}
