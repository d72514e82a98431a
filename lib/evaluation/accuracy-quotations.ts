import { type Confusion, cellOf } from "../../analysis/evaluation/confusion.ts";
import type { CrossValidated } from "./cross-validated.ts";
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

const short = (value: number | null) => (value === null ? "" : value.toFixed(2).replace(/^0/, ""));

/** What it says of quotations that took no part in the fitting: left out in turn, or never seen. */
export function apartBlocks(crossValidated: CrossValidated | null): string[] {
  return [...crossValidatedBlocks(crossValidated), ...unseenBlocks()];
}

function crossValidatedBlocks(found: CrossValidated | null): string[] {
  if (found === null)
    return [
      "No cross-validation of these weights is on record: `npm run fit -- --write` with the sets makes one.",
    ];
  return [
    `Nested cross-validation of the weights as they are: every quotation is judged by tables that never saw its article, and all that is chosen is chosen within the other folds (${found.repeats} repeats). It is still somewhat optimistic, since the rows were thought of with these quotations at hand.`,
    table(
      [
        "quotations",
        "n",
        "accuracy",
        "macro-F1",
        "scare: precision",
        "recall",
        "F1",
        "distanced: F1",
        "expected for counted",
      ],
      found.parts.map(({ title, quotations, figures, expected, counted, z }) => [
        title,
        count(quotations),
        ...SHOWN.map((name) => bracketed(figures[name] ?? null, short)),
        `${expected.toFixed(1)} for ${count(counted)} (z ${z.toFixed(2).replace("-", "−")})`,
      ]),
    ),
  ];
}

const SHOWN = [
  "accuracy",
  "macro-F1",
  "scare precision",
  "scare recall",
  "scare F1",
  "distanced F1",
];

function unseenBlocks(): string[] {
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
  return [
    "Figures on quotations that took no part in any fitting, written down when they were measured: the first row is of this table of weights, on 440 quotations in body text of the same corpus that were drawn and coded twice after its rows and lists were fixed (alpha .96; offsets and codes in fit/unseen-codings.csv; three faults were mended and the weights fitted again since, without a look at them), the others of an earlier one. They are not measured anew with each version.",
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
    "Quote these, not the figures of the fitted sets, for what to expect of scare quotes in other text.",
  ];
}
