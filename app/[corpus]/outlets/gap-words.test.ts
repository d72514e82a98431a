import { expect, it } from "vitest";
import { gapWords } from "./gap-words.ts";

const month = (from: string, to = from) => ({ from, to });

it("names a month, months in a row, and months over the turn of a year", () => {
  expect(gapWords([])).toBe("");
  expect(gapWords([month("2024-01")])).toBe("Jan 2024");
  expect(gapWords([month("2024-04", "2024-06"), month("2024-11", "2025-02")])).toBe(
    "Apr to Jun 2024, Nov 2024 to Feb 2025",
  );
});

it("names four, and of more three and how many months are left", () => {
  const four = ["2024-01", "2024-03", "2024-05", "2024-07"].map((each) => month(each));
  expect(gapWords(four)).toBe("Jan 2024, Mar 2024, May 2024, Jul 2024");
  expect(gapWords([...four, month("2024-09", "2024-10")])).toBe(
    "Jan 2024, Mar 2024, May 2024 and 3 more months",
  );
});
