import { describe, expect, it } from "vitest";
import { readDictionary } from "./dictionary.ts";
import { slugFor, toLexicon } from "./to-lexicon.ts";

/** What a file gives: entries as "label: term", and what was left out as "line field message". */
function read(name: string, text: string | Buffer) {
  const dictionary = readDictionary(name, Buffer.from(text), "own");
  const { lexicon, leftOut } = toLexicon(dictionary, {});
  return {
    entries: lexicon.entries.map(({ label, term }) => `${label}: ${term}`),
    leftOut: leftOut.map(({ line, field, message }) => `${line} ${field} ${message}`),
    lexicon,
  };
}

describe("a CSV dictionary", () => {
  it("has a column term and a column label, in any order, with any delimiter", () => {
    expect(read("w.csv", "term,label\nriver,water\nFlood*,water\n").entries).toEqual([
      "water: river",
      "water: flood*",
    ]);
    expect(read("w.csv", 'Category;Word\nloss;"lost ""cause"""\n').entries).toEqual([
      'loss: lost "cause"',
    ]);
    expect(read("w.tsv", "word\tweight\tsentiment\nsad\t3\tlow\n").entries).toEqual(["low: sad"]);
  });

  it("puts all terms under one label where it has no column for labels", () => {
    expect(read("w.csv", "term,note\nriver,x\n").entries).toEqual(["own: river"]);
    expect(read("w.csv", "term\nriver\n").entries).toEqual(["own: river"]);
  });

  it("is refused without a column for terms", () => {
    expect(() => read("w.csv", "river,water\nlake,water\n")).toThrow(
      /^w\.csv:1: there is no column term .* it has: river, water\.$/,
    );
  });

  it("leaves out what can't be looked for or stands there twice, with line and field", () => {
    const text = "term,label\nriver,water\n,water\nRIVER,water\nlake,\n*,water\nriver,place\n";
    const { entries, leftOut } = read("w.csv", text);
    expect(entries).toEqual(["water: river", "place: river"]);
    expect(leftOut).toEqual([
      '3 term "" is empty',
      '4 term "river" stands under water in line 2 already',
      "5 label is empty",
      '6 term "*" has nothing but wildcards: it would match everything',
    ]);
  });

  it("is read in the encoding it has", () => {
    expect(
      read("w.csv", Buffer.from("term,label\ncaf\xe9 \x93x\x94,p\n", "latin1")).entries,
    ).toEqual(["p: café “x”"]);
    const utf16 = Buffer.from("\ufeffterm,label\ncafé,p\n", "utf16le");
    expect(read("w.csv", utf16).entries).toEqual(["p: café"]);
  });
});

describe("a LIWC dictionary", () => {
  const HEADER = "%\n1\twater\n2\tloss\n\t21\tgrief\n%\n";

  it("gives each term the labels of its numbers, a category within another as a.b", () => {
    expect(
      read("w.dic", `${HEADER}flood*\t1\t2\nlost  at sea 21\nDon’t\t2\ntop 10\t1 2\n`).entries,
    ).toEqual([
      "water: flood*",
      "loss: flood*",
      "loss.grief: lost at sea",
      "loss: don't",
      "water: top 10",
      "loss: top 10",
    ]);
  });

  it("leaves out entries that count by their neighbours, and those without a known category", () => {
    const text = `${HEADER}like\t(02 134)125/464\nkind\t<of>131/125\nriver\t1\nlake\t9\nsea\n`;
    const { entries, leftOut } = read("w.dic", text);
    expect(entries).toEqual(["water: river"]);
    expect(leftOut).toEqual([
      '6 category "like\t(02 134)125/464" counts by its neighbours: LIWC alone can',
      '7 category "kind\t<of>131/125" counts by its neighbours: LIWC alone can',
      '9 category "lake" is of category 9, which is not among those named',
      '10 category "sea" has no number of a category',
    ]);
  });

  it("takes a line of digits for what it is, however long", () => {
    const { entries, leftOut } = read("w.dic", `${HEADER}river\t1\nx\t${"1".repeat(1500)}x\n`);
    expect(entries).toEqual(["water: river"]);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0]).toContain("has no number of a category");
  });

  it.each([
    ["without its two %", "1\twater\nriver\t1\n", "w.dic:1: the categories of a LIWC dictionary"],
    ["with a broken category", "%\nwater\n%\nriver\t1\n", 'w.dic:2: "water" is no number and name'],
    ["with a number twice", "%\n1\ta\n1\tb\n%\n", "w.dic:3: category 1 stands here twice"],
  ])("is refused %s", (_, text, message) => {
    expect(() => read("w.dic", text)).toThrow(message);
  });
});

describe("a quanteda YAML dictionary", () => {
  it("flattens categories within categories to a.b", () => {
    const text = [
      "water:",
      "  - river",
      "  - Flood*",
      "place:",
      "  town: [Aldmere, 'New Aldmere']",
      "  land:",
      "    - __: [country]",
      "    - south: valley",
    ].join("\n");
    expect(read("w.yml", text).entries).toEqual([
      "water: river",
      "water: flood*",
      "place.town: aldmere",
      "place.town: new aldmere",
      "place.land: country",
      "place.land.south: valley",
    ]);
  });

  it("takes words that YAML has other ideas about as words", () => {
    expect(read("w.yaml", "a: [no, yes, 911, true, null, ~x]\n").entries).toEqual(
      ["no", "yes", "911", "true", "null", "~x"].map((word) => `a: ${word}`),
    );
  });

  it("joins categories of one name and follows no alias", () => {
    const { entries, leftOut } = read("w.yml", "a: &x [one]\na: [two]\nb: *x\n");
    expect(entries).toEqual(["a: one", "a: two"]);
    expect(leftOut).toEqual(["3 term aliases (*name) are not followed"]);
  });

  it.each([
    ["a list without categories", "- river\n- lake\n", "w.yml:1: a dictionary has categories"],
    ["what is no YAML", "a: [river\nb: }\n", /^w\.yml:\d: this is no YAML/],
    ["brackets a thousand deep", `a: ${"[".repeat(100_000)}`, "w.yml:1: "],
    ["categories twenty deep", `${"{a: ".repeat(25)}b${"}".repeat(25)}`, "more than 20 deep"],
  ])("is refused where it is %s", (_, text, message) => {
    expect(() => read("w.yml", text)).toThrow(message);
  });

  it("keeps lone halves of a character out of the database", () => {
    expect(read("w.yml", 'a: ["x\\uD800", b]\n').entries).toEqual(["a: x\ufffd", "a: b"]);
  });
});

describe("any dictionary", () => {
  it("says what it is by the ending of its name", () => {
    expect(() => read("words.docx", "")).toThrow(
      "words.docx: the ending of the name says what a dictionary is: .csv, .tsv, .dic, .yml, .yaml.",
    );
  });

  it("may have 20 MB, 200,000 entries and 300 labels", () => {
    expect(() => read("w.csv", Buffer.alloc((20 << 20) + 1, "a"))).toThrow(
      "w.csv has 21 MB; a dictionary may have 20. Cut it into several.",
    );
    const rows = (count: number, label: (i: number) => string) =>
      `term,label\n${Array.from({ length: count }, (_, i) => `w${i},${label(i)}`).join("\n")}\n`;
    expect(() =>
      read(
        "w.csv",
        rows(200_001, () => "a"),
      ),
    ).toThrow("a lexicon may have 200,000");
    expect(() =>
      read(
        "w.csv",
        rows(301, (i) => `l${i}`),
      ),
    ).toThrow("a lexicon may have 300");
    expect(() => read("w.csv", "term,label\n*,a\n")).toThrow("there is no term in it");
  });

  it("is named by its file unless told otherwise", () => {
    const { lexicon } = read("Moral words 2.0.csv", "term,label\nfair*,care\n,care\n");
    expect(lexicon).toMatchObject({
      slug: "moral_words_2_0",
      title: "Moral words 2.0",
      source: "Moral words 2.0.csv",
      licence: "not stated",
      changes: "Imported from Moral words 2.0.csv, 1 entries, 1 left out.",
    });
    expect(slugFor("2024: Émotions!")).toBe("emotions");
    expect(slugFor("日本")).toBe("lexicon");
    const dictionary = readDictionary("w.csv", Buffer.from("term\na\n"), "own");
    expect(toLexicon(dictionary, { title: "Water", licence: "CC0" }).lexicon).toMatchObject({
      slug: "water",
      title: "Water",
      licence: "CC0",
    });
    expect(() => toLexicon(dictionary, { slug: "No!" })).toThrow('slug "No!" must be lower-case');
  });
});
