import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedEnd, repeatsBody } from "./counted.ts";
import { indexArticle } from "./index-article.ts";
import { indexText } from "./index-text.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary([]);

function counted(text: string): string {
  return text.slice(0, countedEnd(text));
}

describe("countedEnd()", () => {
  it.each([
    ["The quay is closing... 03.05.2021, Harbour News Agency", "The quay is closing..."],
    ["The quay is closing. 3.5.2021, Harbour News Agency\n ", "The quay is closing."],
    ["The quay is closing\n2021-05-03, Quay", "The quay is closing"],
    ["03/05/2021, The Voice of the River", ""],
    ["The quay is closing. (Reuters)", "The quay is closing."],
    ["The quay is closing. — AP", "The quay is closing."],
    ["The quay is closing.\nAssociated Press", "The quay is closing."],
    ["The quay is closing. — dpa", "The quay is closing."],
    ["The quay is closing on Monday/AP.", "The quay is closing on Monday"],
  ])("ends %j before its credit", (text, expected) => {
    expect(counted(text)).toBe(expected);
  });

  it.each([
    "The quay closed on 03.05.2021",
    "The quay closed on 03.05.2021, and Ann Perry left",
    "The quay closed 03.05.2021, Ann Perry said. Nobody came.",
    "He works for Reuters",
    "They sailed (Perry)",
    "",
    " \n",
  ])("counts all of %j", (text) => {
    expect(countedEnd(text)).toBe(text.length);
  });

  it("looks at the end of a long text alone", () => {
    const text = `${"03.05.2021, Ann ".repeat(100_000)}left. ${" ".repeat(1_000_000)}`;
    expect(countedEnd(text)).toBe(text.length);
  });
});

describe("repeatsBody()", () => {
  const body =
    "The old quay at Rivermouth will close for good in May, the board said. Nobody objected.";
  const repeats = (teaser: string) =>
    repeatsBody(indexText(teaser, vocabulary), indexText(body, vocabulary));

  it("knows a teaser that stands in the body, whatever its case and marks", () => {
    expect(repeats("The old quay at Rivermouth will close for good in May")).toBe(true);
    expect(repeats("THE OLD QUAY – at Rivermouth – will close")).toBe(true);
    expect(repeats("will close for good in May, the board said. Nobod...")).toBe(true);
  });

  it("lets a teaser of other words, or of fewer than five, count", () => {
    expect(repeats("The board at Rivermouth will close the old quay in May")).toBe(false);
    expect(repeats("The old quay at")).toBe(false);
    expect(repeats("")).toBe(false);
    expect(repeats("The old quay at Rivermouth will stay open as long as the board wants")).toBe(
      false,
    );
  });
});

describe("repeatsBody(), for any texts", () => {
  const anyText = fc
    .array(fc.constantFrom("a", "b", "c", "d", "lake", "rose", ",", "(", "."), { maxLength: 40 })
    .map((tokens) => tokens.join(" "));

  /** Sequences of five words, as strings. */
  function sequences(text: string): string[] {
    const words = text.match(/[a-z]+/g) ?? [];
    return words.slice(4).map((_, i) => words.slice(i, i + 5).join(" "));
  }

  it("says what counting sequences says", () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (first, second, joined) => {
        const text = joined ? `${second} ${first}` : second;
        const wanted = [...new Set(sequences(first))];
        const found = wanted.filter((sequence) => sequences(text).includes(sequence)).length;
        const repeats = wanted.length > 0 && text !== "" && found >= 0.8 * wanted.length;
        expect(repeatsBody(indexText(first, vocabulary), indexText(text, vocabulary))).toBe(
          repeats && sequences(text).length > 0,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe("indexArticle()", () => {
  it("indexes neither a trailing credit nor a teaser that repeats the body", () => {
    const body = "The “old” quay will close in May. Ann “Ro” Perry said so... 03.05.2021, Quay";
    const fresh = indexArticle(
      { headline: "A “b”", teaser: "No “more” boats. (AP)", body },
      vocabulary,
    );
    expect(fresh.headline.quotations).toHaveLength(1);
    expect(fresh.teaser.tokens.words).toBe(3);
    expect(fresh.body.tokens.words).toBe(12);
    const repeated = indexArticle({ headline: "", teaser: body, body }, vocabulary);
    expect(repeated.teaser.tokens.count).toBe(0);
    expect(repeated.teaser.quotations).toEqual([]);
    expect(repeated.body).toEqual(fresh.body);
  });
});
