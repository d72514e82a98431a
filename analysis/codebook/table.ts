import type { Mistake } from "./codebook-error.ts";
import { readCsv } from "./csv.ts";

/** A row of a codebook file, by column name, with the line it stands on. */
export interface Row<Column extends string> {
  line: number;
  values: Record<Column, string>;
}

/** Writes down the mistakes of one file. */
export type Report = (line: number, field: string, message: string) => void;

export function reporter(file: string, mistakes: Mistake[]): Report {
  return (line, field, message) => {
    mistakes.push({ file, line, field, message });
  };
}

/**
 * Reads a codebook file with exactly the given header, in which columns called optional may be missing: their values
 * are then "". Rows with a wrong number of fields, a field that is not NFC, or blanks around it are reported and left
 * out; so is everything under a wrong header.
 */
export function readTable<Column extends string>(
  text: string,
  columns: readonly Column[],
  report: Report,
  optional: readonly Column[] = [],
): Row<Column>[] {
  const [header, ...records] = readCsv(text);
  const named = columns.filter((name) => !optional.includes(name) || header?.fields.includes(name));
  if (header === undefined || header.fields.join(",") !== named.join(",")) {
    const which = optional.length === 0 ? "" : ` (${optional.join(" and ")} may be missing)`;
    report(1, "", `the header must be ${columns.join(",")}${which}`);
    return [];
  }
  const rows: Row<Column>[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== named.length) {
      report(line, "", `${fields.length} fields, the header has ${named.length}`);
      continue;
    }
    const values = Object.fromEntries(columns.map((name) => [name, ""])) as Record<Column, string>;
    named.forEach((column, i) => {
      const value = fields[i] ?? "";
      if (value !== value.normalize("NFC")) report(line, column, "is not in Unicode form NFC");
      if (value !== value.trim()) report(line, column, "has blanks at an end");
      values[column] = value;
    });
    rows.push({ line, values });
  }
  return rows;
}

/** Splits a cell at "|"; an empty cell has no items. */
export function readItems(cell: string): string[] {
  return cell === "" ? [] : cell.split("|");
}
