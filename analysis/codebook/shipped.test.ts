import stemmers from "natural/lib/natural/stemmers/index.js";
import { describe, expect, it } from "vitest";
import { CUE_CLASSES } from "../signals/cues/cue-reading.ts";
import { tokenize } from "../text/tokens.ts";
import { shippedCodebook } from "./shipped.test-support.ts";

const codebook = shippedCodebook();

/** Least numbers of entries. */
const LEAST: Record<string, number> = {
  "attribution-verbs": 300,
  hedges: 250,
  "loaded-terms": 900,
};

/** One syllable with one vowel letter and one consonant after it. */
const SHORT_VERB = /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/;

/** Forms that neither begin like their headword nor share its stem, checked by eye. */
const IRREGULAR: Record<string, readonly string[]> = {
  "attribution-verbs": ["found", "lying", "saw", "sought", "sceptical", "scepticism", "told"],
};

describe.each([...codebook.lexicons.values()].map((lexicon) => [lexicon.id, lexicon] as const))(
  "the lexicon %s",
  (id, lexicon) => {
    it("has the entries that it should have, and says where they come from", () => {
      expect(lexicon.entries.length).toBeGreaterThanOrEqual(LEAST[id] ?? 1);
      for (const { source, licence } of lexicon.entries) expect(source && licence).not.toBe("");
    });

    it("matches every form in its own text, by its own entry", () => {
      const dead = lexicon.entries.flatMap((entry) =>
        entry.forms.filter((form) => {
          const tokens = tokenize(form, codebook.vocabulary);
          const matches = codebook.match(id, tokens, form);
          return !matches.some(
            (match) => match.entry === entry && match.from === 0 && match.to === tokens.count,
          );
        }),
      );
      expect(dead).toEqual([]);
    });

    it("leaves every form out in its exceptions", () => {
      for (const { exceptions, term } of lexicon.entries) {
        for (const exception of exceptions) {
          const text = exception.replaceAll("*", "");
          const found = codebook.match(id, tokenize(text, codebook.vocabulary), text);
          expect(found.map(({ entry }) => entry.term)).not.toContain(term);
        }
      }
    });

    it("has single-word forms that begin like their headword or share its stem", () => {
      const { PorterStemmer } = stemmers;
      const odd = lexicon.entries.flatMap(({ term, forms }) =>
        term.includes(" ")
          ? []
          : forms.filter((form) => !form.includes(" ") && !begins(form, term, PorterStemmer.stem)),
      );
      expect(odd).toEqual(IRREGULAR[id] ?? []);
    });

    it("doubles the last letter of short verbs: chipped, not chiped", () => {
      const misspelt = lexicon.entries.flatMap(({ term, forms }) => {
        const verb = term.split(" ", 1)[0] ?? "";
        if (!SHORT_VERB.test(verb)) return [];
        return forms.filter((form) =>
          [`${verb}ed`, `${verb}ing`].includes(form.split(" ", 1)[0] ?? ""),
        );
      });
      expect(misspelt).toEqual([]);
    });

    it("gives examples that hold their term", () => {
      for (const { example, forms, term } of lexicon.entries.filter((entry) => entry.example)) {
        const text = example.toLowerCase();
        expect(
          forms.some((form) => text.includes(form)),
          `${term}: ${example}`,
        ).toBe(true);
      }
    });
  },
);

describe("the lexicon of loaded terms", () => {
  it("says of every euphemism, and of nothing else, what it stands for", () => {
    const entries = codebook.lexicons.get("loaded-terms")?.entries ?? [];
    const odd = entries.filter(({ plain, label }) => (plain !== "") !== (label === "euphemism"));
    expect(odd).toEqual([]);
  });
});

describe("the lexicon of hedges", () => {
  it("gives every hedge a strength", () => {
    const entries = codebook.lexicons.get("hedges")?.entries ?? [];
    expect(entries.filter(({ strength }) => strength === "")).toEqual([]);
  });
});

describe("the attribution lexicon", () => {
  it("says for every entry what the cue takes", () => {
    const entries = codebook.lexicons.get("attribution-verbs")?.entries ?? [];
    expect(
      entries.filter(({ towards }) => !(CUE_CLASSES as readonly string[]).includes(towards)),
    ).toEqual([]);
  });
});

function begins(form: string, term: string, stem: (word: string) => string): boolean {
  const headword = term.toLowerCase();
  return stem(form) === stem(headword) || form.slice(0, 2) === headword.slice(0, 2);
}
