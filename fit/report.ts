import { bootstrapIntervals, type Statistic } from "../analysis/evaluation/bootstrap.ts";
import { accuracy, countsOfClass, macroF1 } from "../analysis/evaluation/confusion.ts";
import { f1, precision, recall } from "../analysis/evaluation/precision-recall.ts";
import {
  calibrationError,
  expectedCount,
  reliability,
} from "../analysis/evaluation/reliability.ts";
import { QUOTATION_FUNCTIONS } from "../analysis/types.ts";
import type { CrossValidated } from "../lib/evaluation/cross-validated.ts";
import { type Decided, SCARE } from "./decisions.ts";
import type { LabelledSpan } from "./labelled-spans.ts";

const CLASSES = QUOTATION_FUNCTIONS;
const CELLS = CLASSES.length ** 2;
/** "other" has too few cases for an F1. */
const COUNTED = CLASSES.filter((name) => name !== "other");

const confusion = (sums: readonly number[]) => ({ classes: CLASSES, cells: sums.slice(0, CELLS) });
const scareCounts = (sums: readonly number[]) => countsOfClass(confusion(sums), "scare");
const distancedCounts = (sums: readonly number[]) => {
  const [tp = 0, fp = 0, fn = 0] = sums.slice(CELLS);
  return { tp, fp, fn };
};

const FIGURES: Readonly<Record<string, Statistic>> = {
  accuracy: (sums) => accuracy(confusion(sums)),
  "macro-F1": (sums) => macroF1(confusion(sums), COUNTED),
  "scare precision": (sums) => precision(scareCounts(sums)),
  "scare recall": (sums) => recall(scareCounts(sums)),
  "scare F1": (sums) => f1(scareCounts(sums)),
  "distanced precision": (sums) => precision(distancedCounts(sums)),
  "distanced recall": (sums) => recall(distancedCounts(sums)),
  "distanced F1": (sums) => f1(distancedCounts(sums)),
};

/** A span with what was said of it. */
interface Judged {
  span: LabelledSpan;
  decided: Decided;
}

/** Counts by article: cells of the confusion, then right, wrong and missed of distanced. */
function countByArticle(judged: readonly Judged[]): number[][] {
  const counts = new Map<number, number[]>();
  for (const { span, decided } of judged) {
    const row = counts.get(span.article) ?? new Array<number>(CELLS + 3).fill(0);
    counts.set(span.article, row);
    const add = (at: number) => {
      row[at] = (row[at] ?? 0) + 1;
    };
    add(span.target * CLASSES.length + CLASSES.indexOf(decided.found));
    if (span.distanced && decided.distanced) add(CELLS);
    else if (decided.distanced) add(CELLS + 1);
    else if (span.distanced) add(CELLS + 2);
  }
  return [...counts.values()];
}

const show = (value: number) =>
  value.toFixed(3).replace(/^0|^-0(?=\.)/, (zero) => zero.slice(0, -1));

const scoredOf = (judged: readonly Judged[]) =>
  judged.map(({ span, decided }) => ({
    probability: decided.chances[SCARE] as number,
    hit: span.target === SCARE,
  }));

/** Sum of P(scare) against the count, over spans of all repeats; z for one repeat. */
function calibration(judged: readonly Judged[], repeats: number): string {
  const scored = scoredOf(judged);
  const { expected, counted, z } = expectedCount(scored);
  const error = calibrationError(reliability(scored));
  const [sum, count] = [expected / repeats, counted / repeats];
  return `${sum.toFixed(1)} expected for ${count} counted, z ${(z / Math.sqrt(repeats)).toFixed(2)}, calibration error ${show(error)}`;
}

const logLossOf = (judged: readonly Judged[]) =>
  judged.reduce(
    (sum, { span, decided }) =>
      sum - Math.log(Math.max(1e-12, decided.chances[span.target] as number)),
    0,
  ) / judged.length;

/** Figures of one set of spans over all repeats; intervals draw whole articles. */
function figuresOf(judged: readonly Judged[]): CrossValidated["parts"][number]["figures"] {
  const clusters = countByArticle(judged);
  const sums = clusters.reduce((a, b) => a.map((value, i) => value + (b[i] ?? 0)));
  const intervals = bootstrapIntervals(clusters, Object.values(FIGURES));
  return Object.fromEntries(
    Object.entries(FIGURES).map(([name, statistic], i) => {
      const value = statistic(sums);
      return [name, { value, ...(intervals[i] ?? { low: value, high: value }) }];
    }),
  );
}

/** Figures of one set of spans over all repeats, as lines. */
function describe({ title, judged }: Part, repeats: number): string[] {
  const figures = Object.entries(figuresOf(judged)).map(
    ([name, { value, low, high }]) =>
      `  ${name.padEnd(20)}${show(value)} [${show(low)}, ${show(high)}]`,
  );
  const samples = [...new Set(judged.map(({ span }) => span.sample))].sort();
  const bySample = samples.length > 1 ? samples : [];
  return [
    `${title}: ${judged.length / repeats} quotations`,
    ...figures,
    `  ${"log loss".padEnd(20)}${show(logLossOf(judged))}`,
    `  P(scare): ${calibration(judged, repeats)}`,
    ...bySample.map(
      (sample) =>
        `    ${sample}: ${calibration(
          judged.filter(({ span }) => span.sample === sample),
          repeats,
        )}`,
    ),
    "",
  ];
}

/** Reliability of P(scare) in steps of a tenth, over all repeats. */
function reliabilityLines(judged: readonly Judged[], repeats: number): string[] {
  const bins = reliability(scoredOf(judged));
  const lines = bins.map(
    ({ low, high, n, mean, share }) =>
      `  ${low.toFixed(1)} to ${high.toFixed(1)}: ${Math.round(n / repeats)} quotations, mean ${mean === null ? "-" : show(mean)}, scare ${share === null ? "-" : show(share)}`,
  );
  return ["Reliability of P(scare) in body text", ...lines];
}

interface Part {
  title: string;
  judged: readonly Judged[];
}

/** Body text and headlines apart, over all repeats. */
function partsOf(spans: readonly LabelledSpan[], decided: readonly Decided[][]): Part[] {
  const judged = decided.flatMap((repeat) =>
    spans.map((span, i) => ({ span, decided: repeat[i] as Decided })),
  );
  const inHeadline = judged.filter(({ span }) => span.part === "headline");
  const others = judged.filter(({ span }) => span.part !== "headline");
  return [
    { title: "Body text", judged: others },
    { title: "Headlines", judged: inHeadline },
  ].filter((part) => part.judged.length > 0);
}

/** What nested cross-validation found, as lines. */
export function reportNested(
  spans: readonly LabelledSpan[],
  decided: readonly Decided[][],
): string {
  const parts = partsOf(spans, decided);
  return [
    ...parts.flatMap((part) => describe(part, decided.length)),
    ...reliabilityLines(parts[0]?.judged ?? [], decided.length),
  ].join("\n");
}

/** The same as docs/accuracy.md keeps it. */
export function summariseNested(
  spans: readonly LabelledSpan[],
  decided: readonly Decided[][],
): CrossValidated["parts"] {
  const repeats = decided.length;
  return partsOf(spans, decided).map(({ title, judged }) => {
    const { expected, counted, z } = expectedCount(scoredOf(judged));
    return {
      title,
      quotations: judged.length / repeats,
      figures: figuresOf(judged),
      expected: expected / repeats,
      counted: counted / repeats,
      z: z / Math.sqrt(repeats),
    };
  });
}
