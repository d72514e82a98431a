import { describe, expect, it } from "vitest";
import { listBaseline } from "./baselines.ts";
import { evaluatedWords, wordDecisions, wordsTouching } from "./words.ts";

describe("words as evaluation counts them", () => {
  it("are what Python's [\\w’'-]+ finds, in UTF-16 code units", () => {
    const words = evaluatedWords("🚢 The pilots’ re-count_2: naïve, don't — £3.50");
    expect(words.map(({ form }) => form)).toEqual([
      "the",
      "pilots'",
      "re-count_2",
      "naïve",
      "don't",
      "3",
      "50",
    ]);
    expect(words[0]).toMatchObject({ start: 3, end: 6 });
  });
  it("belong to every span they touch, and to none that only ends or starts beside them", () => {
    const words = evaluatedWords("The quay may sink");
    expect([...wordsTouching(words, [{ start: 5, end: 10 }])]).toEqual([1, 2]);
    expect([...wordsTouching(words, [{ start: 3, end: 4 }])]).toEqual([]);
  });
  it("are right, wrong or missed", () => {
    expect(wordDecisions(new Set([1, 2, 3]), new Set([2, 3, 4, 5]))).toEqual([2, 2, 1, 0]);
  });
});

describe("a raw list", () => {
  it("flags its entries word by word, the longest first", () => {
    const list = listBaseline("list", ["sort", "sort of", "maybe"]);
    const words = evaluatedWords("Maybe it is sort of sunk, a sort.");
    expect([...list.find(words)]).toEqual([0, 3, 4, 7]);
  });
});
