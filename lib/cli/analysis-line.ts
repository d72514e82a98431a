import type { Analysis, Flag, Quotation } from "../../analysis/types.ts";
import type { SourceArticle } from "../import/article.ts";

const QUOTATION_KEYS = [
  "part",
  "start",
  "end",
  "text",
  "function",
  "distanced",
  "uncertain",
  "probabilities",
  "speaker",
  "evidence",
] as const satisfies (keyof Quotation)[];

const FLAG_KEYS = [
  "signal",
  "label",
  "part",
  "start",
  "end",
  "text",
  "term",
  "subject",
  "voice",
  "score",
  "evidence",
] as const satisfies (keyof Flag)[];

/** These keys of a record, in their order. */
const inOrder = <T>(record: T, keys: readonly (keyof T)[]) =>
  Object.fromEntries(keys.map((key) => [key, record[key]]));

/** One article's analysis as `framescope analyze` prints it: one line of JSON, the keys always in this order. */
export function analysisLine(article: SourceArticle, analysis: Analysis): string {
  const { outlet, url, publishedOn, headline, language } = article;
  return JSON.stringify({
    id: article.sourceId ?? article.id,
    outlet,
    url,
    publishedOn,
    headline,
    language,
    words: analysis.words.map((cell) => inOrder(cell, ["part", "voice", "count"])),
    voices: analysis.voices.map((span) => inOrder(span, ["part", "start", "end", "voice"])),
    quotations: analysis.quotations.map((quotation) => inOrder(quotation, QUOTATION_KEYS)),
    flags: analysis.flags.map((flag) => inOrder(flag, FLAG_KEYS)),
  });
}
