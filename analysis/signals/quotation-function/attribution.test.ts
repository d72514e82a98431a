import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import { rowsOf } from "./rows.test-support.ts";

const codebook = shippedCodebook();

/** Row, whether it holds, and a sentence that quotes “leaky”. */
const EXAMPLES: [row: string, holds: boolean, sentence: string][] = [
  ["A34", true, "The captain said that the boats were “leaky” in winter."],
  ["A34", true, "That boat, the captain said, was “leaky” in winter."],
  ["A34", false, "The captain said the boats were “leaky” in winter."],
  ["A34", false, "The boats that lie on the quay are “leaky” in winter."],
  ["A34", true, "The captain said that three of the old red boats were “leaky”."],
  ["A34", false, "The captain said that all three of the old red boats were “leaky”."],
  ["A34", false, "The boats are “leaky”, said the captain that sails them."],

  ["A35", true, "Critics dubbed the boats “leaky” in winter."],
  ["A35", true, "The boats were described as “leaky” in winter."],
  ["A35", true, "Critics called all three boats “leaky” in winter."],
  ["A35", false, "Critics called all of the three boats “leaky” in winter."],
  ["A35", false, "The captain said the boats were “leaky” in winter."],
  ["A35", false, "The “leaky” boats, as critics dubbed them, were sold."],
];

describe("rows about who says the words", () => {
  it.each(EXAMPLES)("%s is %s of %s", (row, holds, sentence) => {
    expect(rowsOf({ body: sentence }, "leaky", codebook).includes(row)).toBe(holds);
  });
});
