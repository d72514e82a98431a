import { describe, expect, it } from "vitest";
import { dispersion } from "./dispersion.ts";
import { keyness, logOddsZ } from "./keyness.ts";
import { adjustPValues } from "./multiple-testing.ts";
import { rateSums } from "./rate.ts";
import { pairedRateRatio, rateRatio } from "./rate-ratio.ts";

const zip = (y: number[], x: number[]) => x.map((words, i) => ({ x: words, y: y[i] ?? 0 }));
const A = zip([3, 0, 2, 5, 1], [520, 310, 480, 900, 290]);
const B = zip([1, 0, 1, 2, 0, 1], [610, 450, 380, 700, 250, 510]);

describe("the ratio of two outlets' rates", () => {
  it("has METHODS' interval and Welch's p on A and B", () => {
    const result = rateRatio(rateSums(A), rateSums(B));
    expect(result?.ratio).toBeCloseTo(2.552, 6);
    expect(result?.logError).toBeCloseTo(0.333297, 6);
    expect(result?.df).toBeCloseTo(8.539059, 5);
    expect(result?.low).toBeCloseTo(1.193222, 6);
    expect(result?.high).toBeCloseTo(5.458083, 6);
    expect(result?.p).toBeCloseTo(0.021398, 6);
  });
  it("is none where a side has no hit, or one article alone", () => {
    expect(rateRatio(rateSums(A), rateSums(zip([0, 0], [300, 200])))).toBeNull();
    expect(rateRatio(rateSums(A), rateSums(zip([2], [300])))).toBeNull();
  });
  it("turned round is its own reciprocal, with the same p", () => {
    const there = rateRatio(rateSums(A), rateSums(B));
    const back = rateRatio(rateSums(B), rateSums(A));
    expect(back?.ratio).toBeCloseTo(1 / (there?.ratio ?? 0), 12);
    expect(back?.p).toBeCloseTo(there?.p ?? 0, 12);
  });
});

describe("headline against body of the same articles", () => {
  it("has METHODS' ratio and paired standard error", () => {
    const headline = zip([1, 0, 0, 1, 0], [10, 9, 12, 11, 8]);
    const result = pairedRateRatio(
      A.map(({ x, y }, i) => ({ y1: headline[i]?.y ?? 0, x1: headline[i]?.x ?? 0, y2: y, x2: x })),
    );
    expect(result?.ratio).toBeCloseTo(9.090909, 6);
    expect(result?.logError).toBeCloseTo(0.452631, 6);
    expect(result?.df).toBe(4);
  });
  it("is none where every article has the same mix, and leaves out articles without one of the parts", () => {
    const same = { y1: 1, x1: 10, y2: 3, x2: 300 };
    expect(pairedRateRatio([same, same, same])).toBeNull();
    expect(pairedRateRatio([same, { ...same, x1: 0 }])).toBeNull();
    expect(pairedRateRatio([same, { ...same, y1: 0 }, { ...same, x2: 0 }])?.df).toBe(1);
  });
});

describe("many comparisons at once", () => {
  it("rejects what Benjamini and Hochberg reject at .05", () => {
    const adjusted = adjustPValues([0.5, 0.01, 0.001, 0.69, 0.02, 0.05, 0.0025]);
    expect(adjusted.map((p) => Number((p ?? 1) <= 0.05))).toEqual([0, 1, 1, 0, 1, 0, 1]);
  });
  it("leaves comparisons without a test out of the count", () => {
    expect(adjustPValues([0.04, null, 0.01])).toEqual([0.04, null, 0.02]);
    expect(adjustPValues([])).toEqual([]);
  });
});

describe("keyness", () => {
  it("has METHODS' numbers for 30 of 20,000 against 10 of 25,000", () => {
    const result = keyness(30, 10, 20_000, 25_000);
    expect(result?.logLikelihood).toBeCloseTo(15.424735, 6);
    expect(result?.logRatio).toBeCloseTo(1.906891, 6);
    expect(result?.percentDiff).toBeCloseTo(275, 9);
    expect(result?.bic).toBeCloseTo(4.710317, 6);
  });
  it("puts 0.5 for a count of zero in the log ratio alone", () => {
    const result = keyness(5, 0, 1000, 2000);
    expect(result?.logLikelihood).toBeCloseTo(10.986123, 6);
    expect(result?.logRatio).toBeCloseTo(4.321928, 6);
    expect(result?.percentDiff).toBeNull();
  });
  it("has METHODS' log-odds with the two further variance terms", () => {
    const terms = [
      { a: 30, b: 10 },
      { a: 50, b: 80 },
      { a: 1000, b: 1200 },
      { a: 120, b: 210 },
    ];
    const [regime, , the] = logOddsZ(terms, { a: 1200, b: 1500 }, 500);
    expect(regime?.delta).toBeCloseTo(0.941, 6);
    expect(regime?.z).toBeCloseTo(3.2222, 5);
    expect(the?.z).toBeCloseTo(1.886061, 6);
  });
});

describe("dispersion", () => {
  it("has METHODS' DP and normalised DP on A", () => {
    expect(dispersion(A)?.dp).toBeCloseTo(0.159273, 6);
    expect(dispersion(A)?.normalised).toBeCloseTo(0.180173, 6);
  });
  it("is none without a hit", () => {
    expect(dispersion(zip([0, 0], [10, 20]))).toBeNull();
  });
});
