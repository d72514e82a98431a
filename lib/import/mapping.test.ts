import { describe, expect, it } from "vitest";
import { guessMapping } from "./guess-mapping.ts";
import { attributeName, mappingProblem, mappingSchema } from "./mapping.ts";

const long = "The ministry said that the dam would hold. ".repeat(10);
const rows = (...records: Record<string, string>[]) =>
  records.map((record) => new Map(Object.entries(record)));
const guess = (...records: Record<string, string>[]) =>
  guessMapping(Object.keys(records[0] ?? {}), rows(...records)).mapping.columns;

describe("guessMapping", () => {
  it("knows the names of the usual exports", () => {
    expect(
      guess({
        id: "1",
        source_name: "Herald",
        pubDate: "2031-01-01",
        title: "T",
        standfirst: "s",
        "full text": long,
        byline: "N",
        lang: "en",
        link: "https://a.example/1",
        desk: "x",
      }),
    ).toEqual({
      id: "id",
      outlet: "source_name",
      date: "pubDate",
      headline: "title",
      teaser: "standfirst",
      body: "full text",
      author: "byline",
      language: "lang",
      url: "link",
    });
    expect(
      guess({
        "source.name": "Herald",
        publishedAt: "2031-01-01T00:00:00Z",
        title: "T",
        description: "d",
        content: long,
        url: "https://a.example/1",
        "source.id": "h",
      }),
    ).toMatchObject({
      outlet: "source.name",
      date: "publishedAt",
      headline: "title",
      teaser: "description",
      body: "content",
    });
    expect(guess({ Publication: "Herald", Date: "1/2/2031", Headline: "T", Text: long })).toEqual({
      outlet: "Publication",
      date: "Date",
      headline: "Headline",
      body: "Text",
    });
  });

  it("looks into the cells where names are taken by something else", () => {
    expect(
      guess({ media: "https://a.example/p.jpg", source: "Herald", date: "2031-01-01", text: long }),
    ).toMatchObject({ outlet: "source" });
    expect(guess({ date: "not one", published: "2031-01-01", text: long })).toMatchObject({
      date: "published",
    });
    expect(guess({ title: "", headline: "T", date: "2031-01-01", text: long })).toMatchObject({
      headline: "headline",
    });
  });

  it("looks at the cells where names say nothing", () => {
    expect(
      guess(
        {
          c1: "https://a.example/1",
          c2: "2031-01-01",
          c3: "Dam may burst, says ministry",
          c4: long,
        },
        { c1: "https://a.example/2", c2: "2031-01-02", c3: "Ministry denies dam claims", c4: long },
      ),
    ).toEqual({
      url: "c1",
      date: "c2",
      headline: "c3",
      body: "c4",
    });
  });
});

describe("mapping", () => {
  it("names attributes in snake case", () => {
    expect(["Source Desk", "topic", "Überschrift!", "???"].map(attributeName)).toEqual([
      "source_desk",
      "topic",
      "überschrift",
      "column",
    ]);
  });

  it("says what is missing", () => {
    const parse = (columns: object) => mappingSchema.parse({ columns });
    expect(mappingProblem(parse({ body: "text" }), ["text"])).toMatch(/No column is the date/);
    expect(mappingProblem(parse({ date: "d" }), ["d"])).toMatch(/No column is the text/);
    expect(mappingProblem(parse({ date: "d", body: "x" }), ["d"])).toMatch(
      /no column "x" for the field body/,
    );
    expect(mappingProblem(parse({ date: "d", body: "x" }), ["d", "x"])).toMatch(
      /No column is the outlet/,
    );
    expect(
      mappingProblem({ ...parse({ date: "d", body: "x" }), outlet: "Herald" }, ["d", "x"]),
    ).toBeNull();
  });
});
