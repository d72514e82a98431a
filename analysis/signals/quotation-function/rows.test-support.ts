import type { Codebook } from "../../codebook/compile.ts";
import { indexArticle } from "../../text/index-article.ts";
import type { ArticleText } from "../../types.ts";
import { findAttributions } from "../attribution.ts";
import { gatherEvidence } from "./article-evidence.ts";
import { QuotationContext } from "./context.ts";
import { habitRows } from "./genre.ts";
import { ROW_IDS, ROWS, rowsThatHold } from "./rows.ts";

/** Where a quotation stands: what QuotationContext.read() is told of it. */
type Place = Parameters<QuotationContext["read"]>;

/** The quotations of an article, by part, then start. */
export function placesOf(text: Partial<ArticleText>, codebook: Codebook): Place[] {
  const whole = { headline: "", teaser: "", body: "", ...text };
  const parts = indexArticle(whole, codebook.vocabulary);
  const article = gatherEvidence(parts, findAttributions(parts, codebook), codebook);
  return article.parts.flatMap((part) =>
    part.layout.index.quotations.map((_, number): Place => [part, number, article]),
  );
}

/** The quotations of an article as the rows of evidence read them, each in a context of its own. */
export const readQuotations = (
  text: Partial<ArticleText>,
  codebook: Codebook,
): QuotationContext[] =>
  placesOf(text, codebook).map((place) => new QuotationContext().read(...place));

/** Whether a row holds for a quotation, asked by itself and in plain words: nothing of what makes rowsThatHold() fast. */
export function holds(id: string, q: QuotationContext): boolean {
  const ofHabits = habitRows[id];
  if (ofHabits !== undefined) return ofHabits(q.habits);
  const row = ROWS[id];
  if (row === undefined) throw new Error(`${id} is no row`);
  if (typeof row === "function") return row(q);
  return row.some(
    ({ place, list, also }) => q[place.run].has(list, place.n) && (also?.(q) ?? true),
  );
}

/** The ids of the rows that hold for a quotation. */
export function idsThatHold(q: QuotationContext): string[] {
  const numbers = new Int32Array(ROW_IDS.length);
  return [...numbers.subarray(0, rowsThatHold(q, numbers))].map((row) => ROW_IDS[row] ?? "");
}

/** Asks which rows hold for the quotation of an article that has these words, as its marks enclose them. */
export function rowsOf(text: Partial<ArticleText>, words: string, codebook: Codebook): string[] {
  const found = readQuotations(text, codebook).find(
    ({ span, text: part }) => part.slice(span.start, span.end) === words,
  );
  if (found === undefined) throw new Error(`${words} is no quotation`);
  return idsThatHold(found);
}
