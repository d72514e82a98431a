import { drawFolds, FOLDS } from "./cross-validation.ts";
import { type Decided, decide } from "./decisions.ts";
import { CODER_ROW, type LabelledSpan } from "./labelled-spans.ts";
import { type Model, type Problem, probabilities } from "./logistic.ts";
import type { Problems } from "./priors.ts";
import { type FittedTables, fitTables } from "./tables.ts";

const chancesOf = (problem: Problem, model: Model, rows: Int32Array): Float64Array => {
  const chances = new Float64Array(problem.classes);
  probabilities(problem, model, rows, chances);
  return chances;
};

/** What fitted tables say of spans, in their order, as of spans of the adjudicating coders. */
export function decideBy(
  problems: Problems,
  { functions, distanced }: FittedTables,
  spans: readonly LabelledSpan[],
): Decided[] {
  const thresholds = { scare: functions.threshold, distanced: distanced.threshold };
  return spans.map((span) => {
    const rows = span.rows.filter((row) => row !== CODER_ROW);
    const chances = chancesOf(problems.functions, functions.model, rows);
    const [, distance = 0] = chancesOf(problems.distanced, distanced.model, rows);
    return decide(chances, distance, thresholds);
  });
}

/**
 * What would be said of every span by tables that never saw its article: thresholds, too, are chosen without it. Single-coded
 * spans, which stand in other articles, are learnt from every time and never judged. Once for each repeat, in the order of
 * the spans.
 */
export function decideNested(
  problems: Problems,
  spans: readonly LabelledSpan[],
  singleCoded: readonly LabelledSpan[],
  repeats: number,
  tell: (repeat: number) => void,
): Decided[][] {
  return Array.from({ length: repeats }, (_, repeat) => {
    const folds = drawFolds(spans, repeat + 1);
    const decided: Decided[] = [];
    for (let fold = 0; fold < FOLDS; fold++) {
      const training = [...spans.filter((_, i) => folds[i] !== fold), ...singleCoded];
      const left = spans.flatMap((_, i) => (folds[i] === fold ? [i] : []));
      const fitted = fitTables(problems, training, repeat + 1);
      const found = decideBy(
        problems,
        fitted,
        left.map((i) => spans[i] as LabelledSpan),
      );
      left.forEach((i, place) => {
        decided[i] = found[place] as Decided;
      });
    }
    tell(repeat + 1);
    return decided;
  });
}
