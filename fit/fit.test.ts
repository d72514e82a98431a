import { describe, expect, it } from "vitest";
import { bestThreshold, drawFolds } from "./cross-validation.ts";
import { decide } from "./decisions.ts";
import { fitLogistic, type Problem, probabilities } from "./logistic.ts";
import { minimise } from "./minimise.ts";
import { readProblems } from "./priors.ts";
import { writeWeights } from "./weights-file.ts";

const problem = (rows: number, classes: number, weighed: number[]): Problem => ({
  rows,
  classes,
  weighed,
  priors: new Float64Array(rows * classes),
  strengths: new Float64Array(rows).fill(1),
});
const example = (target: number, rows: number[], weight = 1) => ({
  rows: Int32Array.from(rows),
  target,
  weight,
});
const repeat = <T>(times: number, thing: T): T[] => Array.from({ length: times }, () => thing);

describe("minimise", () => {
  it("finds the bottom of a narrow valley (Rosenbrock's function, at 1, 1)", () => {
    const found = minimise(
      (x, gradient) => {
        const [a = 0, b = 0] = x;
        gradient[0] = -400 * a * (b - a * a) - 2 * (1 - a);
        gradient[1] = 200 * (b - a * a);
        return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
      },
      Float64Array.of(-1.2, 1),
      1e-6,
    );
    expect(found[0]).toBeCloseTo(1, 5);
    expect(found[1]).toBeCloseTo(1, 5);
  });
});

describe("fitLogistic", () => {
  it("gives biases that reproduce the shares of the classes, by weight", () => {
    const examples = [...repeat(6, example(0, [])), ...repeat(2, example(1, [], 2))];
    const model = fitLogistic(problem(0, 2, [1]), examples, 1);
    const chances = new Float64Array(2);
    probabilities(problem(0, 2, [1]), model, Int32Array.of(), chances);
    expect(chances[0]).toBeCloseTo(0.6, 3);
  });

  it("raises the weight of a row that goes with a class, the more the larger C is", () => {
    const examples = [...repeat(9, example(1, [0])), example(0, [0]), ...repeat(9, example(0, []))];
    const weight = (c: number) => fitLogistic(problem(1, 2, [1]), examples, c)[1] ?? 0;
    expect(weight(0.1)).toBeGreaterThan(0);
    expect(weight(1)).toBeGreaterThan(weight(0.1));
  });

  it("leaves a row that never holds at its prior", () => {
    const withPrior = problem(1, 2, [1]);
    withPrior.priors[1] = 1.5;
    expect(fitLogistic(withPrior, [example(0, []), example(1, [])], 1)[1]).toBe(1.5);
  });

  it("gives no weights to a class that is not weighed", () => {
    const model = fitLogistic(problem(1, 3, [0, 1]), repeat(3, example(2, [0])), 1);
    expect(model[2]).toBe(0);
  });
});

describe("drawFolds", () => {
  it("never parts an article, and draws the same folds for the same seed", () => {
    const spans = Array.from({ length: 40 }, (_, i) => ({ article: i >> 1 }));
    const folds = drawFolds(spans, 7);
    for (let i = 0; i < 40; i += 2) expect(folds[i]).toBe(folds[i + 1]);
    expect(new Set(folds).size).toBe(5);
    expect(drawFolds(spans, 7)).toEqual(folds);
    expect(drawFolds(spans, 8)).not.toEqual(folds);
  });
});

describe("bestThreshold", () => {
  it("stands where the expected F1 is best: .9, .8 and .3 give .8 for two, .75 for all three", () => {
    const threshold = bestThreshold(2, 1, Float64Array.of(0.1, 0.9, 0.2, 0.8, 0.7, 0.3));
    expect(threshold).toBeGreaterThan(0.3);
    expect(threshold).toBeLessThanOrEqual(0.8);
  });
});

describe("decide", () => {
  const thresholds = { scare: 0.3, distanced: 0.2 };
  it("takes scare from its threshold on, though another function is more probable", () => {
    const found = decide(Float64Array.of(0, 0.6, 0.35, 0, 0.05, 0, 0), 0, thresholds);
    expect([found.found, found.distanced]).toEqual(["scare", true]);
  });
  it("holds a partial quotation at a distance from the other threshold on, and no term", () => {
    const partial = Float64Array.of(0, 0.8, 0.1, 0, 0.1, 0, 0);
    const term = Float64Array.of(0, 0.1, 0.1, 0, 0.8, 0, 0);
    expect(decide(partial, 0.2, thresholds).distanced).toBe(true);
    expect(decide(partial, 0.1, thresholds).distanced).toBe(false);
    expect(decide(term, 0.9, thresholds).distanced).toBe(false);
  });
});

describe("the files of the fit", () => {
  const mistakes: string[] = [];
  const report = (line: number, column: string, message: string) => {
    mistakes.push(`${line} ${column} ${message}`);
  };
  const header = "rule,strength,direct,partial,scare,title,term,mention,distanced\n";

  it("give a row its prior, and name a row that is none", () => {
    const { functions, distanced } = readProblems(
      `${header}B1,2,,,0.7,,,,1.5\nB9,,,,,,,,\n`,
      ["A1", "B1"],
      report,
    );
    expect(functions.priors[7 + 2]).toBe(0.7);
    // The last row is the single coders'.
    expect([...functions.strengths]).toEqual([1, 2, 0.01]);
    expect(distanced.priors[3]).toBe(1.5);
    expect(mistakes).toEqual(['3 rule "B9" is no row of evidence']);
  });

  it("keep the descriptions, and refuse a row of evidence without one", () => {
    const old =
      'rule,description,direct,partial,scare,title,term,mention,other,distanced\nbias,Start,,,,,,,,\nthreshold,From,,,0.5,,,,,0.5\nA1,"One, two",,,,,,,,\n';
    const functions = { model: new Float64Array(14), c: 1, threshold: 0.3 };
    const distanced = { model: new Float64Array(4), c: 1, threshold: 0.2 };
    functions.model[2] = 0.456;
    distanced.model.set([0, 1, 0.5, -1.5]);
    const written = writeWeights(old, ["A1"], { functions, distanced });
    expect(written.split("\n").slice(1)).toEqual([
      "bias,Start,,,,,,,,-2",
      "threshold,From,,,0.3,,,,,0.2",
      'A1,"One, two",,,0.46,,,,,1',
      "",
    ]);
    expect(() => writeWeights(old, ["A1", "A2"], { functions, distanced })).toThrow(
      "The row A2 has no line in quotation-weights.csv",
    );
  });
});
