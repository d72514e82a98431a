import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outermost } from "./outermost.ts";

const spans = fc
  .array(fc.record({ start: fc.nat(30), length: fc.integer({ min: 1, max: 8 }) }))
  .map((list) =>
    list
      .map(({ start, length }) => ({ start, end: start + length }))
      .sort((a, b) => a.start - b.start),
  );

describe("outermost", () => {
  it("keeps what overlaps and drops what stands inside", () => {
    const [outer, inner, overlapping] = [
      { start: 0, end: 14 },
      { start: 6, end: 14 },
      { start: 10, end: 20 },
    ];
    expect(outermost([outer, inner, overlapping])).toEqual([outer, overlapping]);
    expect(outermost([{ start: 0, end: 5 }, outer])).toEqual([outer]);
  });

  it("leaves no span inside another, and drops none that stands in nothing kept", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const kept = outermost(list);
        const inside = (a: { start: number; end: number }, b: typeof a) =>
          a.start >= b.start && a.end <= b.end;
        kept.forEach((a, i) => {
          expect(kept.some((b, j) => i !== j && inside(a, b))).toBe(false);
        });
        for (const span of list) expect(kept.some((b) => inside(span, b))).toBe(true);
      }),
    );
  });
});
