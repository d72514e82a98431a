import { type Report, readTable } from "../analysis/codebook/table.ts";
import { QUOTATION_FUNCTIONS } from "../analysis/types.ts";
import type { Problem } from "./logistic.ts";

const WEIGHED = ["direct", "partial", "scare", "title", "term", "mention"] as const;
const COLUMNS = ["rule", "strength", ...WEIGHED, "distanced"] as const;

/** Which of the seven functions a row weighs for: "other" has too few cases. */
const FUNCTIONS = WEIGHED.map((name) => QUOTATION_FUNCTIONS.indexOf(name));

/**
 * How strongly rows are held in the table of distance, without a prior to 0, with one to that: of partial quotations held at
 * a distance, the hard ones, there are some three hundred for all rows.
 */
const DISTANCED_STRENGTH = 2;
const DISTANCED_PRIOR_STRENGTH = 4;

/** The single coders' leanings, the last row, are all but free: thousands of spans show them. */
const CODER_STRENGTH = 0.01;

/** The two tables to fit: the function of a quotation, and whether it is held at a distance (class 1). */
export interface Problems {
  functions: Problem;
  distanced: Problem;
}

/**
 * Reads priors.csv: the weights expected of a row before any label is seen, and how strongly the fit is held to them. Rare,
 * certain cues would otherwise shrink away. Rows that are not named expect 0 with strength 1. Behind
 * the rules comes one row more, CODER_ROW.
 */
export function readProblems(text: string, rules: readonly string[], report: Report): Problems {
  const problem = (classes: number, weighed: readonly number[]): Problem => ({
    rows: rules.length + 1,
    classes,
    weighed,
    priors: new Float64Array((rules.length + 1) * classes),
    strengths: new Float64Array(rules.length + 1).fill(1),
  });
  const functions = problem(QUOTATION_FUNCTIONS.length, FUNCTIONS);
  const distanced = problem(2, [1]);
  distanced.strengths.fill(DISTANCED_STRENGTH);
  for (const { strengths } of [functions, distanced]) strengths[rules.length] = CODER_STRENGTH;
  for (const { line, values } of readTable(text, COLUMNS, report)) {
    const row = rules.indexOf(values.rule);
    if (row < 0) report(line, "rule", `"${values.rule}" is no row of evidence`);
    const number = (column: (typeof COLUMNS)[number]) => {
      const value = Number(values[column]);
      if (!Number.isFinite(value)) report(line, column, `"${values[column]}" is not a number`);
      return value;
    };
    if (values.strength !== "") functions.strengths[row] = number("strength");
    WEIGHED.forEach((name, i) => {
      functions.priors[row * functions.classes + (FUNCTIONS[i] as number)] = number(name);
    });
    distanced.priors[row * 2 + 1] = number("distanced");
    if (values.distanced !== "") distanced.strengths[row] = DISTANCED_PRIOR_STRENGTH;
  }
  return { functions, distanced };
}
