/** The shapes that analysis takes and returns. Offsets are UTF-16 code units, half-open, into the part exactly as stored. */

export const PARTS = ["headline", "teaser", "body"] as const;
export type Part = (typeof PARTS)[number];

/** What a record has for a part. By name at run time the look-up is slow, and every flag asks. */
export function ofPart<T>(record: Readonly<Record<Part, T>>, part: Part): T {
  if (part === "body") return record.body;
  return part === "headline" ? record.headline : record.teaser;
}

/** Who speaks: the outlet itself, somebody inside quotation marks, or somebody reported without them. */
export const VOICES = ["outlet", "quoted", "reported"] as const;
export type Voice = (typeof VOICES)[number];

export const QUOTATION_FUNCTIONS = [
  "direct",
  "partial",
  "scare",
  "title",
  "term",
  "mention",
  "other",
] as const;
export type QuotationFunction = (typeof QUOTATION_FUNCTIONS)[number];

/** A half-open stretch of one part, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** The text of an article as it was stored; a part that is missing is the empty string. */
export interface ArticleText {
  headline: string;
  teaser: string;
  body: string;
}

/** One reason behind a decision: the rule's id and what it weighed for the decision that was taken. */
export interface Evidence {
  rule: string;
  weight: number;
}

export interface Quotation extends Span {
  part: Part;
  /** The words between the marks, exactly as they stand. */
  text: string;
  function: QuotationFunction;
  /** Whether the outlet holds the words at arm's length; always true for scare. */
  distanced: boolean;
  /** Whether the best probability is under .5. */
  uncertain: boolean;
  /** Probabilities of the seven functions; they add up to 1. */
  probabilities: Record<QuotationFunction, number>;
  /** The voice that a scare_quote flag on it has: outlet, or quoted inside a direct or partial quotation. */
  voice: Voice;
  /** The nearest subject of the governing verb, or null. */
  speaker: string | null;
  evidence: Evidence[];
}

export interface Flag extends Span {
  /** Id of the signal: scare_quote, hedge, loaded_term, attribution, or user_<slug>. */
  signal: string;
  label: string;
  part: Part;
  text: string;
  /** The lexicon entry that matched, or null where there is none. */
  term: string | null;
  /** An attribution's source, a loaded term's target, or null. */
  subject: string | null;
  voice: Voice;
  /** A calibrated probability, or null where there is none. */
  score: number | null;
  evidence: Evidence[];
}

/** Word tokens of one part in one voice, with the quotations whose flag would have that voice. */
export interface WordCount {
  part: Part;
  voice: Voice;
  /** Word tokens; above 0. */
  count: number;
}

/** A stretch that is not the outlet's own voice. */
export interface VoiceSpan extends Span {
  part: Part;
  voice: Exclude<Voice, "outlet">;
}

export interface Analysis {
  /** Only cells with at least one word. */
  words: WordCount[];
  voices: VoiceSpan[];
  /** By part (headline, teaser, body), then start. */
  quotations: Quotation[];
  /** By part, then start, then signal in the order of the list of signals. */
  flags: Flag[];
  /** Quotation marks that found no partner, over all parts. */
  unbalanced: number;
}
