import { describe, expect, it } from "vitest";
import type { Attribution } from "./signals/signal.ts";
import { indexText } from "./text/index-text.ts";
import { buildVocabulary } from "./text/vocabulary.ts";
import type { Quotation, QuotationFunction } from "./types.ts";
import { assignVoices } from "./voices.ts";

const vocabulary = buildVocabulary([]);

/** Voices of a body in which some words are quotations and some are the contents of attributions. */
function voicesOf(
  body: string,
  quoted: [words: string, does: QuotationFunction][],
  contents: string[],
) {
  const none = indexText("", vocabulary);
  const spanOf = (words: string) => {
    const start = body.indexOf(words);
    return { start, end: start + words.length };
  };
  const quotations = quoted.map(
    ([words, does]) => ({ ...spanOf(words), part: "body", function: does }) as Quotation,
  );
  const attributions = contents.map(
    (words): Attribution => ({
      part: "body",
      cue: { start: 0, end: 0 },
      source: null,
      content: [spanOf(words)],
      term: "say",
      label: "neutral",
      evidence: [],
    }),
  );
  const parts = { headline: none, teaser: none, body: indexText(body, vocabulary) };
  return assignVoices(parts, quotations, attributions);
}

/** Each stretch as "voice: text". */
function stretches(body: string, ...rest: [Parameters<typeof voicesOf>[1], string[]]): string[] {
  return voicesOf(body, ...rest).spans.map(
    ({ voice, start, end }) => `${voice}: ${body.slice(start, end)}`,
  );
}

describe("assignVoices", () => {
  it("gives direct and partial quotations to quoted, also within a reported clause", () => {
    const body = 'She said that the plan was "a gift" for all.';
    expect(
      stretches(body, [["a gift", "partial"]], ['that the plan was "a gift" for all']),
    ).toEqual(['reported: that the plan was "', "quoted: a gift", 'reported: " for all']);
  });

  it("gives quotations of other functions to the outlet, also within a reported clause", () => {
    const body = 'He said the "open door" policy stays.';
    expect(stretches(body, [["open door", "term"]], ['the "open door" policy stays'])).toEqual([
      'reported: the "',
      'reported: " policy stays',
    ]);
  });

  it("keeps a quotation inside a direct one quoted, however deep", () => {
    const body = "“They call it a ‘gift’ there,” he said.";
    const voices = voicesOf(
      body,
      [
        ["They call it a ‘gift’ there,", "direct"],
        ["gift", "scare"],
      ],
      [],
    );
    expect(voices.voiceAt("body", body.indexOf("gift"))).toBe("quoted");
    expect(voices.spans).toHaveLength(1);
  });

  it("joins contents that overlap, and gives every other word to the outlet", () => {
    const body = "He said she said that it rained. It did.";
    const voices = voicesOf(body, [], ["she said that it rained", "that it rained"]);
    expect(voices.spans).toEqual([{ part: "body", start: 8, end: 31, voice: "reported" }]);
    expect(voices.voiceAt("body", 0)).toBe("outlet");
    expect(voices.voiceAt("body", body.indexOf("It did"))).toBe("outlet");
    expect(voices.voiceAt("headline", 0)).toBe("outlet");
  });
});
