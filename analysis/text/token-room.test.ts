import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tokens } from "./text-index.ts";
import { reusingTokens, roomFor, type TokenArrays, TokenRoom } from "./token-room.ts";
import { tokenize } from "./tokens.ts";
import { buildVocabulary } from "./vocabulary.ts";

const vocabulary = buildVocabulary(["river", "bank"]);

const cut = (text: string, { starts, ends, ids }: Tokens) =>
  Array.from(starts, (start, i) => `${text.slice(start, ends[i])} ${ids[i]}`);

const NAMES = ["starts", "ends", "ids", "hashes", "kinds"] as const;

/** Writes a text's number into all that it took. */
const fill = (taken: TokenArrays, text: number) => {
  for (const name of NAMES) taken[name].fill(text);
};

describe("TokenRoom", () => {
  it("gives every text arrays of its own, into which no other text's writing reaches", () => {
    const counts = fc.array(fc.nat(40), { maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.nat(40), (counts, spare) => {
        const room = new TokenRoom(counts.reduce((sum, count) => sum + count, spare));
        const taken = counts.map((count) => room.take(count));
        taken.forEach(fill);
        taken.forEach((arrays, text) => {
          for (const name of NAMES)
            expect([...arrays[name]]).toEqual(new Array(counts[text]).fill(text));
        });
        expect(room.free).toBe(spare);
      }),
    );
  });

  it("shows what was written into its next tokens before they were taken", () => {
    const room = new TokenRoom(5);
    room.take(2);
    NAMES.forEach((name, i) => {
      room.arrays[name].set([7 + i, 8 + i], room.taken);
    });
    const taken = room.take(2);
    expect(NAMES.map((name) => [...taken[name]])).toEqual(NAMES.map((_, i) => [7 + i, 8 + i]));
  });

  it("refuses more tokens than are free", () => {
    expect(() => new TokenRoom(3).take(4)).toThrow(RangeError);
  });
});

describe("roomFor()", () => {
  it("has so many tokens free at least, and goes on with the same room while it has", () => {
    reusingTokens(() => {
      const room = roomFor(1_000);
      expect(roomFor(room.free)).toBe(room);
      room.take(room.free);
      const next = roomFor(1);
      expect(next).not.toBe(room);
      expect(next.free).toBeGreaterThanOrEqual(1);
    });
  });

  it("makes a room apart for a text that is longer than any room", () => {
    reusingTokens(() => {
      const shared = roomFor(1);
      const apart = roomFor(1_000_000);
      expect(apart.free).toBe(1_000_000);
      expect(roomFor(1)).toBe(shared);
    });
  });
});

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
