import { type Fitted, fitTable, type Grouped } from "./cross-validation.ts";
import { SCARE } from "./decisions.ts";
import type { LabelledSpan } from "./labelled-spans.ts";
import type { Problems } from "./priors.ts";

/** The two tables of quotation-weights.csv, fitted. */
export interface FittedTables {
  functions: Fitted;
  distanced: Fitted;
}

/**
 * The same spans with yes (1) or no for a class: held at a distance. Scare quotes are among them, though they are always so:
 * what marks them marks partial quotations too, of which too few are labelled.
 */
const asDistanced = (spans: readonly LabelledSpan[]): Grouped[] =>
  spans.map(({ rows, weight, article, distanced }) => ({
    rows,
    weight,
    article,
    target: distanced ? 1 : 0,
  }));

/** Fits both tables; thresholds are chosen by cross-validation within these spans alone. */
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
