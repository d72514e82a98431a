/** How the decisions of a detector and of coders fell on the same things. */
export interface Counts {
  /** Flagged and coded. */
  tp: number;
  /** Flagged, not coded. */
  fp: number;
  /** Coded, not flagged. */
  fn: number;
}

/** Share of the flagged that coders flagged too, 0 to 1; 0 where nothing was flagged. */
export function precision({ tp, fp }: Counts): number {
  return share(tp, tp + fp);
}

/** Share of the coders' that was flagged, 0 to 1; 0 where they coded nothing. */
export function recall({ tp, fn }: Counts): number {
  return share(tp, tp + fn);
}

/** Harmonic mean of precision and recall, 0 to 1; 0 where nothing was right. */
export function f1({ tp, fp, fn }: Counts): number {
  return share(2 * tp, 2 * tp + fp + fn);
}

/**
 * Mean of the F1 of yes and the F1 of no, where `tn` things were neither flagged nor coded: 0 to 1.
 * @example twoClassMacroF1({ tp: 3, fp: 1, fn: 2 }, 4) // 0.666667 + 0.727273 over 2: 0.696970
 */
export function twoClassMacroF1(counts: Counts, tn: number): number {
  return (f1(counts) + f1({ tp: tn, fp: counts.fn, fn: counts.fp })) / 2;
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
