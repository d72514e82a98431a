import type { CorpusDatabase } from "../database/corpus-database.ts";
import { type ComparedOutlet, getComparison } from "../queries/comparison.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { type Column, FILTER_COLUMNS, headerLine, rowLine } from "./columns.ts";

interface ComparisonRow {
  resolved: ResolvedView;
  signal: string;
  label: string;
  /** The compared outlet, and the reference. */
  a: ComparedOutlet;
  b: ComparedOutlet;
}

const sideColumns = (side: "a" | "b", what: string): Column<ComparisonRow>[] => [
  { name: `${side}_outlet`, describe: `Name of ${what}.`, value: (row) => row[side].outlet.name },
  {
    name: `${side}_from`,
    describe: `First day of the range of ${what}.`,
    value: (row) => row.resolved.from,
  },
  {
    name: `${side}_to`,
    describe: `Last day of the range of ${what}.`,
    value: (row) => row.resolved.to,
  },
  {
    name: `${side}_articles`,
    describe: `Counted articles of ${what}.`,
    value: (row) => row[side].measure.articles,
  },
  {
    name: `${side}_words`,
    describe: `Word tokens of ${what}.`,
    value: (row) => row[side].measure.words,
  },
  { name: `${side}_hits`, describe: `Hits of ${what}.`, value: (row) => row[side].measure.hits },
  {
    name: `${side}_rate`,
    describe: `Hits per 1,000 words of ${what}.`,
    value: (row) => row[side].measure.rate,
  },
  {
    name: `${side}_ci_low`,
    describe: `Lower 95% bound of the rate of ${what}.`,
    value: (row) => row[side].measure.rateLow,
  },
  {
    name: `${side}_ci_high`,
    describe: `Upper 95% bound of the rate of ${what}.`,
    value: (row) => row[side].measure.rateHigh,
  },
];

/** comparison.csv: one row for each signal and outlet other than the reference. */
export const COMPARISON_COLUMNS: readonly Column<ComparisonRow>[] = [
  { name: "signal", describe: "Id of the signal.", value: (row) => row.signal },
  { name: "label", describe: "Label counted, or all.", value: (row) => row.label },
  ...FILTER_COLUMNS,
  ...sideColumns("a", "the compared outlet"),
  ...sideColumns("b", "the reference"),
  {
    name: "ratio",
    describe: "Rate of a / rate of b; empty where a side has no hit or too few articles.",
    value: (row) => row.a.ratio?.ratio ?? null,
  },
  {
    name: "ratio_ci_low",
    describe: "Lower 95% bound of the ratio.",
    value: (row) => row.a.ratio?.low ?? null,
  },
  {
    name: "ratio_ci_high",
    describe: "Upper 95% bound of the ratio.",
    value: (row) => row.a.ratio?.high ?? null,
  },
  { name: "df", describe: "Welch's degrees of freedom.", value: (row) => row.a.ratio?.df ?? null },
  { name: "p", describe: "Two-sided p for a ratio of 1.", value: (row) => row.a.ratio?.p ?? null },
  {
    name: "p_adjusted",
    describe: "p adjusted over every ratio of this file (Benjamini and Hochberg).",
    value: (row) => row.a.ratio?.pAdjusted ?? null,
  },
  { name: "codebook", describe: "Hash of the codebook.", value: (row) => row.resolved.codebook },
  {
    name: "engine_version",
    describe: "Version of the engine.",
    value: (row) => row.resolved.engineVersion,
  },
];

/** Lines of comparison.csv: by signal, then outlet name. */
export async function* comparisonCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  reference: string | null,
): AsyncGenerator<string> {
  yield headerLine(COMPARISON_COLUMNS);
  const comparison = await getComparison(corpus, resolved, reference);
  for (const { signal, label, outlets } of comparison.signals) {
    const b = outlets.find((each) => each.outlet.id === comparison.reference.id);
    for (const a of outlets) {
      if (b && a !== b) yield rowLine(COMPARISON_COLUMNS, { resolved, signal, label, a, b });
    }
  }
}
