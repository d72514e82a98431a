import { drawFolds, FOLDS } from "./cross-validation.ts";
import { type Decided, decide } from "./decisions.ts";
import type { LabelledSpan } from "./labelled-spans.ts";
import { type Model, type Problem, probabilities } from "./logistic.ts";
import type { Problems } from "./priors.ts";
import { fitTables } from "./tables.ts";

const chancesOf = (problem: Problem, model: Model, rows: Int32Array): Float64Array => {
  const chances = new Float64Array(problem.classes);
  probabilities(problem, model, rows, chances);
  return chances;
};

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
      const { functions, distanced } = fitTables(problems, training, repeat + 1);
      const thresholds = { scare: functions.threshold, distanced: distanced.threshold };
      spans.forEach(({ rows }, i) => {
        if (folds[i] !== fold) return;
        const chances = chancesOf(problems.functions, functions.model, rows);
        const [, distance = 0] = chancesOf(problems.distanced, distanced.model, rows);
        decided[i] = decide(chances, distance, thresholds);
      });
    }
    tell(repeat + 1);
    return decided;
  });
}
