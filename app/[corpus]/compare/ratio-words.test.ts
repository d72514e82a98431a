import { describe, expect, it } from "vitest";
import { formatP, formatRatio, nameOutlets, ratioWords, sayRatio } from "./ratio-words.ts";

describe("ratioWords", () => {
  it.each([
    [2.04, "twice as often"],
    [2.06, "2.1 times as often"],
    [1.4, "1.4 times as often"],
    [0.5, "half as often"],
    [0.3333, "a third as often"],
    [0.64, "0.64 times as often"],
    [4.23, "4.2 times as often"],
    [12.4, "12 times as often"],
  ])("says %d as %s", (ratio, words) => expect(ratioWords(ratio)).toBe(words));
});

describe("formatRatio", () => {
  it("has two digits", () => {
    expect([0.001, 0.04, 0.996, 1, 9.94, 9.96, 250, 4000].map(formatRatio)).toEqual([
      "<0.01",
      "0.04",
      "1.0",
      "1.0",
      "9.9",
      "10",
      "250",
      "over 1,000",
    ]);
  });
});

describe("formatP", () => {
  it("never hides on which side of .05 a p lies", () => {
    expect([0.0001, 0.004, 0.02, 0.049, 0.051, 0.9].map(formatP)).toEqual([
      "<0.001",
      "0.004",
      "0.02",
      "0.049",
      "0.051",
      "0.90",
    ]);
  });
});

describe("sayRatio", () => {
  const ratio = { ratio: 1.3, low: 0.9, high: 1.8 };
  it("follows the verdict, not the ratio", () => {
    expect(sayRatio("no_clear_difference", ratio, "")).toEqual({
      words: "no clear difference",
      interval: "0.90 to 1.8",
      differs: false,
    });
    expect(sayRatio("more_often", ratio, "").words).toBe("1.3 times as often");
    expect(sayRatio("too_few_articles", null, "").words).toBe("too few articles to compare");
    expect(sayRatio("no_ratio", null, "none in 5 articles").words).toBe("none in 5 articles");
  });
});

describe("nameOutlets", () => {
  it("names up to three", () => {
    expect(nameOutlets(["A", "B", "C"])).toBe("A, B and C");
    expect(nameOutlets(["A", "B", "C", "D"])).toBe("Four outlets");
  });
});
