import type { QuotationFunction } from "../../../../analysis/types.ts";

/** The functions of quotations as pages name them. */
export const QUOTATION_WORDS: Record<QuotationFunction, string> = {
  direct: "Direct",
  partial: "Partial",
  scare: "Scare quote",
  title: "Title or name",
  term: "Term of art",
  mention: "Word as a word",
  other: "Other",
};
