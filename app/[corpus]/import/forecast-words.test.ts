import { describe, expect, it } from "vitest";
import type { ForecastOutlet } from "../../../lib/import/forecast.ts";
import { coverageBars, coveragePeriods, languageName } from "./forecast-words.ts";

const outlet = (months: ForecastOutlet["months"]): ForecastOutlet => ({
  name: "Mill",
  known: true,
  slot: 1,
  added: 1,
  months,
});

describe("coverage", () => {
  it("has a bar for every month between the first and the last of all outlets", () => {
    const early = outlet([["2030-11", 0, 3]]);
    const late = outlet([["2031-02", 4, 1]]);
    const periods = coveragePeriods([late, early]);
    expect(periods.periods).toEqual(["2030-11", "2030-12", "2031-01", "2031-02"]);
    expect(coverageBars(late, periods).map(({ before, added }) => [before, added])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [4, 1],
    ]);
  });

  it("goes over to quarters and years where months are too many, and keeps the latest", () => {
    const years = (first: string): ForecastOutlet =>
      outlet([
        [first, 2, 0],
        ["2031-02", 0, 1],
      ]);
    expect(coveragePeriods([years("2027-03")]).grain).toBe("quarter");
    const long = coveragePeriods([years("1924-01")]);
    expect([long.grain, long.periods.length, long.periods.at(-1)]).toEqual(["year", 24, "2031"]);
    expect(coverageBars(years("2027-03"), coveragePeriods([years("2027-03")]))[0]).toEqual({
      period: "2027-Q1",
      before: 2,
      added: 0,
    });
    expect(coveragePeriods([]).periods).toEqual([]);
  });
});

describe("languageName", () => {
  it("is the name, or the code where that is no language", () => {
    expect([languageName("de"), languageName("?!")]).toEqual(["German", "?!"]);
  });
});
