import type { Rows } from "./row.ts";

/** L: how many words stand between the marks. Doubt is short, speech is long. */
export const lengthRows: Rows = {
  /** The usual length of a scare quote, and of a word spoken of as a word. */
  L1: (q) => q.words.length === 1,
  /** The usual length of a term. */
  L2: (q) => q.words.length === 2,
  L3: (q) => q.words.length === 3,
  /** A phrase taken from somebody's mouth. */
  L4: (q) => q.words.length >= 4 && q.words.length <= 6,
  L5: (q) => q.words.length >= 7 && q.words.length <= 12,
  /** Nearly always speech. */
  L6: (q) => q.words.length >= 13,
};
