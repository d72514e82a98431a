import { describe, expect, it } from "vitest";
import { tokenize } from "../text/tokens.ts";
import type { CodebookFiles } from "./codebook.ts";
import { compileCodebook } from "./compile.ts";

const HEADER = "term,forms,label,towards,exceptions,source,licence,example";

/** A codebook of one lexicon "words", its rows as "term,forms,label,exceptions". */
function codebookOf(...rows: string[]) {
  const entries = rows.map((row) => {
    const [term, forms, label, exceptions = ""] = row.split(",");
    return `${term},${forms},${label},,${exceptions},own,MIT,`;
  });
  const files: CodebookFiles = {
    "lexicons.csv":
      "id,signal,version,title,source,url,licence,changes\nwords,hedge,1,Words,own,,MIT,\n",
    "lexicons/words.csv": [HEADER, ...entries, ""].join("\n"),
    "rule-lists.csv": "list,word\nmonth,may\nmonth,june\n",
  };
  return compileCodebook(files, "hash");
}

/** The matches in a text as "label: matched text". */
function matchesOf(codebook: ReturnType<typeof codebookOf>, text: string): string[] {
  const tokens = tokenize(text, codebook.vocabulary);
  return codebook.match("words", tokens, text).map(({ entry, from, to }) => {
    return `${entry.label}: ${text.slice(tokens.starts[from], tokens.ends[to - 1])}`;
  });
}

describe("a compiled codebook", () => {
  it("prefers the longest match within a label, from the left", () => {
    const codebook = codebookOf("may,may,m", "may well,may well,m", "well,well,m");
    expect(matchesOf(codebook, "It may well rain; may it? Well.")).toEqual([
      "m: may well",
      "m: may",
      "m: Well",
    ]);
  });

  it("lets matches of different labels overlap", () => {
    const codebook = codebookOf("likely,likely,a", "most likely,most likely,b");
    expect(matchesOf(codebook, "most likely")).toEqual(["b: most likely", "a: likely"]);
  });

  it("falls back on the shorter form where the longer one breaks off", () => {
    const codebook = codebookOf("it is,it is,m", "it is said that,it is said that,m");
    expect(matchesOf(codebook, "It is said, it is.")).toEqual(["m: It is", "m: it is"]);
  });

  it("leaves out a form within one of its exceptions", () => {
    const codebook = codebookOf("puppet,puppet|puppets,m,puppet theat*|sock puppets");
    expect(matchesOf(codebook, "A puppet, the Puppet Theatre's sock puppets.")).toEqual([
      "m: puppet",
    ]);
  });

  it("matches a noun in its possessive with either apostrophe", () => {
    const codebook = codebookOf("regime,regime,m");
    expect(matchesOf(codebook, "the regime's end, the Regime’s start")).toEqual([
      "m: regime's",
      "m: Regime’s",
    ]);
  });

  it("matches a possessive wherever in a form it stands", () => {
    const codebook = codebookOf(
      ...["in the eye,in the eye|in the eye of the storm,m", "the eye,the eye,n"],
    );
    expect(
      matchesOf(codebook, "It's in the eye's corner. In the dark, in the eye of the storm’s."),
    ).toEqual(["m: in the eye's", "n: the eye's", "m: in the eye of the storm’s", "n: the eye"]);
  });

  it("matches every word that begins so for a form with *", () => {
    const codebook = codebookOf("terror,terroris*,m", "war,war on terror*,w");
    expect(matchesOf(codebook, "a terrorist's war on terrorism, terror")).toEqual([
      "m: terrorist's",
      "w: war on terrorism",
      "m: terrorism",
    ]);
  });

  it("doesn't match across punctuation", () => {
    const codebook = codebookOf("may well,may well,m");
    expect(matchesOf(codebook, "In May. Well, no.")).toEqual([]);
  });

  it("knows the words of its lists", () => {
    const codebook = codebookOf("may,may,m");
    expect(codebook.inList("month", codebook.vocabulary.idOf("June"))).toBe(true);
    expect(codebook.inList("month", codebook.vocabulary.idOf("monday"))).toBe(false);
    expect(codebook.inList("no such list", 1)).toBe(false);
  });

  it("matches nothing for a lexicon that it doesn't hold", () => {
    const codebook = codebookOf("may,may,m");
    expect(codebook.match("other", tokenize("may", codebook.vocabulary), "may")).toEqual([]);
  });
});
