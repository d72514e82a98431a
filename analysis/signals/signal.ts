import type { Codebook } from "../codebook/compile.ts";
import type { TextIndex } from "../text/text-index.ts";
import {
  type ArticleText,
  type Evidence,
  PARTS,
  type Part,
  type Quotation,
  type Span,
  type Voice,
} from "../types.ts";

/** An attribution found in a part: who (source) is said (cue) to have said what (content). */
export interface Attribution {
  part: Part;
  cue: Span;
  source: Span | null;
  /**
   * The words attributed to the source, in order, without the quotations in them being cut out: none where no words are
   * given, two where the cue stands amid them ("The road, she said, was closed").
   */
  content: readonly Span[];
  /** Headword of the lexicon entry, e.g. "say", "according to". */
  term: string;
  /** neutral, attitude, factive, doubting, conceding, insisting, ... */
  label: string;
  evidence: Evidence[];
}

/** What a signal may read: each step of analyze() adds its part, nothing is changed afterwards. */
export interface ArticleIndex {
  text: ArticleText;
  parts: Readonly<Record<Part, TextIndex>>;
  /** By part, then start. */
  attributions: readonly Attribution[];
  /** Classified, by part, then start. */
  quotations: readonly Quotation[];
}

/** A flag before analyze() cuts its text and gives it a voice. */
export interface FoundFlag extends Span {
  part: Part;
  label: string;
  term: string | null;
  subject: string | null;
  score: number | null;
  evidence: Evidence[];
  /** Only where it is not the voice of the flag's first token (scare_quote). */
  voice?: Voice;
}

export interface SignalLabel {
  id: string;
  title: string;
  definition: string;
}

/** A form of wording that is found and counted. One file in this folder and one line in list.ts make one. */
export interface Signal {
  /** scare_quote, hedge, loaded_term, attribution: stable, in the database, URLs and CSV. */
  id: string;
  /** "Scare quotes": plural, as pages name it. */
  title: string;
  /** "scare quote": one of it, as a sentence names it. */
  singular: string;
  definition: string;
  limits: string;
  references: readonly string[];
  labels: readonly SignalLabel[];
  /** The one label counted unless a view asks for others, or "all" for every label. */
  defaultLabel: string;
  /** By part, then start. */
  find(article: ArticleIndex, codebook: Codebook): FoundFlag[];
  /** Invented sentences with the words that must be flagged in them (none where flags is empty). */
  examples: readonly { text: string; flags: readonly string[] }[];
}

/** The flags of a signal that finds them part by part. */
export function inParts(findIn: (part: Part) => readonly FoundFlag[]): FoundFlag[] {
  const found: FoundFlag[] = [];
  for (const part of PARTS) for (const flag of findIn(part)) found.push(flag);
  return found;
}
