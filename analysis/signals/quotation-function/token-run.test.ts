import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { QUOTED, TokenRun } from "./token-run.ts";
import { isListed, PARTS_OF_WORD } from "./word-lists.ts";

const WORDS = 5;
const CAPACITY = 12;
const LISTS = Array.from({ length: 32 * PARTS_OF_WORD }, (_, list) => list);

/** Lists of five words, number 0 in none: any bits, so that words share lists and lists lack words. */
const anyLists = fc
  .array(fc.integer(), { minLength: PARTS_OF_WORD * WORDS, maxLength: PARTS_OF_WORD * WORDS })
  .map((bits) => Int32Array.of(...new Array<number>(PARTS_OF_WORD).fill(0), ...bits));
/** Numbers of words, 0 for an unknown one or another quotation. */
const anyWords = fc.array(fc.nat(WORDS), { maxLength: CAPACITY });

function fill(run: TokenRun, ids: readonly number[], lists: Int32Array): TokenRun {
  run.length = 0;
  ids.forEach((id, i) => {
    run.add(id === 0 ? QUOTED : 100 + i, id, lists);
  });
  return run;
}

describe("TokenRun", () => {
  it("has a list among its first n tokens where one of these words is in it", () => {
    fc.assert(
      fc.property(anyLists, anyWords, (lists, ids) => {
        const run = fill(new TokenRun(CAPACITY), ids, lists);
        for (let n = 0; n <= CAPACITY + 1; n++)
          for (const list of LISTS)
            expect(run.has(list, n)).toBe(ids.slice(0, n).some((id) => isListed(lists, list, id)));
      }),
    );
  });

  it("asks all of its tokens where no n is given", () => {
    fc.assert(
      fc.property(anyLists, anyWords, (lists, ids) => {
        const run = fill(new TokenRun(CAPACITY), ids, lists);
        for (const list of LISTS) expect(run.has(list)).toBe(run.has(list, ids.length));
      }),
    );
  });

  it("knows nothing more of what it held before it was filled anew", () => {
    fc.assert(
      fc.property(anyLists, anyWords, anyWords, (lists, earlier, ids) => {
        const used = fill(fill(new TokenRun(CAPACITY), earlier, lists), ids, lists);
        const fresh = fill(new TokenRun(CAPACITY), ids, lists);
        expect(used.length).toBe(ids.length);
        for (const list of LISTS)
          for (let n = 0; n <= CAPACITY; n++) expect(used.has(list, n)).toBe(fresh.has(list, n));
        for (let place = -1; place <= CAPACITY; place++)
          expect(used.at(place)).toBe(fresh.at(place));
      }),
    );
  });

  it("gives its tokens by place, and QUOTED for another quotation or where there is no token", () => {
    const run = fill(new TokenRun(CAPACITY), [1, 0, 2], new Int32Array(PARTS_OF_WORD * 3));
    expect([-1, 0, 1, 2, 3, CAPACITY].map((place) => run.at(place))).toEqual([
      QUOTED,
      100,
      QUOTED,
      102,
      QUOTED,
      QUOTED,
    ]);
  });
});
