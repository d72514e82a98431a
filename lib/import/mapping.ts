import { z } from "zod";
import { DATE_ORDERS } from "./dates.ts";

/** Fields of an article that a column can fill; every other column becomes an attribute. */
export const FIELDS = [
  "outlet",
  "url",
  "date",
  "time",
  "headline",
  "teaser",
  "body",
  "author",
  "language",
  "id",
] as const;
export type Field = (typeof FIELDS)[number];

const column = z.string().min(1);

/** How the columns of a file fill an article's fields. */
export const mappingSchema = z.object({
  /** Field -> column. A field that is left out stays empty. */
  columns: z.partialRecord(z.enum(FIELDS), column),
  /** Columns that are left out; the rest become attributes. */
  ignored: z.array(column).default([]),
  /** Which of 03/04/2026 is the day, for the whole column; null where no date of the file needs to know. */
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  /** The outlet of every row whose column names none; null: the URL's domain. */
  outlet: z.string().trim().min(1).max(200).nullable().default(null),
  /**
   * Domain -> the outlet of all its articles, over whatever the rows say; null where the user was asked and keeps the names as
   * they are.
   */
  domainNames: z
    .record(z.string().max(300), z.string().trim().min(1).max(200).nullable())
    .default({}),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** The name under which a column is kept as an attribute: lower case, letters and digits joined by "_".
 *
 * @example attributeName("Source Desk") // "source_desk"
 */
export function attributeName(column: string): string {
  const name = column
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return name.slice(0, 60) || "column";
}

/** A sentence where a mapping can't bring articles from these columns, else null. */
export function mappingProblem(mapping: Mapping, columns: readonly string[]): string | null {
  const missing = Object.entries(mapping.columns).find(([, name]) => !columns.includes(name));
  if (missing)
    return `There is no column "${missing[1]}" for the field ${missing[0]}. Columns: ${columns.join(", ")}.`;
  const { headline, teaser, body, date, outlet, url } = mapping.columns;
  if (!headline && !teaser && !body)
    return `No column is the text (body, headline or teaser). Columns: ${columns.join(", ")}.`;
  if (!date) return `No column is the date. Columns: ${columns.join(", ")}.`;
  if (outlet || url || mapping.outlet) return null;
  return `No column is the outlet or the URL, and no outlet is given for all rows. Columns: ${columns.join(", ")}.`;
}
