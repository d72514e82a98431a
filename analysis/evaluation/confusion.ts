import { type Counts, f1 } from "./precision-recall.ts";

/**
 * Counts of coded against found classes. `cells` are row-major, a row a coded class and a column a found one, so that
 * the confusion of two texts is the sum of their cells.
 */
export interface Confusion {
  classes: readonly string[];
  cells: readonly number[];
}

/** Confusion of pairs of a coded and a found class. A class that is not in `classes` counts nowhere. */
export function confusionOf(
  classes: readonly string[],
  pairs: Iterable<{ coded: string; found: string }>,
): Confusion {
  const cells = new Array<number>(classes.length ** 2).fill(0);
  for (const { coded, found } of pairs) {
    const row = classes.indexOf(coded);
    const column = classes.indexOf(found);
    if (row < 0 || column < 0) continue;
    const at = row * classes.length + column;
    cells[at] = (cells[at] ?? 0) + 1;
  }
  return { classes, cells };
}

/** How often a coded class was found as another (or the same) one. */
export function cellOf({ classes, cells }: Confusion, coded: string, found: string): number {
  return cells[classes.indexOf(coded) * classes.length + classes.indexOf(found)] ?? 0;
}

/** One class against all others. */
export function countsOfClass(confusion: Confusion, name: string): Counts {
  const { classes } = confusion;
  const tp = cellOf(confusion, name, name);
  const sum = (count: (other: string) => number) =>
    classes.reduce((total, other) => total + count(other), -tp);
  return {
    tp,
    fp: sum((other) => cellOf(confusion, other, name)),
    fn: sum((other) => cellOf(confusion, name, other)),
  };
}

/** Share of all pairs that agree, 0 to 1; 0 where there is none. */
export function accuracy({ classes, cells }: Confusion): number {
  const all = cells.reduce((total, count) => total + count, 0);
  const right = classes.reduce((total, _, i) => total + (cells[i * (classes.length + 1)] ?? 0), 0);
  return all > 0 ? right / all : 0;
}

/** Mean F1 of the classes named, 0 to 1. Rare classes are best left out: their F1 is chance. */
export function macroF1(confusion: Confusion, classes: readonly string[]): number {
  const sum = classes.reduce((total, name) => total + f1(countsOfClass(confusion, name)), 0);
  return classes.length > 0 ? sum / classes.length : 0;
}

/** Classes that coders gave at least `least` times. */
export function frequentClasses(confusion: Confusion, least: number): string[] {
  return confusion.classes.filter((name) => {
    const { tp, fn } = countsOfClass(confusion, name);
    return tp + fn >= least;
  });
}
