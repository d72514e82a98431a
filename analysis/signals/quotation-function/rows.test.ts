import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROW_IDS } from "./rows.ts";
import { LIST_NAMES } from "./word-lists.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../codebook/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
const weights = read("quotation-weights.csv").filter((line) => !/^(bias|threshold),/.test(line));
const lists = read("quotation-lists.csv").map((line) => line.split(",") as [string, string]);

describe("the rows of evidence", () => {
  it("are 178, each with one line in quotation-weights.csv, in its order", () => {
    expect(ROW_IDS).toHaveLength(178);
    expect(weights.map((line) => line.split(",")[0])).toEqual(ROW_IDS);
  });

  it("are each described in words of their own", () => {
    const descriptions = weights.map((line) => /^\w+,("[^"]*"|[^,]*),/.exec(line)?.[1]);
    expect(descriptions.every((description) => description)).toBe(true);
    expect(new Set(descriptions).size).toBe(178);
  });

  it("read every list of quotation-lists.csv, and no other", () => {
    expect([...new Set(lists.map(([list]) => list))].sort()).toEqual([...LIST_NAMES].sort());
  });

  it("have lists of unique lower-case words in order", () => {
    for (const name of LIST_NAMES) {
      const words = lists.filter(([list]) => list === name).map(([, word]) => word);
      expect(words).toEqual([...new Set(words)].sort());
      expect(words).toEqual(words.map((word) => word.toLowerCase()));
    }
  });
});
