import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCodebook } from "../../codebook/shipped.test-support.ts";
import { QuotationContext } from "./context.ts";
import { holds, idsThatHold, placesOf, readQuotations } from "./rows.test-support.ts";
import { ROW_IDS } from "./rows.ts";
import { LIST_NAMES } from "./word-lists.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../codebook/${name}`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
const weights = read("quotation-weights.csv").filter((line) => !/^(bias|threshold),/.test(line));
const lists = read("quotation-lists.csv").map((line) => line.split(",") as [string, string]);

describe("the rows of evidence", () => {
  it("are 178, each with one line in quotation-weights.csv, in its order", () => {
    expect(ROW_IDS).toHaveLength(178);
    expect(weights.map((line) => line.split(",")[0])).toEqual(ROW_IDS);
  });

  it("are each described in words of their own", () => {
    const descriptions = weights.map((line) => /^\w+,("[^"]*"|[^,]*),/.exec(line)?.[1]);
    expect(descriptions.every((description) => description)).toBe(true);
    expect(new Set(descriptions).size).toBe(178);
  });

  it("read every list of quotation-lists.csv, and no other", () => {
    expect([...new Set(lists.map(([list]) => list))].sort()).toEqual([...LIST_NAMES].sort());
  });

  it("have lists of unique lower-case words in order", () => {
    for (const name of LIST_NAMES) {
      const words = lists.filter(([list]) => list === name).map(([, word]) => word);
      expect(words).toEqual([...new Set(words)].sort());
      expect(words).toEqual(words.map((word) => word.toLowerCase()));
    }
  });
});

/** Rows whose description names what their group needs: without it they don't hold, whatever they ask besides. */
const NEEDS: Readonly<Record<string, (q: QuotationContext) => boolean>> = {
  A25: (q) => q.verbBefore !== null,
  A34: (q) => q.verbBefore !== null,
  I12: (q) => q.words.length <= 6,
  I14: (q) => q.words.length <= 6,
  A28: (q) => q.attributions.length === 0 && q.hasCueBeside,
  A29: (q) => q.attributions.length === 0 && q.hasCueBeside,
  I13: (q) => q.words.length <= 6,
  A26: (q) => q.attributions.length > 0,
  A27: (q) => q.attributions.length > 0,
  ...Object.fromEntries(
    ["G18", "H1", "H2", "H3", "H4", "H5"].map((id) => [id, (q: QuotationContext) => q.inHeadline]),
  ),
};

const MARKS = [",", ",", ":", "—", "(", ")", "so-", "’s", "3", "?"];
/** Words that rows of phrases, turns of phrase and echoes ask for. */
const PHRASES = ["hung parliament", "silver bullet", "experts", "yes we can", "meet the press"];
const TURNS = ["in the name of", "the so-called", "is known as", "the concept of", "of course"];
/** A word of the evidence, a name, a mark or a turn of phrase. */
const anyWord = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...lists.map(([, word]) => word)) },
  { weight: 2, arbitrary: fc.constantFrom("Wessel", "Ann", "Gulls", "the", "said", "is", "of") },
  { weight: 1, arbitrary: fc.constantFrom(...MARKS, ...TURNS) },
);
const anyWords = (maxLength: number) =>
  fc.array(anyWord, { maxLength }).map((words) => words.join(" "));
const quote = ([open, close]: [string, string], inside: string) => `${open}${inside}${close}`;
const anyQuotation = fc.oneof(
  fc.constantFrom(...PHRASES).map((phrase): [[string, string], string] => [["“", "”"], phrase]),
  fc.tuple(fc.constantFrom<[string, string]>(["“", "”"], ["‘", "’"]), anyWords(9)),
  fc
    .tuple(anyWords(3), anyWords(3), anyWords(3))
    .map(([before, nested, after]): [[string, string], string] => [
      ["“", "”"],
      `${before} ‘${nested}’ ${after}`,
    ]),
);
const anySentence = fc
  .array(fc.tuple(anyWords(8), anyQuotation, anyWords(8)), { minLength: 1, maxLength: 3 })
  .chain((clauses) =>
    fc
      .constantFrom(".", "?", ".\n\n")
      .map(
        (end) =>
          clauses
            .map(([before, quotation, after]) => `${before} ${quote(...quotation)} ${after}`)
            .join(", ") + end,
      ),
  );
const anyArticle = fc.record({
  headline: fc.oneof(fc.constant("Ferry sails again"), anySentence),
  teaser: fc.oneof(fc.constant(""), anySentence),
  body: fc.array(anySentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
});

describe("rowsThatHold", () => {
  const codebook = shippedCodebook();

  it("finds every row that holds for itself, whatever its group needs", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        for (const q of readQuotations(article, codebook)) {
          const holding = ROW_IDS.filter((id) => (NEEDS[id]?.(q) ?? true) && holds(id, q));
          expect([...idsThatHold(q)].sort()).toEqual([...holding].sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  it("names no row twice, and of lengths exactly one where there are words", () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        for (const q of readQuotations(article, codebook)) {
          const held = idsThatHold(q);
          expect(new Set(held).size).toBe(held.length);
          const lengths = held.filter((id) => id.startsWith("L"));
          expect(lengths).toHaveLength(q.words.length === 0 ? 0 : 1);
        }
      }),
    );
  });

  it("knows whether a headline asks, wherever its question mark stands, and of no other part", () => {
    const asks = (headline: string, body: string) =>
      readQuotations({ headline, teaser: "", body }, codebook).map((q) =>
        idsThatHold(q).includes("H5"),
      );
    expect(asks("Ferry “sails”? Ann says so", "")).toEqual([true]);
    expect(asks("Who “sails”, and “where”?", "“Why?” asked Ann.")).toEqual([true, true, false]);
    expect(asks("Ferry “sails” again", "“Why?” asked Ann.")).toEqual([false, false]);
  });

  it("says the same of a quotation, whichever was read with its context before", () => {
    const context = new QuotationContext();
    fc.assert(
      fc.property(anyArticle, (article) => {
        const alone = readQuotations(article, codebook).map(idsThatHold);
        const backwards = placesOf(article, codebook).reverse();
        const oneByOne = backwards.map((place) => idsThatHold(context.read(...place)));
        expect(oneByOne.reverse()).toEqual(alone);
      }),
    );
  });
});
