import { describe, expect, it } from "vitest";
import { compileCodebook } from "../../codebook/compile.ts";
import { shippedCodebook, shippedFiles } from "../../codebook/shipped.test-support.ts";
import {
  habitWords,
  IS_HABIT,
  IS_REPORTING,
  isListed,
  LIST,
  LIST_NAMES,
  PARTS_OF_WORD,
  wordLists,
} from "./word-lists.ts";

const codebook = shippedCodebook();
const lists = wordLists(codebook);
const words = Array.from({ length: codebook.vocabulary.size }, (_, i) => i + 1);
const named = (list: number) =>
  words.filter((id) => isListed(lists, list, id)).map((id) => codebook.wordOf(id));
const inOneOf = (...names: string[]) =>
  words
    .filter((id) => names.some((name) => codebook.inList(name, id)))
    .map((id) => codebook.wordOf(id));

describe("the numbers of the lists", () => {
  it("are one for each list, from 0 on, and have room in the bits of a word", () => {
    const numbers = Object.values(LIST);
    expect(numbers).toEqual(numbers.map((_, i) => i));
    expect(numbers.length).toBeLessThanOrEqual(32 * PARTS_OF_WORD);
  });
});

describe("wordLists()", () => {
  it("says of every word what the codebook says, for each list", () => {
    for (const name of LIST_NAMES) expect([name, named(LIST[name])]).toEqual([name, inOneOf(name)]);
  });

  it("lets every word stand for a list of cues that an older codebook lacks, so that no turn of phrase is missed", () => {
    const files = shippedFiles();
    const kept = (files["quotation-lists.csv"] ?? "")
      .split("\n")
      .filter((line) => !line.startsWith("PRETENCE_CUE,"));
    const older = compileCodebook({ ...files, "quotation-lists.csv": kept.join("\n") }, "older");
    const found = wordLists(older);
    expect(
      [0, 1, older.vocabulary.size].map((id) => isListed(found, LIST.PRETENCE_CUE, id)),
    ).toEqual([true, true, true]);
    expect(isListed(found, LIST.SIGN_CUE, 0)).toBe(false);
  });

  it("joins reporting verbs, and words of habit", () => {
    expect(named(LIST.REPORTING)).toEqual(inOneOf("SAY", "ARGUE", "CALL", "CLAIM"));
    expect(named(LIST.HABIT)).toEqual(inOneOf("SAID", "ME", "US", "YOU", "IT_IS"));
    expect(named(LIST.REPORTING)).toEqual(
      expect.arrayContaining(["insisted", "dubbed", "alleged"]),
    );
  });

  it("has an unknown word in no list", () => {
    for (const list of Object.values(LIST)) expect(isListed(lists, list, 0)).toBe(false);
    expect(codebook.vocabulary.idOf("wesselish")).toBe(0);
  });

  it("is laid out once for a codebook", () => {
    expect(wordLists(codebook)).toBe(lists);
    expect(wordLists(shippedCodebook())).not.toBe(lists);
  });
});

describe("habitWords()", () => {
  it("says of every word whether it is one of habit, a reporting verb, both or neither", () => {
    const habits = habitWords(lists);
    expect(habits).toHaveLength(codebook.vocabulary.size + 1);
    for (const id of [0, ...words]) {
      const found = habits[id] ?? 0;
      expect((found & IS_HABIT) !== 0).toBe(isListed(lists, LIST.HABIT, id));
      expect((found & IS_REPORTING) !== 0).toBe(isListed(lists, LIST.REPORTING, id));
    }
    expect(habits[codebook.vocabulary.idOf("said")]).toBe(IS_HABIT | IS_REPORTING);
    expect(habits[codebook.vocabulary.idOf("insisted")]).toBe(IS_REPORTING);
  });
});
