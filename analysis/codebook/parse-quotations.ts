import { QUOTATION_FUNCTIONS, type QuotationFunction } from "../types.ts";
import type { EvidenceWeights, QuotationWeights } from "./codebook.ts";
import { type Report, readTable } from "./table.ts";

/** The last column is a table of its own: whether a partial quotation is held at a distance. */
export const WEIGHT_COLUMNS = ["rule", "description", ...QUOTATION_FUNCTIONS, "distanced"] as const;

/** Tables without evidence: every function weighs the same, and nothing is scare or held at a distance. */
const NO_WEIGHTS: QuotationWeights = {
  bias: { direct: 0, partial: 0, scare: 0, title: 0, term: 0, mention: 0, other: 0 },
  rules: new Map(),
  scareThreshold: 1,
  distanced: { bias: 0, rules: new Map(), threshold: 1 },
};

/**
 * Reads quotation-weights.csv: a row a rule, and the rows bias and threshold (its values stand under scare and distanced).
 * What each rule says goes into descriptions.
 */
export function parseQuotationWeights(
  text: string | undefined,
  descriptions: Map<string, string>,
  report: Report,
): QuotationWeights {
  if (text === undefined) return NO_WEIGHTS;
  const rules = new Map<string, EvidenceWeights>();
  const distanced = new Map<string, number>();
  for (const { line, values } of readTable(text, WEIGHT_COLUMNS, report)) {
    const number = (column: QuotationFunction | "distanced"): number | undefined => {
      if (values[column] === "") return undefined;
      const value = Number(values[column]);
      if (!Number.isFinite(value)) report(line, column, `"${values[column]}" is not a number`);
      return value;
    };
    const weights: Partial<Record<QuotationFunction, number>> = {};
    for (const name of QUOTATION_FUNCTIONS) {
      const weight = number(name);
      if (weight !== undefined) weights[name] = weight;
    }
    if (values.rule === "") report(line, "rule", "is empty");
    if (rules.has(values.rule)) report(line, "rule", `"${values.rule}" stands here twice`);
    rules.set(values.rule, weights);
    const distance = number("distanced");
    if (distance !== undefined) distanced.set(values.rule, distance);
    descriptions.set(values.rule, values.description);
  }
  return takeTables(rules, distanced, report);
}

/** Takes the rows bias and threshold out of the rules. */
function takeTables(
  rules: Map<string, EvidenceWeights>,
  distanced: Map<string, number>,
  report: Report,
): QuotationWeights {
  const bias = rules.get("bias");
  const scareThreshold = rules.get("threshold")?.scare;
  const threshold = distanced.get("threshold");
  if (bias === undefined) report(1, "rule", "there is no row bias");
  if (scareThreshold === undefined || threshold === undefined)
    report(1, "rule", "there is no row threshold with values for scare and distanced");
  const distanceBias = distanced.get("bias") ?? 0;
  for (const name of ["bias", "threshold"]) {
    rules.delete(name);
    distanced.delete(name);
  }
  return {
    bias: { ...NO_WEIGHTS.bias, ...bias },
    rules,
    scareThreshold: scareThreshold ?? NO_WEIGHTS.scareThreshold,
    distanced: {
      bias: distanceBias,
      rules: distanced,
      threshold: threshold ?? NO_WEIGHTS.distanced.threshold,
    },
  };
}
