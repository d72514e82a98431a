import type { ArticleHabits } from "./article-habits.ts";
import type { Rows } from "./row.ts";

/** Rows of evidence by id that ask of the article alone. */
export type HabitRows = Readonly<Record<string, (habits: ArticleHabits) => boolean>>;

/** G: how the article is written outside its quotations, the same for all of them. Opinion holds words at arm's length, news reports them. */
export const habitRows: HabitRows = {
  G1: (habits) => habits.said < 1.5,
  G2: (habits) => habits.said >= 1.5 && habits.said <= 6,
  G3: (habits) => habits.said >= 10,
  G4: (habits) => habits.me >= 2,
  G6: (habits) => habits.you >= 3,
  G7: (habits) => habits.contractions > 6,
  G9: (habits) => habits.questions > 2,
  G10: (habits) => habits.opinionIndex >= 3,
  G11: (habits) => habits.opinionIndex <= 0,
  G12: (habits) => habits.longQuotations < 2,
  G13: (habits) => habits.longQuotations >= 8,
};

/** G: what depends on the quotation, too. */
export const genreRows: Rows = {
  G14: (q) => q.bareQuotations >= 1 && q.bareQuotations <= 2,
  G15: (q) => q.bareQuotations >= 3 && q.bareQuotations <= 5,
  G16: (q) => q.bareQuotations >= 6,
  G17: (q) => q.speechInParagraph,
  /** Inside somebody's words. */
  G19: (q) => q.span.depth > 0,
  G20: (q) => q.span.single && q.span.depth === 0 && !q.inHeadline,
};
