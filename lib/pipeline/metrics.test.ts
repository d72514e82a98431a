import { expect, test } from "vitest";
import type { Flag, Part, Quotation, Voice } from "../../analysis/types.ts";
import { metricsOf, storedProbability } from "./metrics.ts";

function quotation(part: Part, voice: Voice, scare: number): Quotation {
  const rest = (1 - scare) / 6;
  return {
    part,
    start: 0,
    end: 1,
    text: "x",
    function: "term",
    distanced: false,
    uncertain: false,
    probabilities: {
      direct: rest,
      partial: rest,
      scare,
      title: rest,
      term: rest,
      mention: rest,
      other: rest,
    },
    voice,
    speaker: null,
    evidence: [],
  };
}

function flag(signal: string, label: string, part: Part, voice: Voice): Flag {
  return {
    signal,
    label,
    part,
    voice,
    start: 0,
    end: 1,
    text: "x",
    term: null,
    subject: null,
    score: null,
    evidence: [],
  };
}

test("metricsOf counts words, quotations, hits and expected hits in their own cells", () => {
  const metrics = metricsOf({
    words: [
      { part: "headline", voice: "quoted", count: 7 },
      { part: "body", voice: "outlet", count: 90 },
    ],
    quotations: [
      quotation("body", "outlet", 0.5),
      quotation("body", "outlet", 0.25),
      quotation("headline", "outlet", 0.125),
      quotation("body", "quoted", 0),
    ],
    flags: [
      flag("scare_quote", "scare", "body", "outlet"),
      flag("hedge", "modal", "body", "outlet"),
      flag("hedge", "modal", "body", "outlet"),
      flag("hedge", "modal", "body", "quoted"),
    ],
  });
  expect(metrics.words).toEqual([
    { part: "headline", voice: "quoted", words: 7, quotations: 0 },
    { part: "body", voice: "outlet", words: 90, quotations: 2 },
    // A headline that is one quotation: its flag would be the outlet's, its words are the speaker's.
    { part: "headline", voice: "outlet", words: 0, quotations: 1 },
    { part: "body", voice: "quoted", words: 0, quotations: 1 },
  ]);
  const cell = (
    signal: string,
    label: string,
    part: Part,
    voice: Voice,
    hits: number,
    expected: number,
  ) => ({
    signal,
    label,
    part,
    voice,
    hits,
    expected,
  });
  expect(metrics.hits).toEqual([
    cell("scare_quote", "scare", "body", "outlet", 1, 0.75),
    cell("hedge", "modal", "body", "outlet", 2, 0),
    cell("hedge", "modal", "body", "quoted", 1, 0),
    cell("scare_quote", "scare", "headline", "outlet", 0, 0.125),
  ]);
});

test("storedProbability makes sums that don't depend on their order", () => {
  const raw = Array.from({ length: 5000 }, (_, i) => Math.abs(Math.sin(i)));
  const stored = raw.map(storedProbability);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect(sum(stored)).toBe(sum([...stored].reverse()));
  expect(sum(stored.map((p) => p * p))).toBe(sum(stored.map((p) => p * p).reverse()));
  expect(Math.max(...stored.map((p, i) => Math.abs(p - (raw[i] ?? 0))))).toBeLessThan(5e-7);
});
