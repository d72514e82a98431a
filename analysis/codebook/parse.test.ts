import { describe, expect, it } from "vitest";
import { CodebookError } from "./codebook-error.ts";
import { readCsv } from "./csv.ts";
import { parseCodebook } from "./parse.ts";

const HEADER = "term,forms,label,towards,exceptions,source,licence,example\n";
const FACTS = "id,signal,version,title,source,url,licence,changes\nwords,hedge,1,Words,own,,MIT,\n";

/** What parseCodebook says of a lexicon with these lines below the header. */
function mistakesIn(...lines: string[]): string {
  const files = { "lexicons.csv": FACTS, "lexicons/words.csv": HEADER + lines.join("\n") };
  try {
    parseCodebook(files);
    return "";
  } catch (error) {
    if (error instanceof CodebookError) return error.message;
    throw error;
  }
}

describe("readCsv", () => {
  it("reads quotes, commas and line breaks inside quotes, and counts lines", () => {
    expect(readCsv('\ufeffa,"b, ""c"""\r\n\n"d\ne",\nf')).toEqual([
      { line: 1, fields: ["a", 'b, "c"'] },
      { line: 3, fields: ["d\ne", ""] },
      { line: 5, fields: ["f"] },
    ]);
  });

  it("never throws on a quote that is not closed", () => {
    expect(readCsv('a,"b\nc')).toEqual([{ line: 1, fields: ["a", "b\nc"] }]);
  });
});

describe("parseCodebook", () => {
  it("accepts a sound lexicon", () => {
    expect(mistakesIn("may,may,modal,,,own,MIT,It may rain.")).toBe("");
  });

  it.each([
    ["no label", "may,may,,,,own,MIT,", "lexicons/words.csv:2 label: is empty"],
    ["no source", "may,may,m,,,,MIT,", "lexicons/words.csv:2 source: is empty"],
    ["no licence", "may,may,m,,,own,,", "lexicons/words.csv:2 licence: is empty"],
    ["capitals", "may,May,m,,,own,MIT,", 'forms: "May" is not in lower case with plain'],
    [
      "a mark inside",
      "so so,so; so,m,,,own,MIT,",
      '"so; so" can never match: "so;" is not one word',
    ],
    ["a * inside", "may,m*y,m,,,own,MIT,", '"m*y" is not one word'],
    ["a short stem", "may,ma*,m,,,own,MIT,", "at least 3 letters must stand before the *"],
    ["an idle exception", "may,may,m,,in june,own,MIT,", '"in june" holds no form of the entry'],
    ["a dead form", "may,may,m,,may,own,MIT,", '"may" makes the form dead'],
    ["a decomposed letter", "naïve,naïve,m,,,own,MIT,".normalize("NFD"), "not in Unicode form NFC"],
    ["too few fields", "may,may,m", "3 fields, the header has 8"],
  ])("refuses %s", (_, line, message) => {
    expect(mistakesIn(line)).toContain(message);
  });

  it("reads a lexicon that has strength and not towards, and refuses a strength that there is not", () => {
    const header = HEADER.replace("towards", "strength");
    const parse = (strength: string) =>
      parseCodebook({
        "lexicons.csv": FACTS,
        "lexicons/words.csv": `${header}may,may,m,${strength},,own,MIT,`,
      }).lexicons.get("words")?.entries[0];
    expect(parse("strong")).toMatchObject({ strength: "strong", towards: "" });
    expect(() => parse("huge")).toThrow('strength: "huge" is none of weak, medium, strong');
  });

  it("refuses a form with two entries, and entries out of order", () => {
    const message = mistakesIn("may,may,m,,,own,MIT,", "could,could|may,m,,,own,MIT,");
    expect(message).toContain('lexicons/words.csv:3 forms: "may" stands in line 2 too');
    expect(message).toContain('lexicons/words.csv:3 term: "could" must stand before "may"');
  });

  it("names a lexicon's missing file and a file that nobody asked for", () => {
    expect(() => parseCodebook({ "lexicons.csv": FACTS, "lexicons/more.csv": HEADER })).toThrow(
      "lexicons/words.csv:1: is missing: lexicons.csv names it\n" +
        "lexicons/more.csv:1: is no file of a codebook, or lexicons.csv lacks it",
    );
  });

  it("reads the quotation tables", () => {
    const header = "rule,description,direct,partial,scare,title,term,mention,other,distanced\n";
    const parsed = parseCodebook({
      "lexicons.csv": FACTS,
      "lexicons/words.csv": `${HEADER}may,may,modal,,,own,MIT,`,
      "quotation-lists.csv": "list,word\nSAY,said\nSAY,says\n",
      "quotation-weights.csv": `${header}bias,,0.5,,-1,,,,,-2\nthreshold,,,,0.28,,,,,0.3\nL1,One word,,,0.3,,,,,0.4\n`,
    });
    expect(parsed.lists.get("SAY")).toEqual(["said", "says"]);
    expect(parsed.quotationWeights.bias).toMatchObject({ direct: 0.5, partial: 0, scare: -1 });
    expect(parsed.quotationWeights.scareThreshold).toBe(0.28);
    expect(parsed.quotationWeights.rules).toEqual(new Map([["L1", { scare: 0.3 }]]));
    expect(parsed.quotationWeights.distanced).toEqual({
      bias: -2,
      rules: new Map([["L1", 0.4]]),
      threshold: 0.3,
    });
  });
});
