import { minimise } from "./minimise.ts";

/** One thing to learn from: the rows that hold for it, its class, and how much it counts. */
export interface Example {
  rows: Int32Array;
  target: number;
  weight: number;
}

/** What is fitted: a score for every class, a bias plus the weights of the rows that hold. */
export interface Problem {
  rows: number;
  classes: number;
  /** Classes that have weights; the others have a bias alone. */
  weighed: readonly number[];
  /** Expected weights, by row and class, and how strongly each row is held to them (1 as a rule). */
  priors: Float64Array;
  strengths: Float64Array;
}

/** Weights by row and class, then the biases of the classes. */
export type Model = Float64Array;

/** Writes the probabilities of an example's classes. Shape: one number a class. */
export function probabilities(
  problem: Problem,
  model: Model,
  rows: Int32Array,
  into: Float64Array,
): void {
  const { classes } = problem;
  const biases = problem.rows * classes;
  for (let c = 0; c < classes; c++) into[c] = model[biases + c] as number;
  for (let i = 0; i < rows.length; i++) {
    const at = (rows[i] as number) * classes;
    for (let c = 0; c < classes; c++) into[c] = (into[c] as number) + (model[at + c] as number);
  }
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) top = Math.max(top, into[c] as number);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const power = Math.exp((into[c] as number) - top);
    into[c] = power;
    sum += power;
  }
  for (let c = 0; c < classes; c++) into[c] = (into[c] as number) / sum;
}

/**
 * Multinomial logistic regression: log loss plus, over 2C, the squared distance of the weights from their priors; biases
 * are free. With two classes of which one is weighed it is the binary one.
 */
export function fitLogistic(
  problem: Problem,
  examples: readonly Example[],
  c: number,
  start?: Model,
): Model {
  const { rows, classes, weighed, priors, strengths } = problem;
  const biases = rows * classes;
  const chances = new Float64Array(classes);
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    gradient.fill(0);
    for (let row = 0; row < rows; row++)
      for (const k of weighed) {
        const at = row * classes + k;
        const pull = (strengths[row] as number) / c;
        const distance = (x[at] as number) - (priors[at] as number);
        value += (pull * distance * distance) / 2;
        gradient[at] = pull * distance;
      }
    for (const example of examples) value += addLoss(example, x, gradient);
    return value;
  };
  const addLoss = (
    { rows: holding, target, weight }: Example,
    x: Float64Array,
    gradient: Float64Array,
  ) => {
    probabilities(problem, x, holding, chances);
    const loss = -weight * Math.log(Math.max(chances[target] as number, 1e-300));
    chances[target] = (chances[target] as number) - 1;
    for (let k = 0; k < classes; k++)
      gradient[biases + k] = (gradient[biases + k] as number) + weight * (chances[k] as number);
    for (let i = 0; i < holding.length; i++) {
      const at = (holding[i] as number) * classes;
      for (const k of weighed)
        gradient[at + k] = (gradient[at + k] as number) + weight * (chances[k] as number);
    }
    return loss;
  };
  return minimise(
    objective,
    start ?? Float64Array.from([...priors, ...new Array(classes).fill(0)]),
    1e-2,
  );
}
