import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidatesOf, matchesQuery } from "./candidates.ts";
import { readQuery, type SearchQuery } from "./query.ts";
import { showPattern } from "./word-pattern.ts";

/** The query written out with every parenthesis. */
function show(query: SearchQuery | null): string {
  if (query === null) return "";
  if (query.kind === "words") return `"${query.patterns.map(showPattern).join(" ")}"`;
  if (query.kind === "not") return `-${show(query.query)}`;
  return `(${query.queries.map(show).join(` ${query.kind} `)})`;
}

const read = (text: string) => show(readQuery(text).query);
const problem = (text: string) => readQuery(text).problem;

describe("readQuery", () => {
  test.each([
    ["", ""],
    ["  ", ""],
    ["dam", '"dam"'],
    ["Dam Quarry", '("dam" and "quarry")'],
    ["dam AND quarry OR river", '(("dam" and "quarry") or "river")'],
    ["dam (quarry OR river)", '("dam" and ("quarry" or "river"))'],
    ['"White  House" -dam', '("white house" and -"dam")'],
    ["NOT dam quarry", '(-"dam" and "quarry")'],
    ["NOT NOT dam", '"dam"'],
    ["-(dam OR quarry)", '-("dam" or "quarry")'],
    ["terror* don’t", `("terror*" and "don't")`],
    ["pro-Russian U.S.", '("pro-russian" and "u s")'],
    ["and or not", '("and" and "or" and "not")'],
    ["“so called” dam", '("so called" and "dam")'],
    ['"the * house"', '"the * house"'],
    ["te**st*", '"te*st*"'],
  ])("reads %j", (text, written) => {
    expect(problem(text)).toBeNull();
    expect(read(text)).toBe(written);
  });

  test.each([
    ['dam "white', "has a quotation mark at character 5 that is never closed"],
    ["dam OR", "ends after OR (character 5): a word must follow"],
    ["AND dam", "has AND at character 1 where a word must stand"],
    ["dam AND OR river", "has OR at character 9 where a word must stand"],
    ["dam (river", "has a ( at character 5 that is never closed"],
    ["dam) river", "has a ) at character 4 that closes nothing"],
    ["()", "has ) at character 2 where a word must stand"],
    ["dam —", "has no word in it at character 5"],
    ["*", "needs 2 letters or more before the * at character 1, or a whole word beside it"],
    ["dam t*", "needs 2 letters or more before the * at character 5, or a whole word beside it"],
    ['"* *"', "needs 2 letters or more before the * at character 1, or a whole word beside it"],
    ["(".repeat(30), "is nested more than 20 deep at character 21"],
    ["a ".repeat(41), "must have at most 40 words"],
    ["a".repeat(501), "must have at most 500 characters"],
  ])("says what is wrong with %j", (text, sentence) => {
    expect(readQuery(text)).toEqual({ query: null, problem: sentence });
  });

  test("never throws: any text is a query, nothing, or a sentence", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "dam",
        '"',
        "“",
        "(",
        ")",
        "-",
        "AND",
        "OR",
        "NOT",
        "*",
        "te*",
        " ",
        "'",
        "\\",
        "\u0000",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { query, problem } = readQuery(pieces.join(""));
        if (problem !== null) {
          expect(query).toBeNull();
          expect(problem).toMatch(/^(has|ends|needs|is|must) /);
        } else if (query) {
          expect(typeof candidatesOf(query).exact).toBe("boolean");
          expect(typeof matchesQuery(query, { headline: "a", teaser: "", body: "b" })).toBe(
            "boolean",
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("candidatesOf", () => {
  test.each([
    ["dam", "'dam'", true],
    ["terror*", "'terror':*", true],
    ["dam OR -quarry", "('dam' | !'quarry')", true],
    ['"white house"', "('white' & 'house')", false],
    ['-"white house"', null, false],
    ['dam -"white house"', "'dam'", false],
    ['-("white house" OR dam)', "!'dam'", false],
    ["don't*", "'don''t':*", true],
    ["te*st", "'te':*", false],
    ['"the * house"', "('the' & 'house')", false],
  ])("looks %j up", (text, tsquery, exact) => {
    const { query } = readQuery(text);
    expect(query && candidatesOf(query)).toEqual({ tsquery, exact });
  });
});

describe("matchesQuery", () => {
  const article = {
    headline: "White House says no",
    teaser: "",
    body: "The so-called “Republic” of whitehouse; white, house terrorists' claims",
  };
  test.each([
    ['"white house"', true],
    ['"House says"', true],
    ['"no the"', false],
    ["whitehouse", true],
    ['"of whitehouse white house"', true],
    ['"so called"', false],
    ["so-called", true],
    ["terrorist", false],
    ["terrorists'", true],
    ["terrorists", true],
    ["t* republic", null],
    ["te*ts", true],
    ["te*tz", false],
    ['"the * republic"', true],
    ['"* * republic"', true],
    ['says -"white house"', false],
    ["says OR nothing", true],
  ])("%j: %j", (text, holds) => {
    const { query } = readQuery(text);
    expect(query && matchesQuery(query, article)).toBe(holds);
  });
});
