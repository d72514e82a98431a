import type { Analysis, Flag, Quotation } from "../../analysis/types.ts";
import { type CopyRow, encodeRow } from "../database/copy-text.ts";
import { metricsOf, storedProbability } from "./metrics.ts";

/** The columns of each table, in the order in which rows are written. */
export const COLUMNS = {
  quotation: [
    "article_id",
    "ordinal",
    "part",
    "start",
    "end",
    "function",
    "distanced",
    "uncertain",
    "voice",
    "speaker",
    "p_direct",
    "p_partial",
    "p_scare",
    "p_title",
    "p_term",
    "p_mention",
    "p_other",
    "evidence",
  ],
  flag: [
    "article_id",
    "signal",
    "ordinal",
    "label",
    "part",
    "start",
    "end",
    "voice",
    "score",
    "term",
    "subject",
    "evidence",
  ],
  // The article's own columns come first: the writer knows them only once it holds the article.
  article_words: [
    "outlet_id",
    "published_on",
    "dup_class",
    "article_id",
    "part",
    "voice",
    "words",
    "quotations",
  ],
  article_hits: [
    "outlet_id",
    "published_on",
    "dup_class",
    "article_id",
    "signal",
    "label",
    "part",
    "voice",
    "hits",
    "expected",
  ],
  article_terms: ["article_id", "terms"],
} as const;

/** An analysed article as text for COPY: few strings cross from a thread faster than many objects. */
export interface EncodedArticle {
  id: string;
  /** Whole lines. */
  quotations: string;
  flags: string;
  /** Lines that lack the columns outlet_id, published_on and dup_class. */
  words: string[];
  hits: string[];
  /** The line of article_terms, or "" where no flag has a term. */
  terms: string;
  /** The line of article_search; null where the one that is there holds. */
  search: string | null;
}

function quotationRow(id: string, quotation: Quotation, ordinal: number): CopyRow {
  const { probabilities: p } = quotation;
  return [
    id,
    ordinal,
    quotation.part,
    quotation.start,
    quotation.end,
    quotation.function,
    quotation.distanced,
    quotation.uncertain,
    quotation.voice,
    quotation.speaker,
    storedProbability(p.direct),
    storedProbability(p.partial),
    storedProbability(p.scare),
    storedProbability(p.title),
    storedProbability(p.term),
    storedProbability(p.mention),
    storedProbability(p.other),
    quotation.evidence.map((item) => item.rule),
  ];
}

function flagRow(id: string, flag: Flag, ordinal: number): CopyRow {
  return [
    id,
    flag.signal,
    ordinal,
    flag.label,
    flag.part,
    flag.start,
    flag.end,
    flag.voice,
    flag.score === null ? null : storedProbability(flag.score),
    flag.term,
    flag.subject,
    flag.evidence.map((item) => item.rule),
  ];
}

/** Flags as lines, numbered from 0 within each signal. */
function encodeFlags(id: string, flags: readonly Flag[]): string {
  const next = new Map<string, number>();
  let lines = "";
  for (const flag of flags) {
    const ordinal = next.get(flag.signal) ?? 0;
    next.set(flag.signal, ordinal + 1);
    lines += encodeRow(flagRow(id, flag, ordinal));
  }
  return lines;
}

/** A lexicon entry as article_terms names it. */
export const termKey = (signal: string, term: string) => `${signal} ${term}`;

function encodeTerms(id: string, flags: readonly Flag[]): string {
  const terms = new Set<string>();
  for (const { signal, term } of flags) if (term !== null) terms.add(termKey(signal, term));
  return terms.size === 0 ? "" : encodeRow([id, [...terms]]);
}

/** The rows of an article, ready to be written. One that isn't counted has flags and quotations, but no metrics. */
export function encodeAnalysis(id: string, analysis: Analysis, counted: boolean): EncodedArticle {
  const metrics = counted ? metricsOf(analysis) : { words: [], hits: [] };
  return {
    id,
    quotations: analysis.quotations
      .map((quotation, ordinal) => encodeRow(quotationRow(id, quotation, ordinal)))
      .join(""),
    flags: encodeFlags(id, analysis.flags),
    words: metrics.words.map((cell) =>
      encodeRow([id, cell.part, cell.voice, cell.words, cell.quotations]),
    ),
    hits: metrics.hits.map((cell) =>
      encodeRow([id, cell.signal, cell.label, cell.part, cell.voice, cell.hits, cell.expected]),
    ),
    terms: encodeTerms(id, analysis.flags),
    search: null,
  };
}
