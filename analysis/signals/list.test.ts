import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../analyze.ts";
import { shippedCodebook } from "../codebook/shipped.test-support.ts";
import { PARTS } from "../types.ts";
import { SIGNALS } from "./list.ts";

/** Files of the folder that are no signals. */
const OTHERS = ["lexicon-signal.ts", "list.ts", "signal.ts"];

const codebook = shippedCodebook();

const joinClauses = (clauses: readonly string[]): string => `${clauses.join(" and ")}.`;

describe("the list of signals", () => {
  it("holds every file of the folder", () => {
    const files = readdirSync(new URL("./", import.meta.url)).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !OTHERS.includes(name),
    );
    expect(SIGNALS).toHaveLength(files.length);
  });

  it("has one signal for each id", () => {
    const ids = SIGNALS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has every lexicon read by a signal, under labels that the signal defines", () => {
    for (const { signal, entries } of codebook.lexicons.values()) {
      const labels = SIGNALS.find(({ id }) => id === signal)?.labels.map(({ id }) => id);
      expect(labels).toEqual(
        expect.arrayContaining([...new Set(entries.map((entry) => entry.label))]),
      );
    }
  });

  it.each([
    ["hedges", "hedge"],
    ["loaded-terms", "loaded_term"],
  ])(
    "flags the examples of the lexicon %s with the label of their entry, each label twice or more",
    (id, signal) => {
      const entries = codebook.lexicons.get(id)?.entries ?? [];
      const examples = entries.filter(({ example }) => example !== "");
      for (const { term, label, example } of examples) {
        const { flags } = analyze({ headline: "", teaser: "", body: example }, codebook);
        expect(flags).toContainEqual(expect.objectContaining({ signal, term, label }));
      }
      for (const { id: label } of SIGNALS.find((each) => each.id === signal)?.labels ?? []) {
        expect(examples.filter((entry) => entry.label === label).length).toBeGreaterThan(1);
      }
    },
  );

  it("finds flags by part, then start, in any text: analyze() merges what the signals find", () => {
    const sentences = SIGNALS.flatMap(({ examples }) => examples.map(({ text }) => text));
    const clauses = sentences.flatMap((sentence) => sentence.slice(0, -1).split(/, | and /));
    const anySentence = fc.oneof(
      fc.constantFrom(...sentences),
      fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 3 }).map(joinClauses),
    );
    const anyPart = fc.array(anySentence, { maxLength: 6 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(anyPart, anyPart, anyPart, (headline, teaser, body) => {
        const { flags } = analyze({ headline, teaser, body }, codebook);
        const places = flags.map(({ part, start }) => PARTS.indexOf(part) * 1e6 + start);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  describe.each(SIGNALS.map((signal) => [signal.id, signal] as const))("%s", (id, signal) => {
    it("defines itself, its limits and its labels", () => {
      for (const text of [signal.title, signal.singular, signal.definition, signal.limits]) {
        expect(text).not.toBe("");
      }
      expect(signal.references.length).toBeGreaterThan(0);
      expect(signal.labels.every(({ definition }) => definition !== "")).toBe(true);
    });

    it("has examples that flag and examples that don't", () => {
      expect(signal.examples.some(({ flags }) => flags.length > 0)).toBe(true);
      expect(signal.examples.some(({ flags }) => flags.length === 0)).toBe(true);
    });

    it.each(signal.examples)("flags what its example says: $text", ({ text, flags }) => {
      const found = analyze({ headline: "", teaser: "", body: text }, codebook).flags;
      const own = found.filter((flag) => flag.signal === id);
      expect(own.map((flag) => flag.text)).toEqual(flags);
    });

    it("names in its evidence rules that the codebook describes", () => {
      const texts = signal.examples.map(({ text }) => text);
      const article = { headline: "", teaser: "", body: texts.join(" ") };
      for (const { evidence } of analyze(article, codebook).flags) {
        for (const { rule } of evidence) {
          expect(codebook.describeRule(rule), rule).not.toBe(rule.replaceAll("_", " "));
        }
      }
    });
  });
});
