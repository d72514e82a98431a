import { describe, expect, it } from "vitest";
import type { Span } from "../../types.ts";
import { type ReadAttribution, withoutNested } from "./nested-cues.ts";

/** A cue with one stretch of content, read as a verb that takes an object. */
function read(cue: Span, content: Span): ReadAttribution {
  const attribution = {
    part: "body" as const,
    cue,
    source: null,
    content: [content],
    term: "praise",
    label: "attitude",
    evidence: [],
  };
  return { attribution, class: "object", reading: "verb" };
}

describe("withoutNested", () => {
  const outer = read({ start: 0, end: 5 }, { start: 6, end: 30 });
  const nested = read({ start: 10, end: 15 }, { start: 16, end: 60 });
  const later = read({ start: 40, end: 45 }, { start: 46, end: 60 });

  it("leaves out a cue in another's content", () => {
    expect(withoutNested([outer, nested])).toEqual([outer.attribution]);
  });

  it("keeps a cue that stands in the content of one that is left out alone", () => {
    expect(withoutNested([outer, nested, later])).toEqual([outer.attribution, later.attribution]);
  });

  it("keeps by which somebody speaks", () => {
    const speaks = { ...nested, class: "speech" as const };
    expect(withoutNested([outer, speaks])).toEqual([outer.attribution, nested.attribution]);
  });
});
