import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findParagraphs } from "./paragraphs.ts";
import { findQuotations } from "./quotations.ts";
import { tokenize } from "./tokens.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary([]);

function find(text: string) {
  const tokens = tokenize(text, vocabulary);
  return findQuotations(text, tokens, findParagraphs(text, tokens.lineBreaks));
}

function quoted(text: string): string[] {
  return find(text).quotations.map(({ start, end }) => text.slice(start, end));
}

describe("findQuotations()", () => {
  it.each([
    ["straight", 'They called it "a mess" and left.', ["a mess"]],
    ["curly", "They called it “a mess” and left.", ["a mess"]],
    ["curly single", "They called it ‘a mess’ and left.", ["a mess"]],
    ["straight single", "They called it 'a mess' and left.", ["a mess"]],
    ["French", "Il parle d’un « gâchis » et d’un «oubli».", [" gâchis ", "oubli"]],
    ["German low-high", "Er nannte es „ein Chaos“ und ‚Unfug‘.", ["ein Chaos", "Unfug"]],
    ["German guillemets", "Das »Chaos« und der ›Unfug‹ blieben.", ["Chaos", "Unfug"]],
    ["Swedish", "Det var ”en röra” igen.", ["en röra"]],
    ["doubled apostrophes", "It was ''a mess'' and ``a shame''.", ["a mess", "a shame"]],
    ["backtick", "It was `a mess' again.", ["a mess"]],
    ["mixed forms", 'It was “a mess" and "a shame”.', ["a mess", "a shame"]],
    ["glued", 'a tale of "two quays".Harbour news: “Yes”Then "no".', ["two quays", "Yes", "no"]],
    ["stuck to a hyphen", "the anti-“quay” camp and the anti-'quay' camp", ["quay", "quay"]],
    ["around the whole", '"Yes."', ["Yes."]],
    ["after a bracket", '("Dock House") and ["Pier"]', ["Dock House", "Pier"]],
    ["beginning with dots", 'He said "...and then" and "$5 a head".', ["...and then", "$5 a head"]],
  ])("finds %s marks", (_name, text, expected) => {
    expect(quoted(text)).toEqual(expected);
    expect(find(text).unbalanced).toBe(0);
  });

  it.each([
    ["apostrophes", "Don't say it’s Perry's, he’d’ve said; rock 'n' roll, rock ‘n’ roll."],
    ["possessives", "The pilots' union met the diplomats’ families and Cruz’ crew."],
    ["decades", "The '90s, the ’80s and the ‘70s were calm."],
    ["elisions", "'Tis the season, get ’em, stick 'em up, nothin’ doing, ‘twas late."],
    ["inches and feet", 'A 12" pipe, a 6\'2" man, a 9” nail and a 2"x4" beam.'],
    ["attributes", 'poster="pier.jpg" id="12" and {"name":"quay","size":12,"open":"yes"}'],
    ["empty marks", 'Nothing in "" or “” here.'],
  ])("finds no quotation in %s", (_name, text) => {
    expect(quoted(text)).toEqual([]);
    expect(find(text).unbalanced).toBe(0);
  });

  it("takes s' as a possessive only while a later mark closes the quotation", () => {
    expect(quoted("Ann said ‘the pilots’ union won’ again.")).toEqual(["the pilots’ union won"]);
    expect(quoted("Ann said 'the pilots' union won' again.")).toEqual(["the pilots' union won"]);
    expect(quoted("Ann said ‘the pilots’ had won.")).toEqual(["the pilots"]);
    expect(quoted("Ann met ‘the pilots’ and ‘the cooks’ there.")).toEqual([
      ...["the pilots", "the cooks"],
    ]);
  });

  it("opens an elision where a closer follows it", () => {
    expect(quoted("They sang ‘Til the Boats Come Home’ twice.")).toEqual([
      "Til the Boats Come Home",
    ]);
    expect(quoted("They sang '90s songs' twice.")).toEqual([]);
  });

  it("opens a straight single mark only with a closer within 400 characters", () => {
    const far = "x ".repeat(200);
    expect(quoted(`He said 'no ${far}' then.`)).toEqual([]);
    expect(quoted("He said 'no x x x' then.")).toEqual(["no x x x"]);
  });

  it("gives nested quotations after the one they stand in, with depth and parent", () => {
    const text = "“He said ‘no, “never” again’ twice” and ‘“so” he’";
    const { quotations } = find(text);
    expect(quoted(text)).toEqual([
      "He said ‘no, “never” again’ twice",
      "no, “never” again",
      "never",
      "“so” he",
      "so",
    ]);
    expect(quotations.map((span) => span.depth)).toEqual([0, 1, 2, 0, 1]);
    expect(quotations.map((span) => span.parent)).toEqual([-1, 0, 1, -1, 3]);
    expect(quotations.map((span) => span.single)).toEqual([false, true, false, true, false]);
  });

  it("nests curly double marks in straight ones and the other way round", () => {
    expect(quoted('She said: "I saw “the pier” sink."')).toEqual([
      "I saw “the pier” sink.",
      "the pier",
    ]);
    expect(quoted('She said: “I saw "the pier" sink.”')).toEqual([
      'I saw "the pier" sink.',
      "the pier",
    ]);
  });

  it("drops an opener that another one follows, and counts it", () => {
    expect(quoted('a "pipe and "the long" weir')).toEqual(["the long"]);
    expect(find('a "pipe and "the long" weir').unbalanced).toBe(1);
    expect(find("the weir” stood").unbalanced).toBe(1);
  });

  it("never carries an open mark into another paragraph", () => {
    const text = "He said “no.\nShe said “yes” and left.";
    expect(quoted(text)).toEqual(["yes"]);
    expect(find(text).unbalanced).toBe(1);
  });

  it("continues a speech where the next paragraph opens again", () => {
    const text = "He said: “One ‘a’.\n\n“Two.\r\n“Three.”\n“Four.” he said.";
    const { quotations, unbalanced } = find(text);
    expect(quoted(text)).toEqual(["One ‘a’.", "a", "Two.", "Three.", "Four."]);
    expect(quotations.map((span) => span.continued)).toEqual([true, false, true, false, false]);
    expect(quotations.map((span) => span.closeWidth)).toEqual([0, 1, 0, 1, 1]);
    expect(unbalanced).toBe(0);
  });

  it("continues a speech whose paragraphs are glued together", () => {
    const text = "“One tide is enough.“Two are too many,” he said.";
    expect(quoted(text)).toEqual(["One tide is enough.", "Two are too many,"]);
    expect(find(text).quotations[0]?.continued).toBe(true);
  });

  it("gives spans in order that lie inside the text, never cross and know their parents", () => {
    const marks = fc.constantFrom(..."\"'`“”‘’„‚«»‹› \n.as1=-(");
    const text = fc.oneof(
      fc.string({ unit: marks, maxLength: 60 }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const { quotations, unbalanced } = find(value);
        expect(unbalanced).toBeGreaterThanOrEqual(0);
        let start = -1;
        quotations.forEach((span, index) => {
          expect(span.start).toBeGreaterThan(start);
          start = span.start;
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end + span.closeWidth).toBeLessThanOrEqual(value.length);
          expect(value.slice(span.start, span.end)).not.toMatch(/[\n\r]/);
          const parent = quotations[span.parent];
          expect(span.depth).toBe(parent ? parent.depth + 1 : 0);
          expect(span.parent).toBeLessThan(index);
          if (parent) expect(span.end).toBeLessThanOrEqual(parent.end);
          const outer = quotations.slice(0, index).filter((other) => other.end > span.start);
          expect(outer).toHaveLength(span.depth);
        });
      }),
      { numRuns: 500 },
    );
  });
});
