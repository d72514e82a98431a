import type { Part } from "../../analysis/types.ts";
import type { View } from "../view/view.ts";

/** The values of dup_class. */
const ALL_CLASSES = ["single", "first", "copy"] as const;

/** Which cells of the metrics a view reads: its part in some classes of duplicates, and headlines alone in the others. */
export interface ViewCells {
  part: View["part"];
  voice: View["voice"];
  /** Classes of which the whole part counts. */
  whole: readonly string[];
  /** Classes of which the headline alone counts: carriers of wire copy write their own. */
  headlineOnly: readonly string[];
}

/** The cells of a view (DESIGN 2, dup_class: classes of duplicates add, parts and voices don't). */
export function cellsOf(view: Pick<View, "part" | "voice" | "duplicates">): ViewCells {
  const { part, voice, duplicates } = view;
  if (part === "headline") return { part, voice, whole: ALL_CLASSES, headlineOnly: [] };
  const whole = { all: ALL_CLASSES, first: ["single", "first"], none: ["single"] }[duplicates];
  const dropped = ALL_CLASSES.filter((name) => !whole.includes(name));
  return { part, voice, whole, headlineOnly: part === "all" ? dropped : [] };
}

/** The parts of an article of this class that a view counts. */
export function countedParts(cells: ViewCells, dupClass: string): Part[] {
  if (cells.whole.includes(dupClass)) {
    return cells.part === "all" ? ["headline", "teaser", "body"] : [cells.part];
  }
  return cells.headlineOnly.includes(dupClass) ? ["headline"] : [];
}

/**
 * SQL that is true for the article-level rows (columns part, voice, dup_class of `alias`) of these cells;
 * its parameters are pushed onto `values`.
 */
export function cellsCondition(cells: ViewCells, alias: string, values: unknown[]): string {
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const part = cells.part === "all" ? "" : ` AND ${alias}.part = ${parameter(cells.part)}`;
  let condition = `(${alias}.dup_class = ANY(${parameter(cells.whole)}::text[])${part})`;
  if (cells.headlineOnly.length > 0) {
    condition = `(${condition} OR (${alias}.dup_class = ANY(${parameter(cells.headlineOnly)}::text[]) AND ${alias}.part = 'headline'))`;
  }
  return cells.voice === "all"
    ? condition
    : `${condition} AND ${alias}.voice = ${parameter(cells.voice)}`;
}
