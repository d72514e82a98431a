import { seededRandom } from "../analysis/statistics/random.ts";
import { type Example, fitLogistic, type Model, type Problem, probabilities } from "./logistic.ts";

/** An example, and the number of its article. */
export interface Grouped extends Example {
  article: number;
}

/** How much the examples are trusted against the priors; .2 to 1.2 give the same figures. */
const STRENGTH = 0.5;
export const FOLDS = 5;

/** A table fitted on examples, with the threshold that cross-validation among them chose. */
export interface Fitted {
  model: Model;
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
function crossPredict(
  problem: Problem,
  examples: readonly Grouped[],
  seed: number,
  train: (training: readonly Grouped[]) => Model,
): Float64Array {
  const folds = drawFolds(examples, seed);
  const found = new Float64Array(examples.length * problem.classes);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = train(examples.filter((_, i) => folds[i] !== fold));
    examples.forEach(({ rows }, i) => {
      if (folds[i] !== fold) return;
      const at = i * problem.classes;
      probabilities(problem, model, rows, found.subarray(at, at + problem.classes));
    });
  }
  return found;
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

/** Fits a table; the threshold is chosen by cross-validation within the examples. */
export function fitTable(
  problem: Problem,
  watched: number,
  examples: readonly Grouped[],
  seed: number,
): Fitted {
  const train = (training: readonly Grouped[]) => fitLogistic(problem, training, STRENGTH);
  const found = crossPredict(problem, examples, seed, train);
  return {
    model: train(examples),
    threshold: bestThreshold(problem.classes, watched, found),
  };
}
