import { previous, reads } from "./readings.ts";
import type { Rows } from "./row.ts";

/** H, and one of G, in headlines: they quote in their own way: claims in single marks, whose source stands below. */
export const headlineRows: Rows = {
  /** Headlines put attributed words into single marks. */
  G18: (q) => q.span.single && q.span.depth === 0,
  H1: () => true,
  H2: (q) => q.before.length === 0,
  H3: (q) => q.after.length === 0,
  H4: (q) => reads(q, previous(q), ":"),
  H5: (q) => q.text.includes("?"),
};
