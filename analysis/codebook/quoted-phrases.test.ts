import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phraseHash } from "../signals/quotation-function/echo-index.ts";
import { layOut } from "../signals/quotation-function/layout.ts";
import { indexText } from "../text/index-text.ts";
import { buildVocabulary } from "../text/vocabulary.ts";
import { CodebookError } from "./codebook-error.ts";
import { readCsv } from "./csv.ts";
import { parseCodebook } from "./parse.ts";
import {
  isPhraseOf,
  LONGEST_PHRASE,
  PHRASE_LISTS,
  type PhraseList,
  QuotedPhrases,
} from "./quoted-phrases.ts";
import { shippedFiles } from "./shipped.test-support.ts";

const vocabulary = buildVocabulary([]);

/** The lists that a quotation with these words is in, by its tokens as the engine reads them. */
function listsOf(phrases: QuotedPhrases, words: string): PhraseList[] {
  const hash = phraseHash(layOut(indexText(`“${words}”`, vocabulary)), 0, LONGEST_PHRASE);
  return PHRASE_LISTS.filter((list) => isPhraseOf(hash === null ? 0 : phrases.listsOf(hash), list));
}

function phrasesWith(...known: [PhraseList, string][]): QuotedPhrases {
  const phrases = new QuotedPhrases();
  for (const [list, phrase] of known) phrases.add(list, phrase);
  return phrases;
}

describe("QuotedPhrases", () => {
  const phrases = phrasesWith(
    ["TERM_OF_ART", "spring tide"],
    ["WORK_NAME", "spring tide"],
    ["IDIOM", "any port in a storm"],
    ["WORK_NAME", "the sailors' rovin' 'n' rowin'"],
  );

  it("knows a phrase in each of its lists", () => {
    expect(listsOf(phrases, "spring tide")).toEqual(["TERM_OF_ART", "WORK_NAME"]);
    expect(listsOf(phrases, "any port in a storm")).toEqual(["IDIOM"]);
  });

  it("asks neither for capitals nor for marks around the words", () => {
    expect(listsOf(phrases, "Any Port in a STORM,")).toEqual(["IDIOM"]);
    expect(listsOf(phrases, "spring  tide!")).toEqual(["TERM_OF_ART", "WORK_NAME"]);
  });

  it("knows words with an apostrophe at an end, which is a mark of its own in a text", () => {
    expect(listsOf(phrases, "The Sailors’ Rovin’ ’n’ Rowin’")).toEqual(["WORK_NAME"]);
  });

  it.each([
    "spring",
    "tide spring",
    "springtide",
    "spring tides",
    "a spring tide",
    "spring tide is",
  ])("takes “%s” for another phrase", (words) => {
    expect(listsOf(phrases, words)).toEqual([]);
  });

  it("knows what was added and nothing else, whatever the words", () => {
    const word = fc.stringMatching(/^[a-zäöüéñ]{1,9}$/);
    const phrase = fc.array(word, { minLength: 1, maxLength: LONGEST_PHRASE });
    const added = fc.tuple(fc.constantFrom(...PHRASE_LISTS), phrase);
    fc.assert(
      fc.property(fc.array(added, { maxLength: 8 }), phrase, (known, other) => {
        const all = phrasesWith(
          ...known.map(([list, words]): [PhraseList, string] => [list, words.join(" ")]),
        );
        const asked = [...known.map(([, words]) => words), other].map((words) => words.join(" "));
        for (const words of asked) {
          const lists = known.filter(([, listed]) => listed.join(" ") === words);
          const expected = PHRASE_LISTS.filter((list) => lists.some(([name]) => name === list));
          expect(listsOf(all, words)).toEqual(expected);
        }
      }),
    );
  });
});

describe("quoted-phrases.csv", () => {
  /** What parseCodebook says of the file. */
  function mistakesIn(content: string): string[] {
    const facts = "id,signal,version,title,source,url,licence,changes\n";
    try {
      parseCodebook({ "lexicons.csv": facts, "quoted-phrases.csv": content });
      return [];
    } catch (error) {
      if (error instanceof CodebookError) return error.message.split("\n");
      throw error;
    }
  }

  it("may be missing: no phrase is known then", () => {
    const parsed = parseCodebook({
      "lexicons.csv": "id,signal,version,title,source,url,licence,changes\n",
    });
    expect(listsOf(parsed.quotedPhrases, "spring tide")).toEqual([]);
  });

  it("may name a phrase in two lists, and one of six words", () => {
    const lines =
      "IDIOM,spring tide\nSLOGAN,one two three four five six\nTERM_OF_ART,spring tide\n";
    expect(mistakesIn(`list,phrase\n${lines}`)).toEqual([]);
  });

  it("is refused with file, line and field of each mistake", () => {
    const lines = [
      "IDIOM,spring tide",
      "PROVERB,high water",
      "SLOGAN,",
      "SLOGAN,one two three four five six seven",
      "IDIOM,spring tide",
      "IDIOM,neap  tide",
    ];
    expect(mistakesIn(`list,phrase\n${lines.join("\n")}\n`)).toEqual([
      'quoted-phrases.csv:3 list: "PROVERB" is not one of TERM_OF_ART, WORK_NAME, DISPUTED_NAME, SLOGAN, IDIOM',
      "quoted-phrases.csv:4 phrase: is empty",
      'quoted-phrases.csv:5 phrase: "one two three four five six seven" has more than 6 words',
      'quoted-phrases.csv:6 phrase: "spring tide" is in IDIOM twice',
      'quoted-phrases.csv:7 phrase: "neap  tide" has two blanks in a row',
    ]);
    expect(mistakesIn("list,phrase\nIDIOM, low water\n")).toEqual([
      "quoted-phrases.csv:2 phrase: has blanks at an end",
    ]);
    expect(mistakesIn("phrase,list\n")).toEqual([
      "quoted-phrases.csv:1: the header must be list,phrase",
    ]);
  });

  it("has, as shipped, no phrase that quoted words can't match", () => {
    const files = shippedFiles();
    const { quotedPhrases } = parseCodebook(files);
    const shipped = readCsv(files["quoted-phrases.csv"] ?? "").slice(1);
    const dead = shipped.filter(
      ({ fields: [list, phrase = ""] }) =>
        !listsOf(quotedPhrases, phrase).includes(list as PhraseList),
    );
    expect(shipped.length).toBeGreaterThan(10_000);
    expect(dead.map(({ fields }) => fields.join(","))).toEqual([]);
  });
});
