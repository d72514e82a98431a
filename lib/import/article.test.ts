import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type ReadingRules, readArticle } from "./article.ts";
import { loadLanguageDetector, normaliseLanguage } from "./language.ts";
import { mappingSchema } from "./mapping.ts";
import { foldOutletName, outletDomain, outletSlug } from "./outlet-name.ts";

const detector = await loadLanguageDetector();
const columns = {
  outlet: "outlet",
  url: "url",
  date: "date",
  time: "time",
  headline: "title",
  teaser: "lead",
  body: "text",
  language: "lang",
  id: "id",
};
const rules: ReadingRules = {
  mapping: mappingSchema.parse({ columns, ignored: ["junk"] }),
  detector,
  purpose: "import",
};
const read = (record: Record<string, string>, more: Partial<ReadingRules> = {}) =>
  readArticle(
    { kind: "record", line: 7, values: new Map(Object.entries(record)) },
    { ...rules, ...more },
  );
const sha = (text: string) => createHash("sha256").update(text).digest("hex");

describe("readArticle", () => {
  it("derives the id from the canonical URL, whatever else differs", () => {
    const article = read({
      url: "HTTP://www.Herald.example/a/?utm_source=x",
      date: "2031-01-01",
      title: "One",
    });
    expect(article).toMatchObject({
      id: sha("herald.example/a").slice(0, 32),
      outlet: "herald.example",
      domain: "herald.example",
      publishedOn: "2031-01-01",
    });
  });

  it("derives it from outlet, day, headline and body where there is no URL", () => {
    const article = read({
      outlet: "Herald",
      date: "2 Jan 2031 10:00",
      title: "One",
      text: "Body\nof it",
      id: "x-1",
    });
    expect(article).toMatchObject({
      id: sha("Herald\n2031-01-02\nOne\nBody\nof it").slice(0, 32),
      sourceId: "x-1",
      publishedTime: "10:00",
      domain: null,
    });
  });

  it("keeps texts as they came, NUL characters and half characters apart", () => {
    expect(
      read({ outlet: "H", date: "2031-01-01", title: " a\0b ", text: "x\ud83d \r\n\r\ny " }),
    ).toMatchObject({ headline: " ab ", body: "x\ufffd \r\n\r\ny " });
  });

  it("keeps columns without a field as attributes, those left out apart", () => {
    expect(
      read({
        outlet: "H",
        date: "2031-01-01",
        title: "T",
        "Desk Name": "World",
        desk_name: "2",
        junk: "j",
        empty: " ",
        __proto_x: "p",
      }),
    ).toMatchObject({
      attributes: { desk_name: "World", desk_name_2: "2", proto_x: "p" },
    });
  });

  it("hashes teaser and body", () => {
    const article = read({ outlet: "H", date: "2031-01-01", lead: "t", text: "b" });
    expect(article.kind === "article" && article.contentHash.toString("hex")).toBe(sha("t\nb"));
  });

  it.each([
    [{ outlet: "H", title: "T" }, "date", /^No date/],
    [{ outlet: "H", date: "2031-02-31", title: "T" }, "date", /February 2031 has no day 31/],
    [{ outlet: "H", date: "2031-02-01", title: " " }, "text", /^No text/],
    [{ date: "2031-02-01", title: "T" }, "outlet", /^No outlet/],
    [{ outlet: "x".repeat(400), date: "2031-02-01", title: "T" }, "outlet", /400 characters/],
  ])("refuses %j with its column and a sentence", (record, field, reason) => {
    expect(read(record)).toMatchObject({
      kind: "refused",
      line: 7,
      field,
      reason: expect.stringMatching(reason),
    });
    expect(read(record, { purpose: "analyze" }).kind).toBe("article");
  });
});

describe("languages", () => {
  it("are taken from the column first, as codes", () => {
    expect(
      [
        "English",
        "EN",
        "en_GB",
        "eng",
        "ger",
        "Deutsch",
        "русский",
        "zh-Hans",
        "",
        "gibberish",
        "n/a",
      ].map(normaliseLanguage),
    ).toEqual(["en", "en", "en", "en", "de", "de", "ru", "zh", null, null, null]);
  });

  it("are recognised on the body, else on teaser and headline", () => {
    expect(
      read({
        outlet: "H",
        date: "2031-01-01",
        title: "Das Wetter",
        text: "The minister said that the dam would not hold for long.",
      }),
    ).toMatchObject({ language: "en" });
    expect(
      read({
        outlet: "H",
        date: "2031-01-01",
        title: "Der Minister sagte am Dienstag, dass der Damm halten werde",
      }),
    ).toMatchObject({ language: "de" });
    expect(read({ outlet: "H", date: "2031-01-01", title: "123" })).toMatchObject({
      language: "und",
    });
  });
});

describe("outlets", () => {
  it("are known by the registrable domain, private suffixes included", () => {
    expect(
      [
        "https://www.bbc.co.uk/a",
        "https://news.herald.example/a",
        "https://me.github.io/",
        "http://127.0.0.1/a",
        "nothing",
      ].map(outletDomain),
    ).toEqual(["bbc.co.uk", "herald.example", "me.github.io", "127.0.0.1", null]);
  });

  it("are one whatever the case and blanks of the name", () => {
    expect(foldOutletName("  The\u00a0 HERALD ")).toBe(foldOutletName("the herald"));
  });

  it("have a slug of letters and digits", () => {
    expect(
      ["Velmora Herald (Opinion)", "<script>", "Économie & Société", "Правда", "!!!", "all"].map(
        outletSlug,
      ),
    ).toEqual([
      "velmora-herald-opinion",
      "script",
      "economie-societe",
      "правда",
      "outlet",
      "outlet-all",
    ]);
  });
});
