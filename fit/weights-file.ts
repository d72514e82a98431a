import { WEIGHT_COLUMNS } from "../analysis/codebook/parse-quotations.ts";
import { readTable } from "../analysis/codebook/table.ts";
import { QUOTATION_FUNCTIONS } from "../analysis/types.ts";
import type { Model } from "./logistic.ts";
import type { FittedTables } from "./tables.ts";

const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const number = (value: number) => {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? "" : String(rounded);
};

/** Biases of a table, shifted so that they add up to 0: only their differences say something. */
function biases(model: Model, classes: number): number[] {
  const found = [...model.subarray(-classes)];
  const mean = found.reduce((sum, value) => sum + value, 0) / classes;
  return found.map((value) => value - mean);
}

/** The rules of quotation-weights.csv with new weights; descriptions stay. A row of evidence without a line is an error. */
export function writeWeights(
  old: string,
  rules: readonly string[],
  { functions, distanced }: FittedTables,
): string {
  const descriptions = new Map<string, string>();
  const report = (line: number, column: string, message: string) => {
    throw new Error(`quotation-weights.csv, line ${line}, ${column}: ${message}.`);
  };
  for (const { values } of readTable(old, WEIGHT_COLUMNS, report))
    descriptions.set(values.rule, values.description);
  const line = (rule: string, cells: readonly string[]) => {
    const description = descriptions.get(rule);
    if (!description)
      throw new Error(
        `The row ${rule} has no line in quotation-weights.csv: add one with its description.`,
      );
    return [rule, field(description), ...cells].join(",");
  };
  const classes = QUOTATION_FUNCTIONS.length;
  const [no = 0, yes = 0] = biases(distanced.model, 2);
  const thresholds = QUOTATION_FUNCTIONS.map((name) =>
    name === "scare" ? String(functions.threshold) : "",
  );
  return `${[
    WEIGHT_COLUMNS.join(","),
    line("bias", [...biases(functions.model, classes), yes - no].map(number)),
    line("threshold", [...thresholds, String(distanced.threshold)]),
    ...rules.map((rule, row) => {
      const weights = functions.model.subarray(row * classes, (row + 1) * classes);
      return line(rule, [...weights, distanced.model[row * 2 + 1] ?? 0].map(number));
    }),
  ].join("\n")}\n`;
}
