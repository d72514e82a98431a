import { type Fitted, fitTable, type Grouped } from "./cross-validation.ts";
import { PARTIAL, SCARE } from "./decisions.ts";
import type { LabelledSpan } from "./labelled-spans.ts";
import type { Problems } from "./priors.ts";

/** The two tables of quotation-weights.csv, fitted. */
export interface FittedTables {
  functions: Fitted;
  distanced: Fitted;
}

/**
 * The partial quotations with yes (1) or no for a class: held at a distance. A scare quote always is, and the other functions
 * never are, so the second table has to tell partial quotations apart alone.
 */
const asDistanced = (spans: readonly LabelledSpan[]): Grouped[] =>
  spans
    .filter(({ target }) => target === PARTIAL)
    .map(({ rows, weight, article, distanced }) => ({
      rows,
      weight,
      article,
      target: distanced ? 1 : 0,
    }));

/** Fits both tables; strengths and thresholds are chosen by cross-validation within these spans alone. */
export function fitTables(
  problems: Problems,
  spans: readonly LabelledSpan[],
  seed: number,
): FittedTables {
  return {
    functions: fitTable(problems.functions, SCARE, spans, seed),
    distanced: fitTable(problems.distanced, 1, asDistanced(spans), seed),
  };
}
