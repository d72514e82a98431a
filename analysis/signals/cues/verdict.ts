import type { Words } from "./words.ts";

/** What a rule says of a cue: whether it hedges here, by which rule, and its label where that is not the entry's. */
export interface Verdict {
  hedge: boolean;
  rule: string;
  label?: string;
}

/** Decides on an ambiguous cue at tokens [from, to) from its neighbours. */
export type HedgeRule = (words: Words, from: number, to: number) => Verdict;

export function yes(rule: string, label?: string): Verdict {
  return label === undefined ? { hedge: true, rule } : { hedge: true, rule, label };
}

export function no(rule: string): Verdict {
  return { hedge: false, rule };
}
