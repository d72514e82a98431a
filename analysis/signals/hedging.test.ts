import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.ts";
import { shippedCodebook } from "../codebook/shipped.test-support.ts";

const codebook = shippedCodebook();

/** The hedges of a body and a headline as "label: text". */
function hedgesIn(body: string, headline = ""): string[] {
  return analyze({ headline, teaser: "", body }, codebook)
    .flags.filter(({ signal }) => signal === "hedge")
    .map(({ label, text }) => `${label}: ${text}`);
}

describe("hedging", () => {
  it.each([
    ["Rain may fall.", "modal: may"],
    ["Rain might fall.", "modal: might"],
    ["The lake could rise.", "modal: could"],
    ["It took about 400 days.", "approximator: about"],
    ["It cost around $5 a head.", "approximator: around"],
    ["Some 30 boats sank.", "approximator: Some"],
    ["The lake appears to rise.", "epistemic: appears"],
    ["The lake seems higher.", "epistemic: seems"],
    ["The map suggests that a road was here.", "epistemic: suggests"],
    ["Snow is likely.", "epistemic: likely"],
    ["The claim that it snowed was repeated.", "epistemic: claim"],
    ["The alleged thief left.", "epistemic: alleged"],
    ["It is one of the oldest mills.", "approximator: one of the"],
    ["Many farmers left.", "weasel_source: Many"],
    ["Critics say it is late.", "weasel_source: Critics say"],
  ])("flags the cue in %s", (text, flag) => {
    expect(hedgesIn(text)).toEqual([flag]);
  });

  it.each([
    "It opened on May 5, and in May again.",
    "Theresa May left.",
    "The military might of the town was small.",
    "She could not see the lake.",
    "They talked about boats and walked around the lake.",
    "She appeared on stage at noon.",
    "She suggested leaving.",
    "Ana Roe suggested that they leave.",
    "The flood claimed two lives, and the insurer paid the claim.",
    "How many boats? Some time later, two.",
    "He is one of the guards.",
  ])("flags none in %s", (text) => {
    expect(hedgesIn(text)).toEqual([]);
  });

  it.each([
    ["It may be perhaps about to rain.", ["medium", "strong"]],
    ["It took about 400 days.", ["weak"]],
  ])("says how far the hedges of %s hold back", (text, strengths) => {
    const flags = analyze({ headline: "", teaser: "", body: text }, codebook).flags;
    const rules = flags.map(({ evidence }) => evidence[1]?.rule);
    expect(rules).toEqual(strengths.map((strength) => `strength_${strength}`));
  });

  it.each([
    ["Lake Towns May Be Flooded Soon", ["modal: May"]],
    ["Lake Towns May Not Open Gates", ["modal: May"]],
    ["Lake Towns May Ferry Guests Home", ["modal: May"]],
    ["Lake Towns' May Fair Opens", []],
    ["Towns Vote on May 5", []],
  ])("reads May in the headline %s", (headline, flags) => {
    expect(hedgesIn("", headline)).toEqual(flags);
  });
});
