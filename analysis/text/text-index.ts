import type { Span } from "../types.ts";

/** What a token is made of. */
export const WORD = 1;
export const PUNCTUATION = 2;

/**
 * The tokens of one part, as parallel arrays: token i is text.slice(starts[i], ends[i]).
 * Word tokens follow METHODS 1 (rates divide by them); every other non-space code point is a punctuation token of its own.
 */
export interface Tokens {
  /** Number of tokens; the arrays may be longer. */
  count: number;
  /** Number of word tokens. */
  words: number;
  starts: Int32Array;
  ends: Int32Array;
  /** WORD or PUNCTUATION. */
  kinds: Uint8Array;
  /** Number of the token's word in the codebook's vocabulary, 0 where it is not in it. */
  ids: Int32Array;
  /** hashWord() of a word; anything for a mark. */
  hashes: Int32Array;
  // What later steps look for, noted in passing: none of them reads the whole text again.
  /** Indices of the punctuation tokens. */
  marks: number[];
  /** Indices of the words with ' or ’ in them. */
  apostrophes: number[];
  /** Indices of the words that the vocabulary lacks and that have a capital A to Z after a small letter: RowThe, iPhone. */
  mixed: number[];
  /** Offsets of the units that end a line. */
  lineBreaks: number[];
}

/** Marks found by the quotation finder: the words between them, and how deep they stand. */
export interface QuotationSpan extends Span {
  /** 0 for an outermost quotation. */
  depth: number;
  /** Index of the enclosing quotation in the list, or -1. */
  parent: number;
  /** Width in code units of the opening and the closing mark (0 where a continued speech has none). */
  openWidth: number;
  closeWidth: number;
  /** Whether the quotation is a paragraph of a speech that goes on in the next one. */
  continued: boolean;
  /** Whether the marks are single ones. */
  single: boolean;
}

/** Everything located in one part of an article: what signals read. Spans are half-open UTF-16 offsets into text. */
export interface TextIndex {
  text: string;
  tokens: Tokens;
  /** Sentences, in order, without leading and trailing blanks; soft boundaries of METHODS 1. */
  sentences: Span[];
  /** Paragraphs (stretches between line breaks), in order. */
  paragraphs: Span[];
  /** Quotations in order of start, the enclosing one first. */
  quotations: QuotationSpan[];
  /** Marks that found no partner. */
  unbalanced: number;
}
