import type { Codebook } from "../../codebook/compile.ts";
import { type Evidence, QUOTATION_FUNCTIONS, type QuotationFunction } from "../../types.ts";
import type { QuotationContext } from "./context.ts";
import { ROW_IDS, rowsThatHold } from "./rows.ts";

/** Most pieces of evidence kept with a quotation. */
const MOST_EVIDENCE = 12;
/** Below this the best probability decides nothing. */
const CERTAIN = 0.5;
const FUNCTIONS = QUOTATION_FUNCTIONS.length;
const SCARE = QUOTATION_FUNCTIONS.indexOf("scare");
const PARTIAL = QUOTATION_FUNCTIONS.indexOf("partial");

/** The codebook's weights by number of row. */
export interface EvidenceTable {
  /** FUNCTIONS numbers a row. */
  weights: Float64Array;
  /** In the table of distance. */
  distances: Float64Array;
  /** Evidence by row, chosen function and runner-up, as far as it was asked for. */
  pieces: (Evidence | undefined)[];
  bias: Float64Array;
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

/** The rows that a codebook weighs. A row without weights counts 0: it decides nothing. */
export function evidenceTable(codebook: Codebook): EvidenceTable {
  const found = known.get(codebook);
  if (found !== undefined) return found;
  const { bias, rules, scareThreshold, distanced } = codebook.quotationWeights;
  const table = {
    weights: Float64Array.from(
      ROW_IDS.flatMap((id) => QUOTATION_FUNCTIONS.map((name) => rules.get(id)?.[name] ?? 0)),
    ),
    distances: Float64Array.from(ROW_IDS, (id) => distanced.rules.get(id) ?? 0),
    pieces: new Array<Evidence | undefined>(ROW_IDS.length * FUNCTIONS * FUNCTIONS).fill(undefined),
    bias: Float64Array.from(QUOTATION_FUNCTIONS, (name) => bias[name]),
    scareThreshold,
    distanceBias: distanced.bias,
    leastDistance: Math.log(distanced.threshold / (1 - distanced.threshold)),
  };
  known.set(codebook, table);
  return table;
}

/** Makes probabilities that add up to 1 of scores, in place. */
function softmax(scores: Float64Array): void {
  let top = scores[0] as number;
  for (let f = 1; f < FUNCTIONS; f++) top = Math.max(top, scores[f] as number);
  let sum = 0;
  for (let f = 0; f < FUNCTIONS; f++) {
    const power = Math.exp((scores[f] as number) - top);
    scores[f] = power;
    sum += power;
  }
  for (let f = 0; f < FUNCTIONS; f++) scores[f] = (scores[f] as number) / sum;
}

/** Number of the largest value, leaving one out. */
function bestWithout(values: Float64Array, left: number): number {
  let best = -1;
  for (let f = 0; f < FUNCTIONS; f++)
    if (f !== left && (best < 0 || (values[f] as number) > (values[best] as number))) best = f;
  return best;
}

/** What is summed up for one quotation; used for each anew. */
const scores = new Float64Array(FUNCTIONS);
const holding = new Int32Array(ROW_IDS.length);

/** Weighs the rows that hold for a quotation: bias and weights add up to scores, softmax makes probabilities of them. */
export function decide(q: QuotationContext, table: EvidenceTable): Decision {
  const { weights, distances } = table;
  const held = rowsThatHold(q, holding);
  for (let f = 0; f < FUNCTIONS; f++) scores[f] = table.bias[f] as number;
  let distance = table.distanceBias;
  for (let i = 0; i < held; i++) {
    const row = holding[i] as number;
    const at = row * FUNCTIONS;
    for (let f = 0; f < FUNCTIONS; f++)
      scores[f] = (scores[f] as number) + (weights[at + f] as number);
    distance += distances[row] as number;
  }
  softmax(scores);
  const isScare = (scores[SCARE] as number) >= table.scareThreshold;
  const bestOther = bestWithout(scores, SCARE);
  const chosen = isScare ? SCARE : bestOther;
  const best = Math.max(scores[SCARE] as number, scores[bestOther] as number);
  return {
    function: QUOTATION_FUNCTIONS[chosen] ?? "other",
    probabilities: named(scores),
    uncertain: best < CERTAIN,
    distanced: isScare || (chosen === PARTIAL && distance >= table.leastDistance),
    evidence: explain(held, table, chosen, bestWithout(scores, chosen)),
  };
}

/** Probabilities by number of function, by its name: QUOTATION_FUNCTIONS' order. */
function named(chances: Float64Array): Record<QuotationFunction, number> {
  return {
    direct: chances[0] as number,
    partial: chances[1] as number,
    scare: chances[2] as number,
    title: chances[3] as number,
    term: chances[4] as number,
    mention: chances[5] as number,
    other: chances[6] as number,
  };
}

/** The evidence at hand, the strongest first: so many pieces. A list that shrinks for each quotation would be dearer. */
const strongest: Evidence[] = [];
let kept = 0;

/** The strongest rows, of those that hold, that part the chosen function from the runner-up; of equals the first. */
function explain(held: number, table: EvidenceTable, chosen: number, runnerUp: number): Evidence[] {
  kept = 0;
  for (let i = 0; i < held; i++) {
    const piece = pieceOf(table, holding[i] as number, chosen, runnerUp);
    if (piece.weight !== 0) insertByStrength(piece);
  }
  return strongest.slice(0, kept);
}

/** What a row says for a function rather than another: one object for all quotations of which it says so. */
function pieceOf(
  { weights, pieces }: EvidenceTable,
  row: number,
  chosen: number,
  runnerUp: number,
): Evidence {
  const at = row * FUNCTIONS;
  const place = (at + chosen) * FUNCTIONS + runnerUp;
  const known = pieces[place];
  if (known !== undefined) return known;
  const difference = (weights[at + chosen] as number) - (weights[at + runnerUp] as number);
  const piece = { rule: ROW_IDS[row] as string, weight: Math.round(difference * 100) / 100 };
  pieces[place] = piece;
  return piece;
}

/** Puts a piece behind all that are as strong, and drops the weakest of too many. Evidence is short: this needs no sort(). */
function insertByStrength(piece: Evidence): void {
  const strength = Math.abs(piece.weight);
  let at = kept;
  while (at > 0 && Math.abs((strongest[at - 1] as Evidence).weight) < strength) at--;
  if (at === MOST_EVIDENCE) return;
  if (kept < MOST_EVIDENCE) kept++;
  for (let i = kept - 1; i > at; i--) strongest[i] = strongest[i - 1] as Evidence;
  strongest[at] = piece;
}
