import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratePer1000Words, rateStandardError, rateSums, rateWithInterval } from "./rate.ts";
import { shareWithInterval } from "./share.ts";

const zip = (y: number[], x: number[]) => x.map((words, i) => ({ x: words, y: y[i] ?? 0 }));
const A = zip([3, 0, 2, 5, 1], [520, 310, 480, 900, 290]);

describe("the rate of an outlet", () => {
  it("has METHODS' rate, standard error and log interval on its worked example A", () => {
    const sums = rateSums(A);
    const result = rateWithInterval(sums);
    expect(result?.rate).toBeCloseTo(4.4, 12);
    expect((rateStandardError(sums) ?? 0) * 1000).toBeCloseTo(0.841161, 6);
    expect(result?.low).toBeCloseTo(2.587839, 6);
    expect(result?.high).toBeCloseTo(7.481145, 6);
    expect(result?.method).toBe("log_t_clustered");
  });
  it("has METHODS' rate and standard error on its worked example B", () => {
    const sums = rateSums(zip([1, 0, 1, 2, 0, 1], [610, 450, 380, 700, 250, 510]));
    expect(rateWithInterval(sums)?.rate).toBeCloseTo(1.724138, 6);
    expect((rateStandardError(sums) ?? 0) * 1000).toBeCloseTo(0.470724, 6);
  });
  it("runs from 0 to Garwood's bound without a hit: 3.074066 on 1,200 words", () => {
    const result = rateWithInterval(rateSums(zip([0, 0], [700, 500])));
    expect(result).toMatchObject({ rate: 0, low: 0, method: "garwood" });
    expect(result?.high).toBeCloseTo(3.074066, 6);
  });
  it("has no interval from one article with a hit, and one from one article without", () => {
    expect(rateWithInterval(rateSums([{ x: 400, y: 2 }]))).toEqual({
      rate: 5,
      low: null,
      high: null,
      method: null,
    });
    expect(rateWithInterval(rateSums([{ x: 1200, y: 0 }]))?.high).toBeCloseTo(3.074066, 6);
  });
  it("is none at all without a word", () => {
    expect(rateWithInterval(rateSums([]))).toBeNull();
    expect(ratePer1000Words(0, 0)).toBeNull();
  });
  it("leaves out an article without a word of the view, hits and all", () => {
    expect(rateSums([...A, { x: 0, y: 3 }])).toEqual(rateSums(A));
  });
  it("is the same from daily sums added up as from all articles, and its interval holds the rate", () => {
    const article = fc.record({
      x: fc.integer({ min: 1, max: 5000 }),
      y: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 60 }), fc.nat(), (articles, cut) => {
        const at = cut % articles.length;
        const [first, second] = [rateSums(articles.slice(0, at)), rateSums(articles.slice(at))];
        const added = Object.fromEntries(
          Object.entries(first).map(([key, value]) => [
            key,
            value + second[key as keyof typeof second],
          ]),
        ) as unknown as typeof first;
        expect(rateWithInterval(added)).toEqual(rateWithInterval(rateSums(articles)));
        const { rate, low, high } = rateWithInterval(added) ?? { rate: 0, low: 0, high: 0 };
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
      }),
    );
  });
});

describe("a share of articles", () => {
  it("has Wilson's interval: 4 of 5 is 0.8 (0.375535 to 0.963776)", () => {
    const share = shareWithInterval(4, 5);
    expect(share?.share).toBe(0.8);
    expect(share?.low).toBeCloseTo(0.375535, 6);
    expect(share?.high).toBeCloseTo(0.963776, 6);
  });
  it("starts at 0 without a hit, ends at 1 with a hit everywhere, and is none of no article", () => {
    expect(shareWithInterval(0, 12)?.low).toBe(0);
    expect(shareWithInterval(12, 12)?.high).toBe(1);
    expect(shareWithInterval(0, 0)).toBeNull();
  });
});
