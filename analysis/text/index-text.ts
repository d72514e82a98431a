import type { Vocabulary } from "../codebook/codebook.ts";
import type { Span } from "../types.ts";
import { fold } from "./fold.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findQuotations } from "./quotations.ts";
import { findSentences } from "./sentences.ts";
import type { TextIndex } from "./text-index.ts";
import { tokenize } from "./tokens.ts";

/** Locates everything in a text once: tokens, paragraphs, quotations, sentences. Linear for any string. */
export function indexText(text: string, vocabulary: Vocabulary): TextIndex {
  const tokens = tokenize(text, vocabulary);
  const paragraphs = findParagraphs(text, tokens.lineBreaks);
  const { quotations, unbalanced } = findQuotations(text, tokens, paragraphs);
  const sentences = findSentences({ text, tokens, paragraphs, quotations });
  return { text, tokens, sentences, paragraphs, quotations, unbalanced };
}

/** The token's text, folded as the vocabulary folds; "" outside the tokens. Makes a string: not for every token. */
export function wordAt(index: TextIndex, token: number): string {
  if (token < 0 || token >= index.tokens.count) return "";
  return fold(index.text, index.tokens.starts[token] as number, index.tokens.ends[token] as number);
}

/**
 * Index of the first token that ends after the offset: the token there, or the next one where the
 * offset stands between tokens. The number of tokens where there is none.
 */
export function tokenAt(index: TextIndex, offset: number): number {
  const { ends, count } = index.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the sentence that holds the offset, or the next one where it stands between sentences; -1 after the last. */
export function sentenceAt(index: TextIndex, offset: number): number {
  return spanAt(index.sentences, offset);
}

/** Like sentenceAt(), for paragraphs. */
export function paragraphAt(index: TextIndex, offset: number): number {
  return spanAt(index.paragraphs, offset);
}

/** Of spans in order that don't overlap, the first that ends after the offset, or -1. */
function spanAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low < spans.length ? low : -1;
}

/** Index of the innermost quotation whose words hold the offset, or -1. */
export function quotationAt(index: TextIndex, offset: number): number {
  const { quotations } = index;
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  // The last one to begin holds the offset, or one that encloses it does.
  let quotation = low - 1;
  while (quotation >= 0 && (quotations[quotation]?.end ?? 0) <= offset) {
    quotation = quotations[quotation]?.parent ?? -1;
  }
  return quotation;
}
