import { describe, expect, it } from "vitest";
import type { Tokens } from "./text-index.ts";
import { reusingTokens } from "./token-room.ts";
import { tokenize } from "./tokens.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary(["river", "bank"]);

const cut = (text: string, { starts, ends, ids }: Tokens) =>
  Array.from(starts, (start, i) => `${text.slice(start, ends[i])} ${ids[i]}`);

describe("tokenize()", () => {
  it("keeps the tokens of one text apart from those of the next", () => {
    const first = tokenize("River bank.", vocabulary);
    tokenize("! bank ".repeat(40_000), vocabulary);
    tokenize("A long text.", vocabulary);
    expect(cut("River bank.", first)).toEqual(["River 1", "bank 2", ". 0"]);
  });
});

describe("reusingTokens()", () => {
  it("uses again the memory of the work's tokens and of no others", () => {
    const before = tokenize("The bank.", vocabulary);
    const inside = reusingTokens(() => tokenize("A river bank.", vocabulary));
    const after = tokenize("No, no.", vocabulary);
    expect(cut("The bank.", before)).toEqual(["The 0", "bank 2", ". 0"]);
    expect(cut("No, no.", after)).toEqual(["No 0", ", 0", "no 0", ". 0"]);
    expect(inside.starts.byteOffset).toBe(after.starts.byteOffset);
  });

  it("gives memory back from a work that fails, and from one that filled a room", () => {
    const fill = () => reusingTokens(() => tokenize("! bank ".repeat(9_000), vocabulary).starts);
    expect(() =>
      reusingTokens(() => {
        fill();
        throw new Error("failed");
      }),
    ).toThrow("failed");
    expect(fill().buffer).toBe(fill().buffer);
  });
});
