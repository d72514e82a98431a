import { describe, expect, it } from "vitest";
import { mappingSchema } from "../../../lib/import/mapping.ts";
import { openQuestions, outletsOf } from "./open-questions.ts";

const named = { outlet: "o", url: "u", date: "d", headline: "h" };
const paper = {
  domain: "paper.example",
  names: [
    { name: "Paper", articles: 3 },
    { name: "Paper Opinion", articles: 1 },
  ],
  here: ["PAPER"],
};
const blog = {
  domain: "blog.example",
  names: [{ name: "blog.example", articles: 2 }],
  here: [],
};
const kinds = (mapping: unknown, dateOrder: "dmy" | "undecidable" = "dmy") =>
  openQuestions({ dateOrder, columns: [{} as never] }, mappingSchema.parse(mapping), [
    paper,
    blog,
  ]).map(({ kind }) => kind);

describe("openQuestions", () => {
  it("asks of dates first, then of domains with several outlets, until each is answered", () => {
    expect(kinds({ columns: named }, "undecidable")).toEqual(["dates", "shared"]);
    expect(kinds({ columns: named, domainNames: { "paper.example": null } })).toEqual([]);
    expect(outletsOf(paper)).toEqual(["Paper", "Paper Opinion"]);
  });

  it("asks for names where the address alone tells the outlet, and for the outlet where nothing does", () => {
    const { outlet, ...addresses } = named;
    expect(kinds({ columns: addresses })).toEqual(["names"]);
    const { url, ...neither } = addresses;
    expect(kinds({ columns: neither })).toEqual(["outlet"]);
    expect(kinds({ columns: neither, outlet: "One" })).toEqual([]);
  });
});
