import { listed, PREVIOUS, type Rows } from "./row.ts";
import { LIST } from "./word-lists.ts";

/** H, and one of G, in headlines: they quote in their own way: claims in single marks, whose source stands below. */
export const headlineRows: Rows = {
  /** Headlines put attributed words into single marks. */
  G18: (q) => q.span.single && q.span.depth === 0,
  H1: () => true,
  H2: (q) => q.before.length === 0,
  H3: (q) => q.after.length === 0,
  H4: listed(PREVIOUS, LIST.COLON),
  H5: (q) => q.headlineAsks,
};
