import { type Confusion, cellOf } from "../../analysis/evaluation/confusion.ts";
import {
  bracketed,
  count,
  type RecordedReport,
  scoresOf,
  table,
  three,
} from "./markdown-tables.ts";
import { UNSEEN_RESULTS } from "./recorded-sets.ts";
import type { ScoreTable, SetReport } from "./report.ts";

/** What docs/accuracy.md says of a set of quotations. */
export function quotationBlocks({ set, report }: RecordedReport): string[] {
  const rowsOf = (judged: ScoreTable["judged"]) =>
    report.tables.find((one) => one.judged === judged)?.rows ?? [];
  const scored = [
    ...rowsOf("functions").map((one) => [`\`${one.name}\``, one] as const),
    ...rowsOf("distanced")
      .filter(({ by }) => by === "all")
      .map((one) => ["distanced (scare quotes included)", one] as const),
    ...rowsOf("scare")
      .filter(({ by }) => by === "baseline")
      .map((one) => [`calling ${one.name} a scare quote`, one] as const),
  ];
  return [
    `### \`${set.name}\``,
    table(
      ["function", "coded", "precision", "recall", "F1"],
      scored.map(([name, one]) => [name, count(one.tp + one.fn), ...scoresOf(one)]),
    ),
    agreement(report),
    "Expected scare quotes (the sum of P(scare)) for counted; z beyond ±2 is more than chance:",
    expectedTable(report),
    ...(report.confusion
      ? [
          "What coders called what (rows), as the program had it (columns):",
          confusion(report.confusion),
        ]
      : []),
    "Where P(scare) was so much, so large a share was coded scare:",
    reliabilityTable(report),
  ];
}

function agreement(report: SetReport): string {
  const figure = (name: string, group = "all") => {
    const found = report.figures.find((one) => one.name === name && one.group === group);
    return bracketed(found ?? null);
  };
  return `Found with exact offsets: ${count(report.found ?? 0)} of ${count(report.size)}. Accuracy over functions: ${figure("accuracy")}; where both coders were sure, ${figure("accuracy", "hh")}. Macro-F1 over functions coded 10 times or more: ${figure("macro-F1")}. Mean distance of P(scare) from the share that was coded so: ${figure("calibration error")}.`;
}

function expectedTable({ expected }: SetReport): string {
  return table(
    ["quotations", "n", "expected", "counted", "z"],
    expected
      .filter(({ by }) => by !== "outlet")
      .map(({ by, group, n, expected: sum, counted, z }) => [
        by === "all" ? "all" : `${by} ${group}`,
        count(n),
        sum.toFixed(1),
        count(counted),
        z.toFixed(2).replace("-", "−"),
      ]),
  );
}

function confusion(cells: Confusion): string {
  const used = cells.classes.filter((name) =>
    cells.classes.some((other) => cellOf(cells, name, other) + cellOf(cells, other, name) > 0),
  );
  const coded = used.filter((name) => name !== "missed");
  return table(
    ["coded", ...used],
    coded.map((name) => [`\`${name}\``, ...used.map((other) => count(cellOf(cells, name, other)))]),
  );
}

function reliabilityTable({ reliability }: SetReport): string {
  return table(
    ["P(scare)", "quotations", "mean", "share coded scare"],
    reliability
      .filter(({ n }) => n > 0)
      .map(({ low, high, n, mean, share }) => [
        `${low.toFixed(1)} to ${high.toFixed(1)}`,
        count(n),
        three(mean ?? 0),
        three(share ?? 0),
      ]),
  );
}

/** What it says of quotations on sets that took no part in the fitting. */
export function unseenBlocks(quotations: readonly RecordedReport[]): string[] {
  const short = (value: number | null) => (value === null ? "" : value.toFixed(2).slice(1));
  const rows = UNSEEN_RESULTS.map(({ interval, ...one }) => [
    one.set,
    count(one.size),
    one.accuracy,
    one.macroF1,
    short(one.precision),
    short(one.recall),
    `${short(one.f1)}${interval ? ` [${short(interval.low)}, ${short(interval.high)}]` : ""}`,
    one.expected,
  ]);
  const fitted = quotations.find(({ set }) => set.fitted)?.report.tables;
  const scare = fitted
    ?.find(({ judged }) => judged === "scare")
    ?.rows.find(({ by }) => by === "all");
  return [
    "Figures of weights as they were fitted, written down when they were made, on quotations that took no part in the fitting; nobody had seen those of the first row. They are not measured anew with each version.",
    table(
      [
        "set",
        "quotations",
        "accuracy",
        "macro-F1",
        "scare: precision",
        "recall",
        "F1",
        "expected for counted",
      ],
      rows,
    ),
    `The first row is what to quote for scare quotes: F1 is ${bracketed(scare?.f1 ?? null)} on the fitted set and ${short(UNSEEN_RESULTS[0]?.f1 ?? null)} on unseen text.`,
  ];
}
