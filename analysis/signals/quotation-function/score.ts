import type { Codebook } from "../../codebook/compile.ts";
import { type Evidence, QUOTATION_FUNCTIONS, type QuotationFunction } from "../../types.ts";
import type { QuotationContext } from "./context.ts";
import { ROWS } from "./rows.ts";

/** Most pieces of evidence kept with a quotation. */
const MOST_EVIDENCE = 12;
/** Below this the best probability decides nothing. */
const CERTAIN = 0.5;

interface WeighedRow {
  id: string;
  holds: (q: QuotationContext) => boolean;
  /** By number of function. */
  weights: readonly number[];
  /** In the table of distance. */
  distance: number;
}

/** The rows with the codebook's weights. */
export interface EvidenceTable {
  rows: readonly WeighedRow[];
  bias: readonly number[];
  scareThreshold: number;
  distanceBias: number;
  /** Score in the table of distance from which on a quotation is held at a distance. */
  leastDistance: number;
}

/** What the rows say about one quotation. */
export interface Decision {
  function: QuotationFunction;
  probabilities: Record<QuotationFunction, number>;
  uncertain: boolean;
  /** Whether the outlet holds the words at arm's length: every scare quote, and partial quotations by a table of their own. */
  distanced: boolean;
  /** Rows that speak for the function rather than the next best, or against it; the strongest first. */
  evidence: Evidence[];
}

/** A codebook never changes: its table is made once. */
const known = new WeakMap<Codebook, EvidenceTable>();

/** The rows that a codebook weighs. A row without weights is left out: it could decide nothing. */
export function evidenceTable(codebook: Codebook): EvidenceTable {
  const found = known.get(codebook);
  if (found !== undefined) return found;
  const { bias, rules, scareThreshold, distanced } = codebook.quotationWeights;
  const rows = Object.entries(ROWS).map(([id, holds]) => {
    const weights = rules.get(id) ?? {};
    return {
      id,
      holds,
      weights: QUOTATION_FUNCTIONS.map((name) => weights[name] ?? 0),
      distance: distanced.rules.get(id) ?? 0,
    };
  });
  const table = {
    rows,
    bias: QUOTATION_FUNCTIONS.map((name) => bias[name]),
    scareThreshold,
    distanceBias: distanced.bias,
    leastDistance: Math.log(distanced.threshold / (1 - distanced.threshold)),
  };
  known.set(codebook, table);
  return table;
}

/** Scores to probabilities that add up to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const chances = [...scores];
  let sum = 0;
  for (let i = 0; i < chances.length; i++) {
    const power = Math.exp((scores[i] ?? 0) - top);
    chances[i] = power;
    sum += power;
  }
  for (let i = 0; i < chances.length; i++) chances[i] = (chances[i] ?? 0) / sum;
  return chances;
}

/** Number of the largest value, leaving one out. */
function bestWithout(values: readonly number[], left: number): number {
  let best = -1;
  for (let i = 0; i < values.length; i++)
    if (i !== left && (best < 0 || (values[i] ?? 0) > (values[best] ?? 0))) best = i;
  return best;
}

const SCARE = QUOTATION_FUNCTIONS.indexOf("scare");
const PARTIAL = QUOTATION_FUNCTIONS.indexOf("partial");

/**
 * Decides about several quotations, in their order. Row by row rather than quotation by quotation: the code of
 * 136 rows doesn't fit into the processor's nearest cache, and would be fetched anew for every quotation.
 */
export function decideAll(contexts: readonly QuotationContext[], table: EvidenceTable): Decision[] {
  const holding = contexts.map((): WeighedRow[] => []);
  for (const row of table.rows)
    for (let i = 0; i < contexts.length; i++)
      if (row.holds(contexts[i] as QuotationContext)) holding[i]?.push(row);
  return holding.map((rows) => decide(rows, table));
}

/** Weighs the rows that hold: bias and weights add up to scores, softmax makes probabilities of them. */
function decide(holding: readonly WeighedRow[], table: EvidenceTable): Decision {
  const scores = [...table.bias];
  let distance = table.distanceBias;
  for (const row of holding) {
    for (let f = 0; f < scores.length; f++) scores[f] = (scores[f] ?? 0) + (row.weights[f] ?? 0);
    distance += row.distance;
  }
  const chances = softmax(scores);
  const isScare = (chances[SCARE] ?? 0) >= table.scareThreshold;
  const chosen = isScare ? SCARE : bestWithout(chances, SCARE);
  return {
    function: QUOTATION_FUNCTIONS[chosen] ?? "other",
    probabilities: named(chances),
    uncertain: Math.max(...chances) < CERTAIN,
    distanced: isScare || (chosen === PARTIAL && distance >= table.leastDistance),
    evidence: explain(holding, chosen, bestWithout(chances, chosen)),
  };
}

/** Probabilities by number of function, by its name. */
function named(chances: readonly number[]): Record<QuotationFunction, number> {
  const [direct = 0, partial = 0, scare = 0, title = 0, term = 0, mention = 0, other = 0] = chances;
  return { direct, partial, scare, title, term, mention, other };
}

/** The strongest rows that part the chosen function from the runner-up. */
function explain(rows: readonly WeighedRow[], chosen: number, runnerUp: number): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { id, weights } of rows) {
    const difference = (weights[chosen] ?? 0) - (weights[runnerUp] ?? 0);
    const weight = Math.round(difference * 100) / 100;
    if (weight !== 0) insertByStrength(evidence, { rule: id, weight });
  }
  return evidence;
}

/** Puts a piece behind all that are as strong, and drops the weakest of too many. Evidence is short: this needs no sort(). */
function insertByStrength(evidence: Evidence[], piece: Evidence): void {
  const strength = Math.abs(piece.weight);
  let at = evidence.length;
  while (at > 0 && Math.abs(evidence[at - 1]?.weight ?? 0) < strength) at--;
  if (at === MOST_EVIDENCE) return;
  if (evidence.length === MOST_EVIDENCE) evidence.pop();
  for (let i = evidence.length; i > at; i--) evidence[i] = evidence[i - 1] as Evidence;
  evidence[at] = piece;
}
