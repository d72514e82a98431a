import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../text/tokens.ts";
import { buildVocabulary } from "../../text/vocabulary.ts";
import type { Mistake } from "../codebook-error.ts";
import { ownLexicon } from "./lexicon.test-support.ts";
import { parseUserLexicons } from "./parse-user-lexicons.ts";
import { TermMatcher } from "./term-matcher.ts";
import { termWords } from "./term-words.ts";
import { matchesWord } from "./wildcards.ts";

const NO_WORDS = buildVocabulary([]);

/** The matches in a text as "label: matched text", for a lexicon of rows "label,term". */
function matchesOf(rows: readonly string[], text: string): string[] {
  const mistakes: Mistake[] = [];
  const matcher = new TermMatcher(parseUserLexicons(ownLexicon(rows), mistakes));
  expect(mistakes).toEqual([]);
  const tokens = tokenize(text, NO_WORDS);
  return matcher
    .find("own", tokens, text)
    .map(
      ({ entry, from, to }) =>
        `${entry.label}: ${text.slice(tokens.starts[from], tokens.ends[to - 1])}`,
    );
}

describe("a user lexicon", () => {
  it("matches whatever the case and the apostrophe, and nothing longer", () => {
    expect(matchesOf(["t,don't"], "Don’t! DON'T. Don't's")).toEqual(["t: Don’t", "t: DON'T"]);
  });

  it("doesn't match a possessive unless told to", () => {
    expect(matchesOf(["t,mayor"], "the mayor's house")).toEqual([]);
    expect(matchesOf(["t,mayor*"], "the mayor's house")).toEqual(["t: mayor's"]);
  });

  it.each([
    ["flood*", "flood Floods floodgate aflood", ["flood", "Floods", "floodgate"]],
    ["*phobia", "phobia hydrophobia phobias", ["phobia", "hydrophobia"]],
    ["anti*ism", "antiism anti-elitism antics", ["antiism", "anti-elitism"]],
    ["*deceiv*", "undeceived deceiver deceit", ["undeceived", "deceiver"]],
    ["gr?y", "grey GRAY groovy gry", ["grey", "GRAY"]],
    ["?ore", "more 𝐀ore ore", ["more", "𝐀ore"]],
    ["w?r*s", "wars wires words ws", ["wars", "wires", "words"]],
  ])("reads the wildcards of %s", (term, text, found) => {
    expect(matchesOf([`t,${term}`], text)).toEqual(found.map((word) => `t: ${word}`));
  });

  it("reads brackets, dots and other marks of regular expressions as themselves", () => {
    expect(matchesOf(["t,a.c", "t,(x", "t,[ab]"], "abc a.c (x a [ab]")).toEqual([
      "t: a.c",
      "t: (x",
      "t: [ab]",
    ]);
  });

  it("cuts a term as texts are cut", () => {
    expect(termWords("9/11 u.s. don't anti-* $2,000")).toEqual(
      "9 / 11 u . s . don't anti-* $ 2,000".split(" "),
    );
    expect(matchesOf(["t,9/11", "t,u.s."], "After 9/11 the U.S. left")).toEqual([
      "t: 9/11",
      "t: U.S.",
    ]);
  });

  it("takes any token for a * between words, and doesn't match across other marks", () => {
    expect(matchesOf(["t,not * good"], "not so good, not good, not very, good")).toEqual([
      "t: not so good",
    ]);
    expect(matchesOf(["t,good day"], "Good. Day")).toEqual([]);
  });

  it("lets the longest match of a label win, wherever it stands", () => {
    const rows = ["t,tax", "t,tax cut", "t,cut for the rich"];
    expect(matchesOf(rows, "A tax cut for the rich is a tax cut.")).toEqual([
      "t: tax",
      "t: cut for the rich",
      "t: tax cut",
    ]);
  });

  it("counts a word once a label, however many of its terms match it", () => {
    expect(matchesOf(["t,happy", "t,happ*", "t,*y"], "happy happily")).toEqual([
      "t: happy",
      "t: happily",
    ]);
  });

  it("lets labels overlap: none hinders another", () => {
    expect(matchesOf(["paper,new york times", "city,new york"], "The New York Times")).toEqual([
      "paper: New York Times",
      "city: New York",
    ]);
  });

  it("gives matches of several lexicons apart", () => {
    const [a] = parseUserLexicons(ownLexicon(["x,tax"], "a"), []);
    const [b] = parseUserLexicons(ownLexicon(["x,tax cut"], "b"), []);
    const matcher = new TermMatcher(a && b ? [a, b] : []);
    const tokens = tokenize("a tax cut", NO_WORDS);
    expect(matcher.find("a", tokens, "a tax cut").map(({ to }) => to)).toEqual([2]);
    expect(matcher.find("b", tokens, "a tax cut").map(({ to }) => to)).toEqual([3]);
    expect(matcher.find("c", tokens, "a tax cut")).toEqual([]);
  });

  it("holds 100,000 entries", () => {
    // Every third one with a *; six digits each, so that none begins like another.
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `l${i % 9},w${100_000 + i}${i % 3 ? "" : "*"}`,
    );
    expect(matchesOf(rows, "w199999s w199997 w199997s w100000x")).toEqual([
      "l0: w199999s",
      "l7: w199997",
      "l0: w100000x",
    ]);
  });
});

describe("its matches", () => {
  const word = fc.constantFrom("a", "b", "aa", "ab", "ba", ".", "a-b", "B", "ü");
  const pattern = fc.constantFrom(
    "a",
    "b",
    "a*",
    "*b",
    "?",
    "*",
    "a?",
    "*a*",
    "ba",
    "a-b",
    "u",
    "ü",
  );
  const term = fc.array(pattern, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
  const usable = term.filter((text) => /[abu\u00fc]/u.test(text));

  it("are those of the rule of tokens_lookup() done word for word", () => {
    fc.assert(
      fc.property(
        fc.array(usable, { minLength: 1, maxLength: 5 }),
        fc.array(word, { maxLength: 12 }),
        (terms, words) => {
          const rows = [...new Set(terms)].map((each) => `t,${each}`);
          const text = words.join(" ");
          expect(matchesOf(rows, text)).toEqual(lookup([...new Set(terms)], words));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("never throw, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => matchesOf(["t,a*", "t,*b", "t,*c*", "t,? d"], text)).not.toThrow();
      }),
    );
  });
});

/** The documented rule, plainly: the longest terms first, from the left, no word in two matches. */
function lookup(terms: readonly string[], words: readonly string[]): string[] {
  const taken = new Set<number>();
  const found: { from: number; text: string }[] = [];
  for (const length of [3, 2, 1]) {
    for (let from = 0; from + length <= words.length; from++) {
      const span = words.slice(from, from + length);
      const places = span.map((_, i) => from + i);
      if (places.some((place) => taken.has(place))) continue;
      const fits = terms.some((term) => {
        const parts = term.split(" ");
        return (
          parts.length === length &&
          parts.every((part, i) => matchesWord(part, span[i] ?? "", 0, span[i]?.length ?? 0))
        );
      });
      if (!fits) continue;
      for (const place of places) taken.add(place);
      found.push({ from, text: span.join(" ") });
    }
  }
  return found.sort((a, b) => a.from - b.from).map(({ text }) => `t: ${text}`);
}
