import { describe, expect, it } from "vitest";
import type { Accuracy } from "../../../lib/documents/accuracy.ts";
import { accuracySentences } from "./accuracy-words.ts";

const measured = { date: "2026-11-24", codebook: "52f0a1d01cdd", engine: "0.1.0" };
const live = { codebook: measured.codebook, engineVersion: measured.engine };
const hedges: Accuracy = {
  set: "hedging-news",
  size: 1319,
  judged: "sentences",
  precision: 0.742,
  recall: 0.891,
  f1: 0.81,
  interval: { low: 0.726, high: 0.883 },
  fitted: false,
  crossValidated: null,
  unseen: null,
  measured,
};

describe("how often a detector is right", () => {
  it("is said with set, size, precision, recall and F1", () => {
    expect(accuracySentences(hedges, live)).toBe(
      "On a development set of 1,319 sentences (hedging-news): precision 0.74, recall 0.89, F1 0.81 (95% interval 0.73 to 0.88).",
    );
  });
  it("is said apart from the fitting too where the set was the one it was fitted on", () => {
    const unseen = { size: 1161, precision: 0.51, recall: 0.59, f1: 0.55, interval: null };
    const crossValidated = { ...unseen, f1: 0.56, interval: { low: 0.51, high: 0.61 } };
    const fitted = {
      ...hedges,
      judged: "quotations",
      fitted: true,
      crossValidated,
      unseen,
    } as const;
    expect(accuracySentences(fitted, live)).toBe(
      "On the 1,319 quotations that it was fitted on: precision 0.74, recall 0.89, F1 0.81 (95% interval 0.73 to 0.88). By cross-validation: precision 0.51, recall 0.59, F1 0.56 (95% interval 0.51 to 0.61). On 1,161 that were coded afterwards: precision 0.51, recall 0.59, F1 0.55.",
    );
  });
  it("names both codebooks where another one is live", () => {
    expect(accuracySentences(hedges, { ...live, codebook: "7f3ac21e00" })).toMatch(
      /Measured with codebook 52f0·a1d0, engine 0\.1\.0; live is codebook 7f3a·c21e, engine 0\.1\.0\.$/,
    );
    expect(accuracySentences(hedges, { codebook: measured.codebook })).not.toContain("live");
  });
  it("is said to be unknown where it was not measured", () => {
    expect(accuracySentences(null, live)).toBe("How often it is right has not been measured.");
  });
});
