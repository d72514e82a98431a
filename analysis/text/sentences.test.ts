import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexText } from "./index-text.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary(["the"]);

/** Cuts the text and shows each boundary as a bar, without the blanks around it. */
function cut(text: string): string {
  const { sentences } = indexText(text, vocabulary);
  return sentences.map(({ start, end }) => text.slice(start, end)).join("|");
}

describe("findSentences()", () => {
  it.each([
    "Rain fell.|The quay flooded!|Who knew?|Nobody.",
    "Rain fell.|“We ran,” Ann said.|(Nobody was hurt.)|2021 was dry.",
    "Ist es so?|Übermorgen.|雨が降った。|川が。",
    "New phones came.|iPhone sales rose, eBay shares fell.",
  ])("cuts after a full stop, ! or ? before what can begin a sentence: %s", (expected) => {
    expect(cut(expected.replaceAll("|", " "))).toBe(expected);
  });

  it.each([
    "Talks with Ann Perry.|Both sides left.",
    'It looked "like a comedy".|Harbour Row',
    "“We ran.”|Rivermouth residents left.",
    "They left!|Nobody stayed?|Everybody did.",
    "They left.|“We ran,” Ann said.|I saw it.|A boat sank.",
    "It opened at 9 a.m.|The queue was long.",
  ])("cuts where the blank is missing: %s", (expected) => {
    expect(cut(expected.replaceAll("|", ""))).toBe(expected);
  });

  it.each([
    ["Harbour RowThe council met.", "Harbour Row|The council met."],
    ["the old quayIt’s closed.", "the old quay|It’s closed."],
    ["what they saidHe left early", "what they said|He left early"],
    ["a “long quay”The council met.", "a “long quay”|The council met."],
  ])("cuts before an opener glued to a heading: %s", (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it.each([
    "McDonald met iPhone and eBay users on YouTube.",
    "LinkedIn Corp and PlugIn met; MoveOn Boats left.",
    "#SaveThe Quay and @RowThe are names, like RowThe.example.",
    "Mr. Perry, Dr. Ann Lowe and Sen. Roe of St. Ives met Gov. Hill.",
    "The U.S. Navy paid the J. P. Quay Co. Ltd. office on Jan. 5 for No. 7 at 3.5 Mbit.",
    "He lives in Springfield, Ill. Perry County, near Harbour.Com and quay.example.",
    "She holds a Ph.D. Perry has none.",
    "Well... Perry left … Lowe stayed.",
    "They paid for Node.JS and v2.5 of it.",
    "“Why?” Ann Perry asked.",
    "“Stop!” shouted Ann.",
    'He called it "a mess. Nobody knew. We left" and went.',
    "yahoo! is a name, and so is this: v. good.",
    "Prices rose 3.5 percent, to 2,000.50 in all.",
    "1. First item of the list",
  ])("does not cut %s", (text) => {
    expect(cut(text)).toBe(text);
  });

  it.each([
    "They sailed from the U.S.|The Navy followed.",
    "He joined Quay Inc.|But it failed.",
    "It closed at 5 p.m.|They left.",
    "He chose plan B.|It failed.",
    "He waited...|Then he left.",
    "Do you agree?|No.|Perry doesn’t.",
    '"Why?"|He left. "Why not?"|She stayed.',
  ])("cuts after an abbreviation only before a sentence opener: %s", (expected) => {
    expect(cut(expected.replaceAll("|", " ").replace("He left. ", "He left.|"))).toBe(
      expected.replace("He left. ", "He left.|"),
    );
  });

  it("cuts at every line break", () => {
    expect(cut("A heading\nand text\r\n\r\nMore")).toBe("A heading|and text|More");
  });

  it("puts every token into exactly one sentence by its start, for any text", () => {
    const piece = fc.constantFrom(
      ...["Rain", "fell", "RowThe", "U", "S", "Mr", "He", "It’s", "I", "a", "3", "\u{1D400}"],
      ...[".", "...", "!", "?", "…", '"', "“", "”", "'", "(", ")", "\n", " ", " ", "\uFE0F", "#"],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const { sentences, tokens, quotations } = indexText(value, vocabulary);
        const isOrdered = sentences.every(
          ({ start, end }, i) => (sentences[i - 1]?.end ?? 0) <= start && start < end,
        );
        const isSplit = quotations.some((span) =>
          sentences.some(({ start }) => span.start < start && start < span.end),
        );
        const starts = [...tokens.starts.slice(0, tokens.count)];
        const homes = starts.map(
          (start) => sentences.filter((s) => s.start <= start && start < s.end).length,
        );
        expect([isOrdered, isSplit]).toEqual([true, false]);
        expect(homes.every((count) => count === 1)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
