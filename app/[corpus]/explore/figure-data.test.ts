import { describe, expect, it } from "vitest";
import type { Measure, OutletSeries } from "../../../lib/queries/metrics-types.ts";
import { packSeries, readingOf, runs, unpackSeries } from "./figure-data.ts";

const measure = (change: Partial<Measure>): Measure => ({
  status: "ok",
  articles: 10,
  articlesWithHit: 4,
  words: 6000,
  hits: 7,
  rate: 7 / 6,
  rateMethod: "log_t_clustered",
  rateLow: 0.5,
  rateHigh: 2.1,
  share: 0.4,
  shareLow: 0.2,
  shareHigh: 0.7,
  quotations: 12,
  expectedHits: null,
  expectedRate: null,
  expectedLow: null,
  expectedHigh: null,
  ...change,
});
const gap = measure({
  status: "no_articles",
  articles: 0,
  words: 0,
  hits: 0,
  rate: null,
  rateLow: null,
  rateHigh: null,
});

describe("a reading", () => {
  it("holds the chosen unit; a count has no interval", () => {
    expect(readingOf(measure({}), "share")).toMatchObject({
      value: 0.4,
      low: 0.2,
      high: 0.7,
      n: 10,
    });
    expect(readingOf(measure({}), "count")).toMatchObject({ value: 7, low: null, high: null });
  });
  it("of a gap has no value, not even a count of zero", () => {
    expect(readingOf(gap, "count").value).toBeNull();
    expect(readingOf(measure({ hits: 0 }), "count").value).toBe(0);
  });
});

it("a packed series is the same series again", () => {
  const outlet = { id: 1, name: "A", slug: "a", formerSlugs: [], slot: null, articles: 12 };
  const series: OutletSeries = {
    outlet,
    points: [measure({}), gap, measure({ status: "thin" })],
    total: measure({}),
  };
  const unpacked = unpackSeries(packSeries(series, "rate"));
  expect(unpacked).toMatchObject({ slug: "a", name: "A", slot: null, articles: 12 });
  expect(unpacked.readings.map(({ status }) => status)).toEqual(["ok", "no_articles", "thin"]);
  expect(unpacked.readings[0]?.value).toBeCloseTo(7 / 6, 8);
  expect(unpacked.readings[1]?.value).toBeNull();
  expect(unpacked.total.n).toBe(10);
});

it("runs are the stretches in which a line goes on", () => {
  const readings = [measure({}), measure({}), gap, measure({})].map((one) =>
    readingOf(one, "rate"),
  );
  expect(runs(readings, ({ status }) => status === "ok")).toEqual([
    [0, 1],
    [3, 3],
  ]);
});
