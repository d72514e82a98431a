import { describe, expect, it } from "vitest";
import type { FigureSeries, Reading } from "./figure-data.ts";
import { axisTicks, frameOf, indexAt, roundTicks, spread, xLabels, xOf, yOf } from "./geometry.ts";

const reading = (
  value: number | null,
  high: number | null,
  status: Reading["status"] = "ok",
): Reading => ({
  status,
  value,
  low: 0,
  high,
  n: 9,
  hits: 1,
  words: 100,
});
const series = (...readings: Reading[]): FigureSeries => ({
  slug: "a",
  name: "A",
  slot: null,
  articles: 9,
  readings,
  total: reading(1, 2),
});

const months = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => {
    const month = String((i % 12) + 1).padStart(2, "0");
    return { start: `${from + Math.floor(i / 12)}-${month}-01`, end: "" };
  });

describe("the y axis", () => {
  it("has round ticks from 0", () => {
    expect(roundTicks(7.3)).toEqual([0, 2, 4, 6, 8]);
    expect(roundTicks(0.43)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(roundTicks(5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(roundTicks(0)).toEqual([0, 1]);
  });
  it("covers every interval, but is not stretched by one of a few articles", () => {
    expect(axisTicks([series(reading(5, 7), reading(2, 7.4))], "rate").at(-1)).toBe(8);
    expect(axisTicks([series(reading(4, 5.5))], "rate").at(-1)).toBe(6);
    expect(axisTicks([series(reading(4, 400))], "rate").at(-1)).toBe(6);
    expect(axisTicks([series(reading(4, 5), reading(90, null, "thin"))], "rate").at(-1)).toBe(5);
  });
  it("shows thin points where there is nothing else, and ends at all articles for a share", () => {
    expect(axisTicks([series(reading(4, null, "thin"))], "rate").at(-1)).toBe(4);
    expect(axisTicks([series(reading(0.9, 0.99))], "share").at(-1)).toBe(1);
    expect(axisTicks([series(reading(1, null))], "count")).toEqual([0, 1]);
  });
});

describe("the plot", () => {
  it("finds the period under each of its own points", () => {
    const frame = frameOf(824);
    for (let i = 0; i < 36; i++) expect(indexAt(frame, 36, xOf(frame, 36, i))).toBe(i);
    expect(indexAt(frame, 36, -50)).toBe(0);
    expect(indexAt(frame, 36, 5000)).toBe(35);
  });
  it("puts 0 on the axis and cuts values off at the top", () => {
    const frame = frameOf(824);
    expect(yOf(frame, 8, 0)).toBe(frame.height - frame.bottom);
    expect(yOf(frame, 8, 800)).toBe(frame.top);
  });
  it("labels each January and as many months between as fit", () => {
    expect(xLabels(months(2019, 36), "month", 600).map((label) => label.text)).toEqual([
      "Jan 2019",
      "Jul",
      "Jan 2020",
      "Jul",
      "Jan 2021",
      "Jul",
    ]);
    expect(xLabels(months(2012, 104), "month", 350).map((label) => label.text)).toEqual([
      "Jan 2012",
      "Jan 2014",
      "Jan 2016",
      "Jan 2018",
      "Jan 2020",
    ]);
  });
});

describe("names at line ends", () => {
  it("are pushed apart and stay within the plot, in the order of their lines", () => {
    expect(spread([100, 110, 300], 44, 0, 400)).toEqual([100, 144, 300]);
    expect(spread([390, 395], 44, 0, 400)).toEqual([356, 400]);
    expect(spread([395, 390], 44, 0, 400)).toEqual([400, 356]);
  });
});
