import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.ts";
import { compileCodebook } from "../codebook/compile.ts";
import { shippedCodebook, shippedFiles } from "../codebook/shipped.test-support.ts";
import { ownLexicon } from "../codebook/user/lexicon.test-support.ts";
import { SIGNALS, signalsOf } from "./list.ts";

const shipped = shippedCodebook();
const ROWS = ["water,flood*", "water,river", "loss,lost", "loss,may", "water,flood plain"];
const codebook = compileCodebook({ ...shippedFiles(), ...ownLexicon(ROWS) }, "with own");
const ARTICLE = {
  headline: "River may rise",
  teaser: "",
  body: "“The flood plain is lost,” said the mayor. Floods may follow, as iPhone maps show.",
};

describe("a user lexicon", () => {
  it("is a signal after the built-in ones, its categories labels in the order of the file", () => {
    const signals = signalsOf(codebook);
    expect(signals.slice(0, -1)).toEqual(SIGNALS);
    expect(signals.at(-1)).toMatchObject({
      id: "user_own",
      title: "Own words",
      defaultLabel: "all",
      labels: [
        { id: "water", definition: "flood*, river, flood plain" },
        { id: "loss", definition: "lost, may" },
      ],
    });
    expect(signalsOf(shipped)).toEqual(SIGNALS);
  });

  it("gives flags with voice, term and evidence like a built-in signal", () => {
    const flags = analyze(ARTICLE, codebook).flags.filter(({ signal }) => signal === "user_own");
    expect(flags.map(({ label, text, term, voice }) => [label, text, term, voice])).toEqual([
      ["water", "River", "river", "outlet"],
      ["loss", "may", "may", "outlet"],
      ["water", "flood plain", "flood plain", "quoted"],
      ["loss", "lost", "lost", "quoted"],
      ["water", "Floods", "flood*", "reported"],
      ["loss", "may", "may", "reported"],
    ]);
    expect(flags[0]?.evidence).toEqual([{ rule: "entry", weight: 1 }]);
    expect(
      flags.every(({ part, start, end, text }) => ARTICLE[part].slice(start, end) === text),
    ).toBe(true);
  });

  it("changes nothing about what the built-in signals find", () => {
    const own = analyze(ARTICLE, codebook);
    const flags = own.flags.filter(({ signal }) => signal !== "user_own");
    expect({ ...own, flags }).toEqual(analyze(ARTICLE, shipped));
  });
});
