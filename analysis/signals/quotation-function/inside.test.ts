import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import { rowsOf } from "./rows.test-support.ts";

const codebook = shippedCodebook();

/** Row, words between the marks, whether it holds for them. */
const EXAMPLES: [row: string, words: string, holds: boolean][] = [
  ["I28", "The Gulls", true],
  ["I28", "A Winter on the Pier", true],
  ["I28", "the Gulls", false],
  ["I28", "The gulls", false],
  ["I28", "The", false],
  ["I28", "Our Gulls", false],
  ["I28", "The Long Cold Wessel Harbour Winter", false],

  ["I29", "Wessel way of sailing", true],
  ["I29", "the Wessel boats", true],
  ["I29", "Gulls on the Pier", false],
  ["I29", "gulls on the pier", false],
  ["I29", "Gulls", false],
  ["I29", "Wessel boats sail slower than other boats", false],

  ["I30", "Progress", true],
  ["I30", "progress", false],
  ["I30", "The", false],
  ["I30", "Wessel Progress", false],

  ["I31", "liberation", true],
  ["I31", "harbour tourism", true],
  ["I31", "the new openness", true],
  ["I31", "a great big liberation", false],
  ["I31", "liberation army", false],
  ["I31", "liberated", false],

  ["I32", "suddenly", true],
  ["I32", "almost suddenly", true],
  ["I32", "it happened so suddenly", false],
  ["I32", "sudden", false],
];

describe("rows about the words between the marks", () => {
  it.each(EXAMPLES)("%s of “%s” is %s", (row, words, holds) => {
    const held = rowsOf({ body: `On the quay they spoke of “${words}” again.` }, words, codebook);
    expect(held.includes(row)).toBe(holds);
  });

  it("take no capital for a sign in a headline that gives every word one (I28 to I30)", () => {
    const headline = "Council Rejects ‘The Gulls’ After Winter Protest";
    expect(rowsOf({ headline }, "The Gulls", codebook)).not.toContain("I28");
    const plain = "Council rejects ‘The Gulls’ after a winter of protest";
    expect(rowsOf({ headline: plain }, "The Gulls", codebook)).toContain("I28");
    const single = "Council Rejects ‘Progress’ After Winter Protest";
    expect(rowsOf({ headline: single }, "Progress", codebook)).not.toContain("I30");
  });
});
