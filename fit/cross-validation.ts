import { seededRandom } from "../analysis/statistics/random.ts";
import { type Example, fitLogistic, type Model, type Problem, probabilities } from "./logistic.ts";

/** An example, and the number of its article. */
export interface Grouped extends Example {
  article: number;
}

/** Strengths of the regularisation that are tried; larger ones trust the examples more. */
const STRENGTHS = [0.1, 0.2, 0.4];
export const FOLDS = 5;

/** A table fitted on examples, with what was chosen by cross-validation among them. */
export interface Fitted {
  model: Model;
  c: number;
  /** Probability of the class watched from which on it is decided for. */
  threshold: number;
}

/** Fold of each example, drawn by article. */
export function drawFolds(examples: readonly { article: number }[], seed: number): Uint8Array {
  const random = seededRandom(seed);
  const articles = [...new Set(examples.map(({ article }) => article))];
  for (let i = articles.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [articles[i], articles[j]] = [articles[j] as number, articles[i] as number];
  }
  const fold = new Map(articles.map((article, i) => [article, i % FOLDS]));
  return Uint8Array.from(examples, ({ article }) => fold.get(article) as number);
}

/** Probabilities of every example by models that were not fitted on its article, by example and class. */
export function crossPredict(
  problem: Problem,
  examples: readonly Grouped[],
  seed: number,
  train: (training: readonly Grouped[], fold: number) => Model,
): Float64Array {
  const folds = drawFolds(examples, seed);
  const found = new Float64Array(examples.length * problem.classes);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(
      examples.filter((_, i) => folds[i] !== fold),
      fold,
    );
    examples.forEach(({ rows }, i) => {
      if (folds[i] !== fold) return;
      const at = i * problem.classes;
      probabilities(problem, model, rows, found.subarray(at, at + problem.classes));
    });
  }
  return found;
}

/** Mean log loss of probabilities, each example counted by its weight. */
export function logLoss(
  classes: number,
  examples: readonly Example[],
  found: Float64Array,
): number {
  let loss = 0;
  let sum = 0;
  examples.forEach(({ target, weight }, i) => {
    loss -= weight * Math.log(Math.max(1e-12, found[i * classes + target] as number));
    sum += weight;
  });
  return loss / sum;
}

/**
 * The threshold with the best expected F1 of the watched class, were the probabilities true ones (Lipton et al. 2014,
 * Optimal thresholding of classifiers to maximize F1): less a matter of chance than the best F1 on some hundred cases.
 */
export function bestThreshold(classes: number, watched: number, found: Float64Array): number {
  const chances = found.filter((_, i) => i % classes === watched);
  const expected = chances.reduce((sum, p) => sum + p, 0);
  let best = { threshold: 0.5, f1: 0 };
  for (let percent = 10; percent <= 60; percent++) {
    const above = chances.filter((p) => p >= percent / 100);
    const f1 = (2 * above.reduce((sum, p) => sum + p, 0)) / (above.length + expected);
    if (f1 > best.f1) best = { threshold: percent / 100, f1 };
  }
  return best.threshold;
}

/** Fits a table; strength and threshold are chosen by cross-validation within the examples. */
export function fitTable(
  problem: Problem,
  watched: number,
  examples: readonly Grouped[],
  seed: number,
): Fitted {
  let best: { c: number; loss: number; found: Float64Array } = {
    c: 0,
    loss: Number.POSITIVE_INFINITY,
    found: new Float64Array(0),
  };
  const starts: Model[] = [];
  for (const c of STRENGTHS) {
    const found = crossPredict(problem, examples, seed, (training, fold) => {
      const model = fitLogistic(problem, training, c, starts[fold]);
      starts[fold] = model;
      return model;
    });
    const loss = logLoss(problem.classes, examples, found);
    if (loss < best.loss) best = { c, loss, found };
  }
  return {
    model: fitLogistic(problem, examples, best.c, starts[0]),
    c: best.c,
    threshold: bestThreshold(problem.classes, watched, best.found),
  };
}
