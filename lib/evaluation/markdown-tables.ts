import type { RecordedSet } from "./recorded-sets.ts";
import type { Estimate, ScoreRow, SetReport } from "./report.ts";

/** A set that the document keeps, with its figures. */
export interface RecordedReport {
  set: RecordedSet;
  report: SetReport;
}

/** A count with commas. */
export const count = (n: number) => n.toLocaleString("en");
export const three = (value: number) => value.toFixed(3);
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** A table in Markdown. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(heading), `|${"---|".repeat(heading.length)}`, ...rows.map(row)].join("\n");
}

/** A figure with its interval in brackets; empty where there is none. */
export function bracketed(figure: Estimate | null, say: (value: number) => string = three): string {
  if (figure === null) return "";
  const { value, low, high } = figure;
  return low === null || high === null ? say(value) : `${say(value)} [${say(low)}, ${say(high)}]`;
}

/** Precision, recall and F1 of a row. */
export const scoresOf = ({ precision, recall, f1 }: ScoreRow) =>
  [precision, recall, f1].map((figure) => bracketed(figure));
