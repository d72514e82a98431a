import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatPeriod,
  formatPeriodShort,
  formatRange,
  formatTime,
  isoWeek,
} from "./format.ts";

describe("numbers", () => {
  it("have one decimal from 1 up, two below, and a plain 0 for none", () => {
    expect([4.08, 1, 0.996, 0.994, 0.52, 0, 1234.56, -2.1].map(formatDecimal)).toEqual([
      "4.1",
      "1.0",
      "1.0",
      "0.99",
      "0.52",
      "0",
      "1,234.6",
      "−2.1",
    ]);
  });
  it("have commas for thousands", () => {
    expect([0, 999, 1000, 1234567].map(formatCount)).toEqual(["0", "999", "1,000", "1,234,567"]);
  });
  it("shares are whole percent, and a small one is no zero", () => {
    expect([0, 0.004, 0.8, 1].map(formatPercent)).toEqual(["0", "<1", "80", "100"]);
  });
});

describe("periods", () => {
  it("are written out", () => {
    expect(formatPeriod({ start: "2021-03-01", end: "2021-03-31" }, "month")).toBe("March 2021");
    expect(formatPeriod({ start: "2021-03-01", end: "2021-03-07" }, "week")).toBe(
      "2021-W09 (1 to 7 March)",
    );
    expect(formatPeriod({ start: "2025-02-24", end: "2025-03-02" }, "week")).toBe(
      "2025-W09 (24 February to 2 March)",
    );
    expect(formatPeriod({ start: "2021-01-01", end: "2021-03-31" }, "quarter")).toBe(
      "January to March 2021",
    );
    expect(formatPeriodShort({ start: "2021-10-01", end: "2021-12-31" }, "quarter")).toBe(
      "Q4 2021",
    );
  });
  it("times keep the offset of their source", () => {
    expect(["07:00:00+02:00", "06:40", "18:05Z", "9:15 -0330", "evening"].map(formatTime)).toEqual([
      "07:00 (UTC+2)",
      "06:40",
      "18:05 (UTC)",
      "9:15 (UTC−3:30)",
      "evening",
    ]);
  });
  it("number weeks by their Thursday", () => {
    expect(["2020-12-28", "2021-01-04", "2018-12-31"].map(isoWeek)).toEqual([
      "2020-W53",
      "2021-W01",
      "2019-W01",
    ]);
  });
  it("ranges are said in the fewest words", () => {
    expect(formatRange("2019-01-01", "2021-12-31")).toBe("2019 to 2021");
    expect(formatRange("2019-01-01", "2021-11-30")).toBe("January 2019 to November 2021");
    expect(formatRange("2021-02-01", "2021-02-28")).toBe("February 2021");
    expect(formatRange("2021-02-03", "2021-02-28")).toBe("3 February 2021 to 28 February 2021");
  });
});
