import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.ts";
import { compileCodebook } from "../codebook/compile.ts";
import { scareQuotes } from "./scare-quotes.ts";

const FOLDER = new URL("../codebook/", import.meta.url);
const names = readdirSync(FOLDER, { recursive: true }).map(String);
const codebook = compileCodebook(
  Object.fromEntries(
    names
      .filter((name) => name.endsWith(".csv"))
      .map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]),
  ),
  "test",
);

const flagsOf = (body: string) =>
  analyze({ headline: "", teaser: "", body }, codebook).flags.filter(
    ({ signal }) => signal === scareQuotes.id,
  );

describe("scare quotes", () => {
  it.each(scareQuotes.examples)("flags what its example says: $text", ({ text, flags }) => {
    expect(flagsOf(text).map((flag) => flag.text)).toEqual(flags);
  });

  it("scores a flag by the probability of scare, at or above the threshold, with its reasons", () => {
    const [flag] = flagsOf("Nobody at the lake had seen the alleged “monster”.");
    expect(flag).toMatchObject({ label: "scare", voice: "outlet", term: null, subject: null });
    expect(flag?.score).toBeGreaterThanOrEqual(codebook.quotationWeights.scareThreshold);
    expect(flag?.evidence.map(({ rule }) => rule)).toContain("D2");
  });

  it("labels a partial quotation in a distancing frame apart, below the threshold", () => {
    const body =
      "The mayor rejected claims that the ferry had become “a floating casino for the rich”.";
    const [flag] = flagsOf(body);
    expect(flag?.label).toBe("distanced");
    expect(flag?.score).toBeLessThan(codebook.quotationWeights.scareThreshold);
  });
});
