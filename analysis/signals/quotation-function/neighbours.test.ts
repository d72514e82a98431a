import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import { rowsOf } from "./rows.test-support.ts";

const codebook = shippedCodebook();

/** Row, whether it holds, and a sentence; the quotation asked about is the first that it has. */
type Example = [row: string, holds: boolean, sentence: string];

const EXAMPLES: Example[] = [
  ["N19", true, "The new pier was a “mess” all summer."],
  ["N19", true, "They are the “owners” of the quay."],
  ["N19", false, "The new pier was “mess” all summer."],
  ["N19", false, "The captain saw a “mess” on the quay."],
  ["N19", false, "The new pier was a real “mess” all summer."],

  ["N20", true, "The town pays the price of “progress” every winter."],
  ["N20", true, "Nobody hears of the “progress” in the docks."],
  ["N20", true, "The cost of Wessel's “progress” is known."],
  ["N20", false, "The cost of the new “progress” is known."],
  ["N20", false, "The town pays for “progress” every winter."],

  ["N21", true, "They hired people like “pilots” for the ferry."],
  ["N21", false, "They hired people as “pilots” for the ferry."],
  ["N21", false, "They look unlike “pilots” of the old days."],

  ["N22", true, "The sign says “open” and “closed” at once."],
  ["N22", true, "They shouted “boats”, “bread” from the quay."],
  ["N22", true, "It is either “closed” or “open” in winter."],
  ["N22", false, "The sign says “open” and no more."],
  ["N22", false, "The sign “open” hides the sign “closed” in winter."],
  ["N22", false, "He came and “helped” with the ropes."],

  ["N23", true, "The owners trust their “pilots” too much."],
  ["N23", true, "Its “pilots” have no papers."],
  ["N23", false, "The owners trust the “pilots” too much."],
  ["N23", false, "Nobody trusts Wessel’s “pilots” any more."],
  ["N23", false, "The owners trust their new “pilots” too much."],

  ["N24", true, "Nobody trusts Wessel’s “pilots” any more."],
  ["N24", true, "Nobody trusts the owners' “pilots” any more."],
  ["N24", false, "The owners trust their “pilots” too much."],
  ["N24", false, "Nobody trusts the owners “pilots” any more."],

  ["N25", true, "The town wants a new “harbour” by June."],
  ["N25", true, "It is an empty “harbour” in winter."],
  ["N25", false, "The town wants the new “harbour” by June."],
  ["N25", false, "The town wants a “harbour” by June."],
  ["N25", false, "The town wants a very big new “harbour” by June."],

  ["N26", true, "They built a “harbour” that holds no boats."],
  ["N26", true, "These are “pilots” who never sailed."],
  ["N26", true, "He spoke of a “fund” whereby the crews pay."],
  ["N26", false, "They built a “harbour”, which holds no boats."],
  ["N26", false, "They built a “harbour” nobody needs."],

  ["N27", true, "The second boat (“Gull”) was sold."],
  ["N27", true, "The second boat [“Gull”] was sold."],
  ["N27", false, "The second boat (the “Gull”) was sold."],
  ["N27", false, "The second boat, “Gull”, was sold."],
];

const wordsOf = (sentence: string) => /“([^”]*)”/.exec(sentence)?.[1] ?? "";

describe("rows about the tokens beside the marks", () => {
  it.each(EXAMPLES)("%s is %s of %s", (row, holds, sentence) => {
    const held = rowsOf({ body: sentence }, wordsOf(sentence), codebook);
    expect(held.includes(row)).toBe(holds);
  });

  it("ask both quotations of a list for each other (N22)", () => {
    const body = "The sign says “open” and “closed” at once, and then “open”.";
    expect(rowsOf({ body }, "open", codebook)).toContain("N22");
    expect(rowsOf({ body }, "closed", codebook)).toContain("N22");
  });

  it("do not look into another sentence", () => {
    const body = "Nobody spoke of boats like.\n\n“Gull” that was.";
    const held = rowsOf({ body }, "Gull", codebook);
    expect(held).not.toContain("N21");
    expect(held).toContain("N26");
  });
});
