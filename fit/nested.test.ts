import { describe, expect, it } from "vitest";
import { QUOTATION_FUNCTIONS, type QuotationFunction } from "../analysis/types.ts";
import type { LabelledSpan } from "./labelled-spans.ts";
import { decideNested } from "./nested.ts";
import { readProblems } from "./priors.ts";

const RULES = ["L1", "L2"];
/** The row of single coders, behind those of the evidence. */
const CODER = RULES.length;
const TITLE = QUOTATION_FUNCTIONS.indexOf("title");
const header = "rule,strength,direct,partial,scare,title,term,mention,distanced\n";
const problems = readProblems(header, RULES, (line, column, message) => {
  throw new Error(`${line} ${column} ${message}`);
});

/** Spans with the same label and rows, each in an article of its own. */
function spans(
  count: number,
  name: QuotationFunction,
  rows: number[],
  { isSingleCoded = false, first = 0 } = {},
): LabelledSpan[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${name}-${first + i}`,
    article: isSingleCoded ? -1 - first - i : first + i,
    part: "body",
    target: QUOTATION_FUNCTIONS.indexOf(name),
    distanced: name === "scare",
    sample: "body",
    weight: 1,
    isSingleCoded,
    rows: Int32Array.from(isSingleCoded ? [...rows, CODER] : rows),
  }));
}

const single = { isSingleCoded: true };
const decide = (double: LabelledSpan[], singleCoded: LabelledSpan[], repeats = 1) =>
  decideNested(problems, double, singleCoded, repeats, () => {});

describe("decideNested", () => {
  const partial = spans(20, "partial", [0]);
  const rare = spans(1, "title", [1], { first: 20 });

  it("decides once a repeat on every span, in their order, and on no single-coded one", () => {
    const told: number[] = [];
    const double = [...partial, ...spans(20, "title", [1], { first: 20 })];
    const found = decideNested(problems, double, spans(60, "term", [], single), 2, (repeat) => {
      told.push(repeat);
    });
    expect(told).toEqual([1, 2]);
    for (const decided of found)
      expect(decided.map((one) => one.found)).toEqual([
        ...Array.from({ length: 20 }, () => "partial"),
        ...Array.from({ length: 20 }, () => "title"),
      ]);
  });

  it("knows nothing of a label that stands in the span's own article alone", () => {
    expect(decide([...partial, ...rare], [])[0]?.at(-1)?.found).toBe("partial");
    const sameArticle = spans(9, "title", [1], { first: 30 }).map((span) => ({
      ...span,
      article: 20,
    }));
    expect(decide([...partial, ...rare, ...sameArticle], [])[0]?.at(-1)?.found).toBe("partial");
  });

  it("learns from single-coded spans what rows say", () => {
    const coded = [
      ...spans(60, "title", [1], single),
      ...spans(60, "partial", [], { ...single, first: 60 }),
    ];
    const chance = (singleCoded: LabelledSpan[]) =>
      decide([...partial, ...rare], singleCoded)[0]?.at(-1)?.chances[TITLE] ?? 0;
    expect(chance([])).toBeLessThan(0.1);
    expect(chance(coded)).toBeGreaterThan(2 * chance([]));
  });

  it("leaves a leaning of the single coders to their row: what they call term is not for that", () => {
    const coded = spans(200, "term", [0], single);
    const [decided = []] = decide(partial, coded);
    expect(decided).toHaveLength(20);
    expect(decided.every(({ found }) => found === "partial")).toBe(true);
    const withoutRow = coded.map((span) => ({ ...span, rows: Int32Array.of(0) }));
    expect(decide(partial, withoutRow)[0]?.some(({ found }) => found === "term")).toBe(true);
  });

  it("decides the same for the same spans", () => {
    const coded = spans(30, "scare", [1], single);
    expect(decide([...partial, ...rare], coded)).toEqual(decide([...partial, ...rare], coded));
  });
});
