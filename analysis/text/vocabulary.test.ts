import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOLD, fold } from "./fold.ts";
import { buildVocabulary, hashWord } from "./vocabulary.ts";

describe("buildVocabulary()", () => {
  it("numbers words from 1 and knows each again in any case and with either apostrophe", () => {
    const vocabulary = buildVocabulary(["Don't", "regime", "don’t", "Über"]);
    expect(vocabulary.size).toBe(3);
    expect(vocabulary.idOf("don't")).toBe(1);
    expect(vocabulary.idOf("DON’T")).toBe(1);
    expect(vocabulary.idOf("REGIME")).toBe(2);
    expect(vocabulary.lookup("the Regime fell", 4, 10)).toBe(2);
    expect(vocabulary.idOf("über")).toBe(3);
  });

  it("takes the non-breaking hyphen for a hyphen", () => {
    expect(buildVocabulary(["pro-river"]).idOf("Pro\u2011River")).toBe(1);
  });

  it("does not know the empty word, parts of words, or names of object properties", () => {
    const vocabulary = buildVocabulary(["", "hard", "hardline"]);
    expect(vocabulary.size).toBe(2);
    for (const word of ["", "har", "hardl", "constructor", "__proto__", "toString"]) {
      expect(vocabulary.idOf(word)).toBe(0);
    }
    expect(buildVocabulary(["__proto__", "constructor"]).idOf("constructor")).toBe(2);
  });

  it("finds exactly the words it was given, whatever they are made of", () => {
    const word = fc.string({ unit: "binary", minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 20 }),
        fc.array(word, { maxLength: 20 }),
        (known, others) => {
          const vocabulary = buildVocabulary(known);
          const folded = new Map<string, number>();
          for (const entry of known) {
            const key = fold(entry, 0, entry.length);
            if (!folded.has(key)) folded.set(key, folded.size + 1);
          }
          expect(vocabulary.size).toBe(folded.size);
          for (const entry of [...known, ...others]) {
            const id = folded.get(fold(entry, 0, entry.length)) ?? 0;
            const inText = vocabulary.lookup(`x${entry}x`, 1, 1 + entry.length);
            expect([vocabulary.idOf(entry), inText]).toEqual([id, id]);
          }
        },
      ),
    );
  });

  it("keeps thousands of words apart", () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `word${i.toString(36)}`);
    const vocabulary = buildVocabulary(words);
    expect(words.map((word) => vocabulary.idOf(word))).toEqual(words.map((_, i) => i + 1));
  });
});

describe("fold()", () => {
  it("is stable: folding twice changes nothing", () => {
    const changed = FOLD.filter((folded) => FOLD[folded] !== folded);
    expect([...changed]).toEqual([]);
  });

  it("keeps the length, even where lower case would be longer", () => {
    expect(fold("İX", 0, 2)).toBe("İx");
  });
});

describe("hashWord()", () => {
  it("is the same for words that fold alike", () => {
    expect(hashWord("a Don’t", 2, 7)).toBe(hashWord("don't", 0, 5));
  });
});
