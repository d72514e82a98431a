/**
 * Pages by key know what follows, not what came before: the address carries the cursors of the pages passed, so that
 * Previous is a plain link that can be kept and sent.
 */
export interface PageTrail {
  /** Cursor of this page; null on the first. */
  cursor: string | null;
  /** Cursors of the pages between the first and this one. */
  passed: readonly string[];
  /** Whether older ones were dropped, so that the page's number is not known. */
  cut: boolean;
}

const MOST_PASSED = 12;
const CUT = "~";
const CURSOR = /^[\w-]{1,2000}$/;

export const FIRST_PAGE: PageTrail = { cursor: null, passed: [], cut: false };

/** Reads the parameters cursor and trail; a trail that isn't one is forgotten. */
export function readTrail(cursor: string | null, trail: unknown): PageTrail {
  if (cursor === null) return FIRST_PAGE;
  const entries = typeof trail === "string" && trail !== "" ? trail.split(",") : [];
  const cut = entries[0] === CUT;
  const passed = cut ? entries.slice(1) : entries;
  if (!passed.every((each) => CURSOR.test(each))) return { cursor, passed: [], cut: true };
  return { cursor, passed, cut };
}

/** The page's number from 1, or null where it is not known. */
export function pageNumber({ cursor, passed, cut }: PageTrail): number | null {
  if (cursor === null) return 1;
  return cut ? null : passed.length + 2;
}

type TrailParameters = { cursor: string | null; trail: string | null };

export function nextPage({ cursor, passed, cut }: PageTrail, next: string): TrailParameters {
  const all = cursor === null ? [] : [...passed, cursor];
  const kept = all.slice(-MOST_PASSED);
  return { cursor: next, trail: write(kept, cut || kept.length < all.length) };
}

/** The page before this one, or null where there is none or it is not known. */
export function previousPage({ cursor, passed, cut }: PageTrail): TrailParameters | null {
  if (cursor === null) return null;
  const before = passed.at(-1);
  if (before !== undefined) return { cursor: before, trail: write(passed.slice(0, -1), cut) };
  return cut ? null : { cursor: null, trail: null };
}

function write(passed: readonly string[], cut: boolean): string | null {
  const entries = cut ? [CUT, ...passed] : passed;
  return entries.length > 0 ? entries.join(",") : null;
}
