import { describe, expect, it } from "vitest";
import { parseQuotedWords } from "./parse-quoted-words.ts";

const HEADER = "words,quotations,direct,partial,scare,title,term,mention\n";

function parse(rows: string): { lists: Map<string, string[]>; mistakes: string[] } {
  const lists = new Map<string, string[]>();
  const mistakes: string[] = [];
  parseQuotedWords(HEADER + rows, lists, (line, field, message) => {
    mistakes.push(`${line} ${field}: ${message}`);
  });
  return { lists, mistakes };
}

describe("parseQuotedWords", () => {
  it("puts a word into the list of its grade, and of the weaker one", () => {
    const { lists } = parse("dark sky,9,,-2,,,2,\nnonsense,12,,1,,,-1,\n");
    expect(Object.fromEntries(lists)).toEqual({
      PARTIAL_SELDOM: ["dark sky"],
      PARTIAL_HARDLY: ["dark sky"],
      TERM_OFTEN: ["dark sky"],
      TERM_MOSTLY: ["dark sky"],
      PARTIAL_OFTEN: ["nonsense"],
      TERM_SELDOM: ["nonsense"],
    });
  });

  it("names a grade that is none, and a word that stands there twice", () => {
    expect(parse("reform,9,,,3,,,\nreform,9,,,1,,,\n").mistakes).toEqual([
      '2 scare: "3" is no grade from -2 to 2',
      '3 words: "reform" stands here twice',
    ]);
  });
});
