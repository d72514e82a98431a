import { describe, expect, it } from "vitest";
import { parseMarkdown } from "./markdown.ts";
import { cutSections } from "./sections.ts";

const cut = (text: string) => cutSections(parseMarkdown(text));
const notesOf = (text: string) =>
  cut(`## One\n\n${text}`).sections[0]?.blocks.map(({ block, notes }) => [block.kind, notes]);

describe("a document in sections", () => {
  it("has a title, an opening, and a section a heading of level 2 with its parts", () => {
    const { title, opening, sections } = cut(
      "# T\n\nHello.\n\n## One\n\n### Part\n\nText.\n\n## Two",
    );
    expect([title, opening.length]).toEqual(["T", 1]);
    expect(sections.map(({ heading, parts }) => [heading.id, parts.map(({ id }) => id)])).toEqual([
      ["one", ["part"]],
      ["two", []],
    ]);
  });
  it("takes worked numbers out of a paragraph, points inside numbers and all", () => {
    expect(notesOf("Known. Tested on A: rate 4.4, p .021. More follows.")).toEqual([
      ["paragraph", ["Tested on A: rate 4.4, p .021."]],
    ]);
  });
  it("gives those that open a paragraph to the block before", () => {
    expect(notesOf("Formula:\n\n```math\nx\n```\n\nTested: x is 1. Then more.")).toEqual([
      ["paragraph", []],
      ["math", ["Tested: x is 1."]],
      ["paragraph", []],
    ]);
    expect(notesOf("```math\nx\n```\n\nTested: x is 1.")).toEqual([["math", ["Tested: x is 1."]]]);
  });
});
