import { describe, expect, it } from "vitest";
import { bootstrapIntervals } from "./bootstrap.ts";
import {
  accuracy,
  cellOf,
  confusionOf,
  countsOfClass,
  frequentClasses,
  macroF1,
} from "./confusion.ts";
import { f1, precision, recall, twoClassMacroF1 } from "./precision-recall.ts";
import { calibrationError, expectedCount, reliability } from "./reliability.ts";

describe("precision, recall and F1", () => {
  const counts = { tp: 3, fp: 1, fn: 2 };
  it("are 3/4, 3/5 and 2/3 for 3 right, 1 wrong and 2 missed", () => {
    expect(precision(counts)).toBe(0.75);
    expect(recall(counts)).toBe(0.6);
    expect(f1(counts)).toBeCloseTo(0.666667, 6);
  });
  it("are 0 where there is nothing to divide by", () => {
    const none = { tp: 0, fp: 0, fn: 0 };
    expect([precision(none), recall(none), f1(none)]).toEqual([0, 0, 0]);
  });
  it("have a mean over yes and no: .696970 with 4 rightly left alone", () => {
    expect(twoClassMacroF1(counts, 4)).toBeCloseTo(0.69697, 6);
  });
});

describe("a confusion", () => {
  const pairs = [
    { coded: "scare", found: "scare" },
    { coded: "scare", found: "term" },
    { coded: "term", found: "term" },
    { coded: "term", found: "scare" },
    { coded: "term", found: "term" },
    { coded: "title", found: "missed" },
  ];
  const confusion = confusionOf(["scare", "term", "title", "missed"], pairs);
  it("counts each coded class by what was found", () => {
    expect(cellOf(confusion, "term", "term")).toBe(2);
    expect(cellOf(confusion, "title", "missed")).toBe(1);
    expect(countsOfClass(confusion, "scare")).toEqual({ tp: 1, fp: 1, fn: 1 });
    expect(accuracy(confusion)).toBe(0.5);
  });
  it("has a macro-F1 over the classes that are frequent enough", () => {
    expect(frequentClasses(confusion, 2)).toEqual(["scare", "term"]);
    // F1 of scare 2/4, of term 4/6.
    expect(macroF1(confusion, ["scare", "term"])).toBeCloseTo((0.5 + 2 / 3) / 2, 12);
  });
  it("is the sum of the confusions of its parts", () => {
    const parts = [pairs.slice(0, 2), pairs.slice(2)].map(
      (some) => confusionOf(confusion.classes, some).cells,
    );
    const sums = confusion.cells.map((_, i) => (parts[0]?.[i] ?? 0) + (parts[1]?.[i] ?? 0));
    expect(sums).toEqual(confusion.cells);
  });
});

describe("the reliability of a score", () => {
  const scored = [
    { probability: 0.1, hit: false },
    { probability: 0.2, hit: true },
    { probability: 0.6, hit: true },
    { probability: 0.9, hit: true },
    { probability: 1, hit: false },
  ];
  it("sets mean probability beside the share of hits, bin by bin; 1 falls into the last", () => {
    const [low, high] = reliability(scored, 2);
    expect(low).toEqual({ low: 0, high: 0.5, n: 2, mean: 0.15000000000000002, share: 0.5 });
    expect(high?.n).toBe(3);
    expect(high?.mean).toBeCloseTo(0.833333, 6);
    expect(high?.share).toBeCloseTo(0.666667, 6);
    // (2 x .35 + 3 x .166667) / 5
    expect(calibrationError(reliability(scored, 2))).toBeCloseTo(0.24, 6);
  });
  it("says nothing of an empty bin", () => {
    expect(reliability([], 1)).toEqual([{ low: 0, high: 1, n: 0, mean: null, share: null }]);
    expect(calibrationError(reliability([]))).toBe(0);
  });
  it("sums to 2.8 for 3 counted, z -0.2626 (variance .09 + .16 + .24 + .09)", () => {
    const { expected, counted, z } = expectedCount(scored);
    expect(expected).toBeCloseTo(2.8, 12);
    expect(counted).toBe(3);
    expect(z).toBeCloseTo(-0.2 / Math.sqrt(0.58), 12);
  });
});

describe("bootstrap intervals", () => {
  const share = ([hits = 0, all = 0]: readonly number[]) => hits / all;
  const articles = Array.from({ length: 100 }, (_, i) => [i % 4 === 0 ? 1 : 0, 1]);
  it("of a share of 25 in 100 are near the normal ones (.165 to .335)", () => {
    const [interval] = bootstrapIntervals(articles, [share]);
    expect(interval?.low).toBeCloseTo(0.165, 1);
    expect(interval?.high).toBeCloseTo(0.335, 1);
    expect(interval?.low).toBeGreaterThan(0.14);
    expect(interval?.high).toBeLessThan(0.36);
  });
  it("are the same in every run, and others with another seed", () => {
    const first = bootstrapIntervals(articles, [share]);
    expect(bootstrapIntervals(articles, [share])).toEqual(first);
    expect(bootstrapIntervals(articles, [share], { seed: 2 })).not.toEqual(first);
  });
  it("are wider where hits come in clusters", () => {
    const clusters = Array.from({ length: 10 }, (_, i) => [i < 5 ? 5 : 0, 10]);
    const width = (rows: number[][]) => {
      const [interval] = bootstrapIntervals(rows, [share]);
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(clusters)).toBeGreaterThan(1.5 * width(articles));
  });
  it("are none for a single cluster", () => {
    expect(bootstrapIntervals([[1, 2]], [share])).toEqual([null]);
  });
});
