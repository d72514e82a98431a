import { type Cell, csvLine } from "./csv.ts";

/** A column of an export: its name, what it holds (the data dictionary's sentence) and how a row gives it. */
export interface Column<Row> {
  name: string;
  describe: string;
  value(row: Row): Cell;
}

export function headerLine(columns: readonly Column<never>[]): string {
  return csvLine(columns.map((column) => column.name));
}

export function rowLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  return csvLine(columns.map((column) => column.value(row)));
}
