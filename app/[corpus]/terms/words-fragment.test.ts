import { expect, test } from "vitest";
import { wordsFragment } from "./words-fragment.ts";

test("wordsFragment names the match between three words on either side", () => {
  expect(
    wordsFragment({ left: "one two three four ", match: "well-kept dam", right: ", which may" }),
  ).toBe("#:~:text=two%20three%20four-,well%2Dkept%20dam,-%2C%20which%20may");
});

test("wordsFragment stops at a paragraph, and says nothing of a match that runs over one", () => {
  expect(wordsFragment({ left: "It ends.  The ", match: "dam", right: ".  New" })).toBe(
    "#:~:text=The-,dam,-.",
  );
  expect(wordsFragment({ left: "", match: "dam", right: "" })).toBe("#:~:text=dam");
  expect(wordsFragment({ left: "the ", match: "dam\n\nNew", right: "" })).toBe("");
});
