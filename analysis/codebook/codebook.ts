import type { QuotationFunction } from "../types.ts";

/** The text of each codebook file by its name ("lexicons/hedges.csv"); lib reads them, the database keeps them. */
export type CodebookFiles = Readonly<Record<string, string>>;

/** How far a hedge holds a statement back: it blurs it, it leaves it open, or it calls it no more than possible. */
export const STRENGTHS = ["weak", "medium", "strong"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** One entry of a lexicon: what is looked for, and what a hit is called. */
export interface LexiconEntry {
  /** The headword, as shown to the user; the term of a flag. */
  term: string;
  /** Every form that matches, lower-case words separated by single blanks; the term is among them. */
  forms: readonly string[];
  label: string;
  /**
   * What a cue of the attribution lexicon takes (signals/cues/cue-reading.ts): speech, clause, object, plan, infinitive,
   * noun or phrase; "" in other lexicons.
   */
  towards: string;
  /** How far a hedge holds a statement back; "" in other lexicons. */
  strength: Strength | "";
  /** The plain name that a euphemism or dysphemism stands for ("civilians killed"), or "". */
  plain: string;
  /** Phrases in which the entry does not count ("diet regime"): lower-case words, the form among them, * for any ending. */
  exceptions: readonly string[];
  source: string;
  licence: string;
  example: string;
}

/** A lexicon's own facts (lexicons.csv) and its entries. */
export interface Lexicon {
  /** File name without its ending, e.g. "hedges". */
  id: string;
  /** Id of the signal that reads it. */
  signal: string;
  version: string;
  title: string;
  source: string;
  url: string;
  licence: string;
  changes: string;
  entries: readonly LexiconEntry[];
}

/**
 * The words that the codebook knows, each with a number above 0.
 * Folding is lower case, U+2019 as ' and U+2011 as -: one code unit for one (text/fold.ts).
 */
export interface Vocabulary {
  /** Number of the word at text[start, end), or 0 where the codebook doesn't know it. */
  lookup(text: string, start: number, end: number): number;
  /** The same where the caller has hashWord(text, start, end) already, and knows whether all units are letters A to Z in any case. */
  lookupHashed(text: string, start: number, end: number, hash: number, isPlain: boolean): number;
  /** Number of a word given by itself, or 0. */
  idOf(word: string): number;
  /** Largest number in use. */
  size: number;
}

/** A match of a lexicon in a part's tokens. */
export interface LexiconMatch {
  entry: LexiconEntry;
  /** Index of the first token, and of the one after the last. */
  from: number;
  to: number;
}

/** The weights of one piece of evidence about a quotation, by function; a function that is absent weighs 0. */
export type EvidenceWeights = Readonly<Partial<Record<QuotationFunction, number>>>;

/** The fitted table of the quotation classifier (quotation-weights.csv). */
export interface QuotationWeights {
  /** Score of each function before any evidence. */
  bias: Readonly<Record<QuotationFunction, number>>;
  /** By rule id ("L1"). */
  rules: ReadonlyMap<string, EvidenceWeights>;
  /** P(scare) from which on the function is scare. */
  scareThreshold: number;
  /** The table of two classes: whether a partial quotation is held at a distance. */
  distanced: DistanceWeights;
}

/** Weights for "distanced": the score goes through the logistic function. */
export interface DistanceWeights {
  bias: number;
  /** By rule id; a rule that is absent weighs 0. */
  rules: ReadonlyMap<string, number>;
  /** P(distanced) from which on a partial quotation is held at a distance. */
  threshold: number;
}
