import { QUOTATION_FUNCTIONS, type QuotationFunction } from "../analysis/types.ts";

export const SCARE = QUOTATION_FUNCTIONS.indexOf("scare");
const PARTIAL = QUOTATION_FUNCTIONS.indexOf("partial");

/** What the two tables say about one quotation. */
export interface Decided {
  /** Probabilities by number of function. */
  chances: Float64Array;
  distance: number;
  found: QuotationFunction;
  distanced: boolean;
}

/** Decides as the engine does (analysis/signals/quotation-function/score.ts). */
export function decide(
  chances: Float64Array,
  distance: number,
  thresholds: { scare: number; distanced: number },
): Decided {
  let best = -1;
  for (let i = 0; i < chances.length; i++)
    if (i !== SCARE && (best < 0 || (chances[i] as number) > (chances[best] as number))) best = i;
  if ((chances[SCARE] as number) >= thresholds.scare) best = SCARE;
  const isHeld = best === PARTIAL && distance >= thresholds.distanced;
  return {
    chances,
    distance,
    found: QUOTATION_FUNCTIONS[best] as QuotationFunction,
    distanced: best === SCARE || isHeld,
  };
}
