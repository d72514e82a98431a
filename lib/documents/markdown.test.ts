import { describe, expect, it } from "vitest";
import { type Block, parseMarkdown, plainText } from "./markdown.ts";

const words = (block: Block | undefined) =>
  block?.kind === "paragraph" ? plainText(block.content) : block?.kind;

describe("a document", () => {
  it("keeps HTML as the text it is", () => {
    const [block, inline] = parseMarkdown("<script>alert(1)</script>\n\nA <b>bold</b> <img src=x>");
    expect(words(block)).toBe("<script>alert(1)</script>");
    expect(words(inline)).toBe("A <b>bold</b> <img src=x>");
  });
  it("names headings as GitHub does, twice the same one apart", () => {
    const ids = parseMarkdown("## 7 Statistics\n\n### What `it` does, or not\n\n## 7 Statistics")
      .filter((block) => block.kind === "heading")
      .map(({ id }) => id);
    expect(ids).toEqual(["7-statistics", "what-it-does-or-not", "7-statistics-1"]);
  });
  it("puts a prefix before its ids", () => {
    expect(parseMarkdown("# One", "accuracy-")[0]).toMatchObject({ id: "accuracy-one", level: 1 });
  });
  it("sees which columns of a table hold numbers", () => {
    const [table] = parseMarkdown("| a | b | c |\n|---|---|---|\n| x | −0.5 | |\n| 2 | 1,918 | |");
    expect(table).toMatchObject({ kind: "table", numeric: [false, true, false] });
  });
  it("sets a math fence as MathML, without style, class or script", () => {
    const [formula] = parseMarkdown("```math\nR = \\frac{\\sum y_i}{\\sum x_i}\n```");
    const mathMl = formula?.kind === "math" ? formula.mathMl : "";
    expect(mathMl).toMatch(/^<math display="block"><mrow><mi>R<\/mi>.*<mfrac>.*<\/math>$/s);
    expect(mathMl).not.toMatch(/style=|<script|href/);
  });
  it("reads lists, links, code and stress", () => {
    const [list] = parseMarkdown("1. a `b` **c**\n2. [d](#e)");
    expect(list).toEqual({
      kind: "list",
      ordered: true,
      items: [
        [
          {
            kind: "paragraph",
            content: [
              { kind: "text", text: "a " },
              { kind: "code", text: "b" },
              { kind: "text", text: " " },
              { kind: "strong", content: [{ kind: "text", text: "c" }] },
            ],
          },
        ],
        [
          {
            kind: "paragraph",
            content: [{ kind: "link", href: "#e", content: [{ kind: "text", text: "d" }] }],
          },
        ],
      ],
    });
  });
});
