import { parseWebUrl } from "./canonical-url.ts";
import { COLUMN_NAMES, plainName } from "./column-names.ts";
import { readDate } from "./dates.ts";
import { FIELDS, type Field, type Mapping } from "./mapping.ts";

/** Rows of a file as far as they have been looked at. */
export type SampleRows = readonly ReadonlyMap<string, string>[];

export interface Guess {
  field: Field;
  column: string;
  /** What told: the column's name, or what its cells look like. */
  by: "name" | "contents";
}

export interface GuessedMapping {
  mapping: Mapping;
  guesses: Guess[];
}

const MOST_CELLS = 200;

function cellsOf(column: string, rows: SampleRows): string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = row.get(column);
    if (cell && cell.trim() !== "") cells.push(cell);
    if (cells.length === MOST_CELLS) break;
  }
  return cells;
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

const isUrl = (cell: string) => /^(https?:)?\/\//i.test(cell.trim()) && parseWebUrl(cell) !== null;
const isDate = (cell: string) => readDate(cell, "dmy").ok || readDate(cell, "mdy").ok;

/** Whether the cells of a column that is named like the field can be meant: an image's address is no outlet. */
function fits(field: Field, cells: readonly string[]): boolean {
  if (cells.length === 0) return true;
  if (field === "url") return share(cells, (cell) => parseWebUrl(cell) !== null) > 0.5;
  if (field === "date") return share(cells, isDate) > 0.3;
  if (field === "outlet")
    return share(cells, isUrl) < 0.5 && share(cells, (cell) => cell.length > 200) < 0.5;
  if (field === "language") return share(cells, (cell) => cell.length > 30) < 0.5;
  return true;
}

function byName(field: Field, columns: readonly string[], rows: SampleRows): string | null {
  const candidates = COLUMN_NAMES[field].flatMap((name) =>
    columns.filter((column) => plainName(column) === name),
  );
  const fitting = candidates.filter((column) => fits(field, cellsOf(column, rows)));
  return (
    fitting.find((column) => rows.length === 0 || cellsOf(column, rows).length > 0) ??
    fitting[0] ??
    null
  );
}

function meanLength(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
}

function longest(
  columns: readonly string[],
  rows: SampleRows,
  least: number,
  most: number,
): string | null {
  const lengths = columns.map((column) => ({ column, length: meanLength(cellsOf(column, rows)) }));
  const fitting = lengths.filter(({ length }) => length >= least && length <= most);
  fitting.sort((a, b) => b.length - a.length);
  return fitting[0]?.column ?? null;
}

const BY_CONTENTS: Partial<
  Record<Field, (columns: readonly string[], rows: SampleRows) => string | null>
> = {
  url: (columns, rows) =>
    columns.find((column) => share(cellsOf(column, rows), isUrl) > 0.8) ?? null,
  date: (columns, rows) =>
    columns.find((column) => share(cellsOf(column, rows), isDate) >= 0.5) ?? null,
  body: (columns, rows) => longest(columns, rows, 200, Number.POSITIVE_INFINITY),
  headline: (columns, rows) =>
    columns.find((column) => {
      const cells = cellsOf(column, rows);
      const many = new Set(cells).size > cells.length / 2;
      return (
        many && share(cells, (cell) => cell.length < 200 && /\S+\s+\S+\s+\S+/.test(cell)) > 0.8
      );
    }) ?? null,
};

/**
 * Guesses which column is which field: by the names of the usual research exports, where those fail by what the cells look
 * like. Columns without a field become attributes.
 */
export function guessMapping(columns: readonly string[], rows: SampleRows): GuessedMapping {
  const guesses: Guess[] = [];
  const free = () => columns.filter((column) => !guesses.some((guess) => guess.column === column));
  const take = (field: Field, column: string | null, by: Guess["by"]) => {
    if (column !== null) guesses.push({ field, column, by });
  };
  for (const field of FIELDS) take(field, byName(field, free(), rows), "name");
  for (const field of ["url", "date", "body", "headline"] as const) {
    const known = guesses.some((guess) => guess.field === field);
    if (!known) take(field, BY_CONTENTS[field]?.(free(), rows) ?? null, "contents");
  }
  const mapping = {
    columns: Object.fromEntries(guesses.map(({ field, column }) => [field, column])),
    ignored: [],
    dateOrder: null,
    outlet: null,
    domainNames: {},
  };
  return { mapping, guesses };
}
