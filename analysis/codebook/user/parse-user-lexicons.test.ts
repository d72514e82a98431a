import { describe, expect, it } from "vitest";
import { CodebookError, type Mistake } from "../codebook-error.ts";
import { ownLexicon } from "./lexicon.test-support.ts";
import { parseUserLexicons } from "./parse-user-lexicons.ts";

/** What is said of a lexicon with these rows. */
function mistakesIn(...rows: string[]): string {
  const mistakes: Mistake[] = [];
  parseUserLexicons(ownLexicon(rows), mistakes);
  return mistakes.length === 0 ? "" : new CodebookError(mistakes).message;
}

describe("parseUserLexicons", () => {
  it("reads labels and entries in the order of the file", () => {
    const [lexicon] = parseUserLexicons(ownLexicon(["work,strike*", "home,front door"]), []);
    expect(lexicon).toMatchObject({ slug: "own", title: "Own words", labels: ["work", "home"] });
    expect(lexicon?.entries).toEqual([
      { label: "work", term: "strike*" },
      { label: "home", term: "front door" },
    ]);
  });

  it.each([
    ["no label", ",oak", "user/own.csv:2 label: is empty"],
    ["the label all", "all,oak", 'user/own.csv:2 label: can\'t be "all"'],
    ["no term", "tree,", 'user/own.csv:2 term: "" is empty'],
    ["capitals", "tree,Oak", '"Oak" is not in lower case'],
    ["two blanks", "tree,oak  leaf", '"oak  leaf" is not in lower case'],
    ["nothing but wildcards", "tree,* ?", '"* ?" has nothing but wildcards'],
    ["what no text is cut into", "tree,\u200b", "has no character that a text is cut into"],
    ["a long term", `tree,${"oak ".repeat(60)}tree`, "is longer than 200 characters"],
  ])("refuses %s", (_, row, message) => {
    expect(mistakesIn(row)).toContain(message);
  });

  it("refuses a term that stands under a label twice, not one under two labels", () => {
    expect(mistakesIn("tree,oak", "wood,oak")).toBe("");
    expect(mistakesIn("tree,oak", "tree,oak")).toBe(
      'user/own.csv:3 term: "oak" stands under tree twice',
    );
  });

  it("names a lexicon's missing file and a file without a row", () => {
    const mistakes: Mistake[] = [];
    const { "user-lexicons.csv": facts = "" } = ownLexicon([]);
    parseUserLexicons({ "user-lexicons.csv": facts, "user/other.csv": "" }, mistakes);
    expect(new CodebookError(mistakes).message).toBe(
      "user/other.csv:1: is in no row of user-lexicons.csv\n" +
        "user/own.csv:1: is missing: user-lexicons.csv names it",
    );
  });
});
