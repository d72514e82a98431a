import { previous, reads } from "./readings.ts";
import type { Rows } from "./row.ts";

/** Headlines quote in their own way: claims in single marks, whose source stands below. */
export const headlineRows: Rows = {
  H1: (q) => q.inHeadline,
  H2: (q) => q.inHeadline && q.before.length === 0,
  H3: (q) => q.inHeadline && q.after.length === 0,
  H4: (q) => q.inHeadline && reads(q, previous(q), ":"),
  H5: (q) => q.inHeadline && q.text.includes("?"),
};
