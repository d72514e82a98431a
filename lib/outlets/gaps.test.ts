import { expect, test } from "vitest";
import { findGaps, monthsIn } from "./gaps.ts";

test("findGaps names the runs of months that are missing, over the turn of a year too", () => {
  expect(findGaps([])).toEqual([]);
  expect(findGaps(["2024-01"])).toEqual([]);
  expect(findGaps(["2023-11", "2023-12", "2024-01"])).toEqual([]);
  expect(findGaps(["2023-11", "2024-02", "2024-03", "2024-05"])).toEqual([
    { from: "2023-12", to: "2024-01" },
    { from: "2024-04", to: "2024-04" },
  ]);
});

test("monthsIn counts both ends", () => {
  expect(monthsIn({ from: "2023-12", to: "2024-01" })).toBe(2);
  expect(monthsIn({ from: "0001-02", to: "2024-02" })).toBe(2023 * 12 + 1);
});
