import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Codebook } from "../codebook/compile.ts";
import { compileCodebook } from "../codebook/compile.ts";
import { indexText } from "../text/index-text.ts";
import { findAttributions } from "./attribution.ts";
import { SIGNALS } from "./list.ts";
import type { ArticleIndex } from "./signal.ts";

const FOLDER = new URL("../codebook/", import.meta.url);
/** Files of the folder that are no signals. */
const OTHERS = ["list.ts", "signal.ts"];

function shippedCodebook(): Codebook {
  const names = readdirSync(FOLDER, { recursive: true }).map(String);
  const tables = names.filter((name) => name.endsWith(".csv"));
  const files = tables.map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]);
  return compileCodebook(Object.fromEntries(files), "test");
}

const codebook = shippedCodebook();

/** An article whose body is one text, without classified quotations. */
function articleOf(body: string): ArticleIndex {
  const none = indexText("", codebook.vocabulary);
  const parts = { headline: none, teaser: none, body: indexText(body, codebook.vocabulary) };
  return {
    text: { headline: "", teaser: "", body },
    parts,
    attributions: findAttributions(parts, codebook),
    quotations: [],
  };
}

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

    if (id === "scare_quote") return;

    it.each(signal.examples)("flags what its example says: $text", ({ text, flags }) => {
      const found = signal.find(articleOf(text), codebook);
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(flags);
    });
  });
});
