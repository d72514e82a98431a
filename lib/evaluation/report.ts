import type { Confusion } from "../../analysis/evaluation/confusion.ts";
import type { ExpectedCount, ReliabilityBin } from "../../analysis/evaluation/reliability.ts";

/** A figure with its 95% interval; bounds are null where a single article can't give any. */
export interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}

/**
 * What a line of a table is about: everything; the flags of one label; what coders called it; a function of quotations; an
 * outlet; a part; a sample; a simpler method on the same text.
 */
export const GROUPS = [
  "all",
  "label",
  "coded",
  "function",
  "voice",
  "outlet",
  "part",
  "sample",
  "confidence",
  "baseline",
] as const;
export type Group = (typeof GROUPS)[number];

/** Precision, recall and F1 of one group; null where a group can't have one (coders don't use the detectors' labels). */
export interface ScoreRow {
  by: Group;
  name: string;
  tp: number;
  fp: number;
  fn: number;
  precision: Estimate | null;
  recall: Estimate | null;
  f1: Estimate | null;
  /** Mean of the F1 of yes and of no, where both were judged. */
  macroF1: Estimate | null;
}

/** Agreement over one kind of thing. */
export interface ScoreTable {
  judged:
    | "sentences"
    | "words"
    | "attributed words"
    | "sources"
    | "functions"
    | "scare"
    | "distanced"
    | "flags";
  rows: ScoreRow[];
}

/** A figure that is not of the kind of precision and recall. */
export interface NamedFigure extends Estimate {
  name: "accuracy" | "macro-F1" | "own-voice error" | "calibration error";
  by: Group;
  group: string;
}

/** Sum of P(scare) against the count, in one group. */
export interface ExpectedRow extends ExpectedCount {
  by: Group;
  group: string;
  n: number;
}

/** A disagreement where it stands. */
export interface WrongDecision {
  what: string;
  /** How bad: see `unit`. */
  size: number;
  unit: "times" | "words" | "probability";
  line: number;
  id: string;
  left: string;
  match: string;
  right: string;
}

/** How the program's decisions on one set of codings agree with the coders'. */
export interface SetReport {
  set: string;
  signal: string;
  /** Coded rows. */
  size: number;
  /** What a row is. */
  unit: "sentences" | "articles" | "quotations" | "flags";
  /** How many of them are positive: coded yes, coded as scare, words attributed. */
  positives: number;
  /** Articles (or texts) that were drawn as a whole for the intervals. */
  clusters: number;
  /** Quotations found with exact offsets; null where none were looked for. */
  found: number | null;
  tables: ScoreTable[];
  figures: NamedFigure[];
  confusion: Confusion | null;
  reliability: ReliabilityBin[];
  expected: ExpectedRow[];
  /** Worst first. */
  errors: WrongDecision[];
}
