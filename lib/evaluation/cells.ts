import { z } from "zod";

/** A row that can't be used; the message is its reason. */
export class BadRow extends Error {}

/** The cells of a row, by the name of their column or field. */
export type Cells = ReadonlyMap<string, string>;

/** What coders write for yes. */
export const YES = new Set(["true", "yes", "y", "1"]);
/** What coders write for no. */
export const NO = new Set(["false", "no", "n", "0"]);

/** A cell that says yes or no. */
export function yesOrNo(cells: Cells, name: string): boolean {
  const value = needed(cells, name).trim().toLowerCase();
  if (YES.has(value)) return true;
  if (NO.has(value)) return false;
  throw new BadRow(`${name} is “${value}”; it has to be yes or no (true or false, 1 or 0).`);
}

/** A cell that must not be empty. */
export function needed(cells: Cells, name: string): string {
  const value = cells.get(name);
  if (value === undefined || value.trim() === "") throw new BadRow(`It has no ${name}.`);
  return value;
}

/** A cell that may be empty: null there, else as `read` reads it. */
export function optional<T>(cells: Cells, name: string, read: (cells: Cells, name: string) => T) {
  return cells.get(name)?.trim() ? read(cells, name) : null;
}

/** A cell that holds one of a few words. */
export function oneOf<T extends string>(cells: Cells, name: string, allowed: readonly T[]): T {
  const value = needed(cells, name).trim();
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new BadRow(`${name} is “${value}”; known are ${allowed.join(", ")}.`);
}

/** A cell that holds a whole number from 0. */
export function wholeNumber(cells: Cells, name: string): number {
  const value = Number(needed(cells, name));
  if (Number.isInteger(value) && value >= 0) return value;
  throw new BadRow(`${name} is “${cells.get(name)}”; it has to be a whole number from 0.`);
}

/** A list of objects, kept as JSON in one cell; a list without any is an empty cell. */
export function listOf<T>(cells: Cells, name: string, item: z.ZodType<T>): T[] {
  const cell = cells.get(name) ?? "";
  if (cell.trim() === "") return [];
  try {
    return z.array(item).parse(JSON.parse(cell));
  } catch {
    throw new BadRow(
      `${name} can't be read: it has to be a JSON list of the form that is asked for.`,
    );
  }
}
