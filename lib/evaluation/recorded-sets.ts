/** A labelled set whose figures docs/accuracy.md keeps: what it is, and how much was tuned on it. Written by hand. */
export interface RecordedSet {
  name: string;
  /** What is judged in it as a whole. */
  unit: "sentences" | "lines" | "articles" | "quotations";
  about: string;
  tuned: string;
  /** Whether weights were fitted on this very set, by a program. */
  fitted: boolean;
}

const BY_JUDGEMENT =
  "A development set: entries and rules were chosen by judgement with it at hand; nothing was fitted by a program.";

/** In the order of the document: the first set of a signal is the one that pages quote. */
export const RECORDED_SETS: readonly RecordedSet[] = [
  {
    name: "hedging-news",
    unit: "sentences",
    about: "News sentences, coded twice by this project's own coders (alpha .92).",
    tuned: BY_JUDGEMENT,
    fitted: false,
  },
  {
    name: "hedging-wikipedia",
    unit: "sentences",
    about:
      "A balanced sample of the Wikipedia sentences of the CoNLL-2010 shared task (Farkas et al. 2010).",
    tuned: BY_JUDGEMENT,
    fitted: false,
  },
  {
    name: "loaded-babe",
    unit: "sentences",
    about:
      "BABE (Spinde et al. 2021): sentences that experts called biased, and the words that made them so.",
    tuned: BY_JUDGEMENT,
    fitted: false,
  },
  {
    name: "loaded-ptc",
    unit: "lines",
    about:
      "The training articles of SemEval-2020 task 11 (Da San Martino et al. 2020), by line: lines with a span of loaded language, name calling, doubt or exaggeration.",
    tuned: BY_JUDGEMENT,
    fitted: false,
  },
  {
    name: "attribution-polnear",
    unit: "articles",
    about: "PolNeAR (Newell et al. 2018): political news with sources, cues and contents marked.",
    tuned: BY_JUDGEMENT,
    fitted: false,
  },
  {
    name: "quotations",
    unit: "quotations",
    about:
      "Quotations in English news articles, coded twice by this project and adjudicated. The two coders agreed with alpha .94 over functions and .90 for scare, but they were of a similar make, so their agreement is an upper bound: other readers may agree less with them, and with the program. Five of the six called `other` are markup, which the finder leaves out on purpose; they count as missed.",
    tuned:
      "The weights were fitted on these very quotations, and on 9,613 others that were coded once, so the figures are optimistic; the part “apart from the fitting” shows by how much.",
    fitted: true,
  },
  {
    name: "quotations-headlines",
    unit: "quotations",
    about:
      "Quotations in headlines, coded in the same way. With few scare quotes its figures are rough.",
    tuned: "The weights were fitted on these too, so the figures are optimistic.",
    fitted: true,
  },
];

/** What a version of the quotation weights reached on quotations that took no part in fitting it: unseen, or left out in turn. */
export interface UnseenResult {
  signal: string;
  set: string;
  size: number;
  accuracy: string;
  macroF1: string;
  /** Precision, recall and F1 for scare; null where they were not measured. */
  precision: number | null;
  recall: number | null;
  f1: number | null;
  /** 95% interval of F1 by article bootstrap. */
  interval: { low: number; high: number } | null;
  expected: string;
  /** hashWeights() of the weights that reached it; null for an earlier table. */
  weights: string | null;
}

/**
 * Written down by hand when weights were fitted; not measured anew with each version. Pages quote the first of a signal: it
 * is of the weights as they are (`npm run fit` prints it), the others are of an earlier table.
 */
export const UNSEEN_RESULTS: readonly UnseenResult[] = [
  {
    signal: "scare_quote",
    set: "unseen news, this table",
    size: 440,
    accuracy: ".83",
    macroF1: ".78",
    precision: 0.61,
    recall: 0.82,
    f1: 0.7,
    interval: { low: 0.58, high: 0.8 },
    expected: "44.8 for 38",
    weights: "57eb2aff37a00c486779230541c95eed6849be8f398cdd2597e1b53fb25efd34",
  },
  {
    signal: "scare_quote",
    set: "unseen news, earlier table",
    size: 1161,
    accuracy: ".74",
    macroF1: ".70",
    precision: 0.51,
    recall: 0.59,
    f1: 0.55,
    interval: { low: 0.48, high: 0.61 },
    expected: "140.6 for 146",
    weights: null,
  },
  {
    signal: "scare_quote",
    set: "headlines, earlier table",
    size: 227,
    accuracy: ".60",
    macroF1: ".48",
    precision: null,
    recall: null,
    f1: 0.44,
    interval: null,
    expected: "",
    weights: null,
  },
  {
    signal: "scare_quote",
    set: "five outlets of other years and countries, earlier table",
    size: 435,
    accuracy: ".87",
    macroF1: "",
    precision: null,
    recall: null,
    f1: null,
    interval: null,
    expected: "13.3 for 11",
    weights: null,
  },
];
