import { type Confusion, cellOf } from "../../analysis/evaluation/confusion.ts";
import type { ReliabilityBin } from "../../analysis/evaluation/reliability.ts";
import type {
  Estimate,
  ExpectedRow,
  NamedFigure,
  ScoreTable,
  SetReport,
  WrongDecision,
} from "./report.ts";

const HEADINGS: Readonly<Record<ScoreTable["judged"], string>> = {
  sentences: "Sentences with a flag",
  words: "Words flagged",
  "attributed words": "Words attributed to a source",
  sources: "Sources, where the cue is right",
  functions: "Functions",
  scare: "Scare quotes",
  distanced: "Distanced (scare quotes included)",
  flags: "Flags that coders called right",
};

/** A report as plain text for a terminal: tables, then the `errors` worst disagreements in context. */
export function printReport(report: SetReport, errors: number): string {
  const { set, signal, size, unit, positives, clusters, found } = report;
  const blocks = [
    `${set}: ${signal}, ${count(size)} ${size === 1 ? unit.slice(0, -1) : unit}; ${count(positives)} ${POSITIVE[unit]}; 95% intervals by bootstrap over ${count(clusters)} articles or texts`,
    found === null ? "" : `Quotations found with exact offsets: ${count(found)} of ${count(size)}`,
    ...report.tables.map(scoreTable),
    figureTable(report.figures),
    report.confusion ? confusionTable(report.confusion) : "",
    reliabilityTable(report.reliability),
    expectedTable(report.expected),
    errorLines(report.errors.slice(0, errors)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const POSITIVE: Readonly<Record<SetReport["unit"], string>> = {
  sentences: "coded yes",
  articles: "words attributed",
  quotations: "coded scare",
  flags: "called right",
};

const count = (n: number) => n.toLocaleString("en");
const three = (value: number) => value.toFixed(3);

function estimate(figure: Estimate | null): string {
  if (figure === null) return "-";
  const { value, low, high } = figure;
  return low === null || high === null
    ? three(value)
    : `${three(value)} [${three(low)}, ${three(high)}]`;
}

/** Columns as wide as their widest cell: the first to the left, the others to the right. */
function columns(heading: string[], rows: string[][]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
  return all.map((row) => `  ${line(row).join("  ").trimEnd()}`).join("\n");
}

function nameOf(by: string, name: string): string {
  return by === "all" ? "all" : `${by} ${name}`;
}

function scoreTable({ judged, rows }: ScoreTable): string {
  const macro = rows.some(({ macroF1 }) => macroF1 !== null);
  const heading = [HEADINGS[judged], "flagged", "coded", "precision", "recall", "F1"];
  const lines = rows.map(({ by, name, tp, fp, fn, precision, recall, f1, macroF1 }) => [
    nameOf(by, name),
    precision ? count(tp + fp) : "-",
    recall ? count(tp + fn) : "-",
    ...[precision, recall, f1, ...(macro ? [macroF1] : [])].map(estimate),
  ]);
  return columns([...heading, ...(macro ? ["macro-F1"] : [])], lines);
}

function figureTable(figures: readonly NamedFigure[]): string {
  if (figures.length === 0) return "";
  const percent = (value: number) => `${value < 0 ? "" : "+"}${(100 * value).toFixed(1)}%`;
  return columns(
    ["Further figures", "value"],
    figures.map(({ name, by, group, ...figure }) => {
      const { value, low, high } = figure;
      const signed = `${percent(value)}${low === null || high === null ? "" : ` [${percent(low)}, ${percent(high)}]`}`;
      const title = name === "own-voice error" ? "own-voice words too many" : name;
      return [
        by === "all" ? title : `${title}, ${nameOf(by, group)}`,
        name === "own-voice error" ? signed : estimate(figure),
      ];
    }),
  );
}

function confusionTable(confusion: Confusion): string {
  const { classes } = confusion;
  const used = (name: string) =>
    classes.some((other) => cellOf(confusion, name, other) + cellOf(confusion, other, name) > 0);
  const coded = classes.filter((name) =>
    classes.some((other) => cellOf(confusion, name, other) > 0),
  );
  const found = classes.filter(used);
  return columns(
    ["Coded (rows) as (columns)", ...found],
    coded.map((row) => [row, ...found.map((column) => count(cellOf(confusion, row, column)))]),
  );
}

function reliabilityTable(bins: readonly ReliabilityBin[]): string {
  const full = bins.filter(({ n }) => n > 0);
  if (full.length === 0) return "";
  return columns(
    ["P(scare)", "quotations", "mean probability", "share coded scare"],
    full.map(({ low, high, n, mean, share }) => [
      `${low.toFixed(1)} to ${high.toFixed(1)}`,
      count(n),
      three(mean ?? 0),
      three(share ?? 0),
    ]),
  );
}

function expectedTable(rows: readonly ExpectedRow[]): string {
  if (rows.length === 0) return "";
  return columns(
    ["Sum of P(scare) for counted", "quotations", "expected", "counted", "z"],
    rows.map(({ by, group, n, expected, counted, z }) => [
      nameOf(by, group),
      count(n),
      expected.toFixed(1),
      count(counted),
      z.toFixed(2),
    ]),
  );
}

function errorLines(errors: readonly WrongDecision[]): string {
  if (errors.length === 0) return "";
  const lines = errors.map(({ what, size, unit, line, id, left, match, right }) => {
    const units = size === 1 ? unit.slice(0, -1) : unit;
    const bad = unit === "probability" ? `by ${size.toFixed(2)}` : `${count(size)} ${units}`;
    const place = id === `line ${line}` ? id : `line ${line}, ${id}`;
    return `  ${what} (${bad}; ${place})\n    ${left}[${match}]${right}`;
  });
  return ["  Worst disagreements", ...lines].join("\n");
}
