import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPieces, lanesOf, withMarks } from "./pieces.ts";

describe("pieces", () => {
  it("cut partial overlaps into nested ones, outermost first", () => {
    const a = { start: 2, end: 6 };
    const b = { start: 4, end: 8 };
    expect(cutPieces(10, [b, a])).toEqual([
      { start: 0, end: 2, spans: [] },
      { start: 2, end: 4, spans: [a] },
      { start: 4, end: 6, spans: [a, b] },
      { start: 6, end: 8, spans: [b] },
      { start: 8, end: 10, spans: [] },
    ]);
  });
  it("cover any text once, whatever the spans", () => {
    const span = fc.record({
      start: fc.integer({ min: -3, max: 40 }),
      end: fc.integer({ min: -3, max: 40 }),
    });
    fc.assert(
      fc.property(fc.nat(30), fc.array(span), (length, spans) => {
        const pieces = cutPieces(length, spans);
        const covered = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(covered).toBe(length);
        for (const piece of pieces) {
          for (const { start, end } of piece.spans)
            expect(start <= piece.start && end >= piece.end).toBe(true);
        }
      }),
    );
  });
});

describe("lanes", () => {
  it("stack the inner span under the outer one, and are free again after it", () => {
    const outer = { start: 0, end: 10 };
    const inner = { start: 2, end: 4 };
    const later = { start: 12, end: 14 };
    const lanes = lanesOf([inner, later, outer]);
    expect([outer, inner, later].map((span) => lanes.get(span))).toEqual([0, 1, 0]);
  });
});

it("a scare quote's mark covers its quotation marks", () => {
  expect(withMarks("the “threat” from", { start: 5, end: 11 })).toEqual({ start: 4, end: 12 });
  expect(withMarks("the threat from", { start: 4, end: 10 })).toEqual({ start: 4, end: 10 });
});
