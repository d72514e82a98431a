import { describe, expect, it } from "vitest";
import { gammaQuantile, tProbability, tQuantile, tTwoSided } from "./distributions.ts";
import { logGamma } from "./special-functions.ts";

describe("Student's t", () => {
  it.each([
    [1, 12.706204736],
    [4, 2.776445105],
    [8.539059, 2.280908919],
    [1e6, 1.959966357],
  ])("has its 97.5%% point with %d degrees of freedom at %d", (df, expected) => {
    expect(tQuantile(0.975, df)).toBeCloseTo(expected, 8);
    expect(tQuantile(0.025, df)).toBeCloseTo(-expected, 8);
  });
  it("has probabilities that its quantiles invert", () => {
    for (const df of [1, 2.5, 30, 400])
      for (const p of [0.6, 0.9, 0.999])
        expect(tProbability(tQuantile(p, df), df)).toBeCloseTo(p, 12);
  });
  it("gives a two-sided p of .05 at its 97.5% point", () => {
    expect(tTwoSided(tQuantile(0.975, 7), 7)).toBeCloseTo(0.05, 12);
  });
});

describe("the gamma distribution", () => {
  it.each([
    [0.975, 1, 3.688879454],
    [0.975, 6, 11.668332079],
    [0.975, 1e4, 10196.941825],
    [0.025, 5, 1.62348639],
  ])("has its quantile %d of shape %d at %d", (p, shape, expected) => {
    expect(gammaQuantile(p, shape)).toBeCloseTo(expected, 6);
  });
  it("has a logarithm of gamma(5) = log 24 and of gamma(1/2) = log of the root of pi", () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});
