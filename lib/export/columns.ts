import type { ResolvedView } from "../queries/metrics-types.ts";
import { type Cell, csvLine } from "./csv.ts";

/** A column of an export: its name, what it holds (the data dictionary's sentence) and how a row gives it. */
export interface Column<Row> {
  name: string;
  describe: string;
  value(row: Row): Cell;
}

/** The filter that every row of a view's numbers names. */
export const FILTER_COLUMNS: readonly Column<{ resolved: ResolvedView }>[] = [
  {
    name: "part",
    describe: "headline, teaser, body, or all.",
    value: (row) => row.resolved.view.part,
  },
  {
    name: "voice",
    describe: "outlet, quoted, reported, or all.",
    value: (row) => row.resolved.view.voice,
  },
  {
    name: "duplicates",
    describe:
      "all: every article; first: wire copy once; none: no wire copy (headlines always count).",
    value: (row) => row.resolved.view.duplicates,
  },
];

export function headerLine(columns: readonly Column<never>[]): string {
  return csvLine(columns.map((column) => column.name));
}

export function rowLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  return csvLine(columns.map((column) => column.value(row)));
}
