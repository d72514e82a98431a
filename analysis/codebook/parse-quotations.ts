import { QUOTATION_FUNCTIONS, type QuotationFunction } from "../types.ts";
import type { EvidenceWeights, QuotationWeights } from "./codebook.ts";
import { type Report, readTable } from "./table.ts";

const COLUMNS = ["rule", "description", ...QUOTATION_FUNCTIONS] as const;

/** A table without evidence: every function weighs the same, and none is scare. */
const NO_WEIGHTS: QuotationWeights = {
  bias: { direct: 0, partial: 0, scare: 0, title: 0, term: 0, mention: 0, other: 0 },
  rules: new Map(),
  scareThreshold: 1,
};

/**
 * Reads quotation-weights.csv: a row a rule, and the rows bias and threshold (its value stands under scare).
 * What each rule says goes into descriptions.
 */
export function parseQuotationWeights(
  text: string | undefined,
  descriptions: Map<string, string>,
  report: Report,
): QuotationWeights {
  if (text === undefined) return NO_WEIGHTS;
  const rules = new Map<string, EvidenceWeights>();
  for (const { line, values } of readTable(text, COLUMNS, report)) {
    const weights: Partial<Record<QuotationFunction, number>> = {};
    for (const name of QUOTATION_FUNCTIONS) {
      if (values[name] === "") continue;
      weights[name] = Number(values[name]);
      if (!Number.isFinite(weights[name])) report(line, name, `"${values[name]}" is not a number`);
    }
    if (values.rule === "") report(line, "rule", "is empty");
    if (rules.has(values.rule)) report(line, "rule", `"${values.rule}" stands here twice`);
    rules.set(values.rule, weights);
    descriptions.set(values.rule, values.description);
  }
  const bias = rules.get("bias");
  const scareThreshold = rules.get("threshold")?.scare;
  if (bias === undefined) report(1, "rule", "there is no row bias");
  if (scareThreshold === undefined)
    report(1, "rule", "there is no row threshold with a value for scare");
  rules.delete("bias");
  rules.delete("threshold");
  return {
    bias: { ...NO_WEIGHTS.bias, ...bias },
    rules,
    scareThreshold: scareThreshold ?? NO_WEIGHTS.scareThreshold,
  };
}
