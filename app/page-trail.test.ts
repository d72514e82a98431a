import { expect, test } from "vitest";
import { FIRST_PAGE, nextPage, pageNumber, previousPage, readTrail } from "./page-trail.ts";

/** Goes on so many pages from the first, as a reader would, through the address. */
function goOn(pages: number) {
  let trail = FIRST_PAGE;
  for (let page = 1; page <= pages; page++) {
    const to = nextPage(trail, `c${page}`);
    trail = readTrail(to.cursor, to.trail ?? undefined);
  }
  return trail;
}

test("previousPage leads back through every page passed to the first", () => {
  let trail = goOn(4);
  expect(pageNumber(trail)).toBe(5);
  const seen = [];
  for (let to = previousPage(trail); to; to = previousPage(trail)) {
    seen.push(to.cursor);
    trail = readTrail(to.cursor, to.trail ?? undefined);
  }
  expect(seen).toEqual(["c3", "c2", "c1", null]);
});

test("a long trail forgets its oldest pages, and their numbers", () => {
  const trail = goOn(20);
  expect(pageNumber(trail)).toBeNull();
  expect(trail.passed).toEqual(Array.from({ length: 12 }, (_, i) => `c${i + 8}`));
  expect(previousPage(readTrail("x", "~"))).toBeNull();
});

test("readTrail forgets what is no trail", () => {
  expect(readTrail(null, "a,b")).toEqual(FIRST_PAGE);
  expect(readTrail("a", "<b>,c")).toEqual({ cursor: "a", passed: [], cut: true });
  expect(readTrail("a", ["b", "c"])).toEqual({ cursor: "a", passed: [], cut: false });
});
