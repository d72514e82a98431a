import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.ts";
import { shippedCodebook } from "../codebook/shipped.test-support.ts";

const codebook = shippedCodebook();

function flagsIn(body: string) {
  const { flags } = analyze({ headline: "", teaser: "", body }, codebook);
  return flags.filter(({ signal }) => signal === "loaded_term");
}

describe("loaded terms", () => {
  it("count a term of several words once, the longest", () => {
    expect(flagsIn("He called it a smear campaign.").map(({ text }) => text)).toEqual([
      "smear campaign",
    ]);
  });

  it("note a negation and count all the same", () => {
    const [flag] = flagsIn("She is not really a puppet.");
    expect(flag?.evidence).toContainEqual({ rule: "negated", weight: 0 });
    expect(flagsIn("She is a puppet.")[0]?.evidence).toEqual([{ rule: "entry", weight: 1 }]);
  });

  it.each([
    ["A puppet government took over.", "government"],
    ["The notorious bridge was closed.", "bridge"],
    ["A draconian fiscal rule passed.", "rule"],
    ["The shady foreign lobby group left.", "group"],
    ["A botched rescue followed.", "rescue"],
    ["The rule is draconian.", null],
    ["They slammed the rule.", null],
    ["They smeared Ana Roe.", null],
    ["Their greed leads them astray.", null],
    ["A storm that destroyed bridges came.", null],
    ["Thugs rule the pier.", null],
  ])("find the target in %s", (text, target) => {
    expect(flagsIn(text)[0]?.subject).toBe(target);
  });

  it.each([
    ["The railroad line was closed, and the blast furnace with it."],
    ["Heroes act, said the programme of the circus school."],
    ["A predator drone flew over the plague doctor's house."],
  ])("leave plain uses out: %s", (text) => {
    expect(flagsIn(text)).toEqual([]);
  });
});
