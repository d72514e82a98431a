import { z } from "zod";
import type { ArticleText, Part } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { termKey } from "../pipeline/encode.ts";
import { readTexts } from "../search/find-matching.ts";
import { decodeCursor, encodeCursor } from "../search/page-cursor.ts";
import { IS_COUNTED } from "./article-conditions.ts";
import { cellsCondition, cellsOf } from "./cells.ts";
import type { ConcordanceQuery } from "./concordance-query.ts";
import {
  type FoundLine,
  LINES_A_PAGE,
  type LineCount,
  type LineSource,
} from "./concordance-types.ts";
import { labelFor } from "./resolve-view.ts";

type Parameter = (value: unknown) => string;

interface FlagRow extends FoundLine {
  ordinal: number;
  part: Part;
}

/** Lines from the stored flags of counted articles: the flags that the charts count. */
export function flagLines(
  corpus: CorpusDatabase,
  query: ConcordanceQuery,
  outletIds: readonly number[] | null,
): LineSource {
  const scope = { corpus, query, outletIds };
  return {
    readPage: (order, cursor) => readPage(scope, order, cursor),
    readSample: (from, most) => readSample(scope, from, most),
    count: () => countLines(scope),
    complete: async () => {},
  };
}

interface Scope {
  corpus: CorpusDatabase;
  query: ConcordanceQuery;
  outletIds: readonly number[] | null;
}

/** FROM and WHERE of the flags asked for. */
function fromFlags({ query, outletIds }: Scope, values: unknown[]): string {
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  const terms = query.terms ? ofTerms(query.signals, query.terms, parameter) : "";
  return `FROM article AS a JOIN flag AS f ON f.article_id = a.id
    CROSS JOIN LATERAL (SELECT f.part, f.voice, a.dup_class) AS c
    WHERE ${IS_COUNTED} AND ${ofSignals("f", query, parameter)}${terms}${ofArticle("a", query, outletIds, parameter)}
      AND ${cellsCondition(cellsOf(query), "c", values)}${hasWords("a.id", query, values)}`;
}

/** Flags of lexicon entries, in the articles that are known to have one. */
function ofTerms(
  signals: readonly string[],
  terms: readonly string[],
  parameter: Parameter,
): string {
  const keys = signals.flatMap((signal) => terms.map((term) => termKey(signal, term)));
  return ` AND f.term = ANY(${parameter(terms)}::text[]) AND EXISTS (
    SELECT 1 FROM article_terms AS t WHERE t.article_id = a.id AND t.terms && ${parameter(keys)}::text[])`;
}

function ofSignals(alias: string, query: ConcordanceQuery, parameter: Parameter): string {
  const each = query.signals.map((signal) => {
    const label = labelFor(query.known, signal, query.label);
    const ofLabel = label === "all" ? "" : ` AND ${alias}.label = ${parameter(label)}`;
    return `(${alias}.signal = ${parameter(signal)}${ofLabel})`;
  });
  // The index is read by signal; an OR alone would have it read whole articles.
  return `${alias}.signal = ANY(${parameter(query.signals)}::text[]) AND (${each.join(" OR ") || "false"})`;
}

function ofArticle(
  alias: string,
  { from, to }: ConcordanceQuery,
  outletIds: readonly number[] | null,
  parameter: Parameter,
): string {
  let condition = "";
  if (outletIds) condition += ` AND ${alias}.outlet_id = ANY(${parameter(outletIds)}::int[])`;
  if (from) condition += ` AND ${alias}.published_on >= ${parameter(from)}::date`;
  if (to) condition += ` AND ${alias}.published_on <= ${parameter(to)}::date`;
  return condition;
}

/** An article without a word of the view's part and voice is in no sum of it, nor in its lines. With all voices a flag's own words do. */
function hasWords(id: string, query: ConcordanceQuery, values: unknown[]): string {
  if (query.voice === "all") return "";
  const cells = cellsCondition(cellsOf(query), "w", values);
  return ` AND EXISTS (SELECT 1 FROM article_words AS w WHERE w.article_id = ${id} AND ${cells})`;
}

const PLACE = "CASE f.part WHEN 'headline' THEN 0 WHEN 'teaser' THEN 1 ELSE 2 END";
const COLUMNS = `a.id AS "articleId", a.outlet_id AS "outletId", a.published_on AS "publishedOn", a.headline,
  f.part, f.start, f."end", f.voice, f.signal, f.label, f.term, f.ordinal`;
const TEXT =
  "CASE f.part WHEN 'headline' THEN a.headline WHEN 'teaser' THEN a.teaser ELSE a.body END AS text";

const cursorSchema = z.tuple([
  z.literal("flags"),
  z.enum(["newest", "oldest"]),
  z.iso.date(),
  z.string().regex(/^[0-9a-f]{32}$/),
  z.number().int(),
  z.number().int(),
  z.string().max(100),
  z.number().int(),
]);

/** Newest first turns days and ids around, within an article the order of reading stays: hence the minus signs. */
async function readPage(scope: Scope, order: "newest" | "oldest", cursor: string | null) {
  const values: unknown[] = [];
  const from = fromFlags(scope, values);
  const sign = order === "newest" ? "-" : "";
  const [than, direction] = order === "newest" ? ["<", "DESC"] : [">", "ASC"];
  const keys = ["a.published_on", "a.id", `${sign}(${PLACE})`, `${sign}f.start`];
  let after = "";
  if (cursor !== null) {
    const [, , day, id, place, start, signal, ordinal] = decodeCursor(cursor, cursorSchema);
    const p: Parameter = (value) => `$${values.push(value)}`;
    const known = `${p(day)}::date, ${p(id)}::uuid, ${sign}${p(place)}::int, ${sign}${p(start)}::int`;
    // Flags that begin at one place follow by signal and number.
    after = ` AND (${keys.slice(0, 2).join(", ")}) ${than}= (${known.split(", ").slice(0, 2).join(", ")})
      AND ((${keys.join(", ")}) ${than} (${known}) OR ((${keys.join(", ")}) = (${known})
        AND (f.signal, f.ordinal) > (${p(signal)}::text, ${p(ordinal)}::int)))`;
  }
  const { rows } = await scope.corpus.pool.query<FlagRow>(
    `SELECT ${COLUMNS}, ${TEXT} ${from}${after}
     ORDER BY ${keys.map((key) => `${key} ${direction}`).join(", ")}, f.signal, f.ordinal LIMIT ${LINES_A_PAGE + 1}`,
    values,
  );
  const lines = rows.slice(0, LINES_A_PAGE);
  return { lines, next: rows.length > LINES_A_PAGE ? cursorOf(order, lines.at(-1)) : null };
}

function cursorOf(order: string, row: FlagRow | undefined): string | null {
  if (!row?.signal) return null;
  const place = { headline: 0, teaser: 1, body: 2 }[row.part];
  return encodeCursor([
    "flags",
    order,
    row.publishedOn,
    row.articleId,
    place,
    row.start,
    row.signal,
    row.ordinal,
  ]);
}

/** Two looks: from the id on, and from the lowest id up to it. */
async function readSample(scope: Scope, start: string, most: number): Promise<FoundLine[]> {
  const read = async (comparison: ">=" | "<", limit: number) => {
    const values: unknown[] = [];
    const from = fromFlags(scope, values);
    const id = values.push(start);
    const { rows } = await scope.corpus.pool.query<FlagRow>(
      `SELECT ${COLUMNS}, '' AS text ${from} AND f.article_id ${comparison} $${id}::uuid
       ORDER BY f.article_id, f.signal, f.ordinal LIMIT ${limit}`,
      values,
    );
    return rows;
  };
  const lines = await read(">=", most);
  if (lines.length < most) lines.push(...(await read("<", most - lines.length)));
  return withTexts(scope.corpus, lines);
}

/** Each text is read once, however many of its flags are shown. */
async function withTexts(corpus: CorpusDatabase, lines: readonly FlagRow[]): Promise<FoundLine[]> {
  const texts = new Map<string, ArticleText>();
  for await (const batch of readTexts(corpus, [...new Set(lines.map((line) => line.articleId))])) {
    for (const text of batch) texts.set(text.id, text);
  }
  return lines.map((line) => ({ ...line, text: texts.get(line.articleId)?.[line.part] ?? "" }));
}

/** Flags of an entry that are counted one by one; more is "at least". */
const MOST_COUNTED = 50_000;

/** By signals and labels a sum over the articles' counts, always exact; by entry the flags themselves are counted. */
async function countLines(scope: Scope): Promise<LineCount> {
  const values: unknown[] = [];
  const byEntry = scope.query.terms !== null;
  const sql = byEntry
    ? `SELECT count(*)::float8 AS lines FROM (SELECT 1 ${fromFlags(scope, values)} LIMIT ${MOST_COUNTED}) AS found`
    : `SELECT coalesce(sum(h.hits), 0)::float8 AS lines ${fromHits(scope, values)}`;
  const { rows } = await scope.corpus.pool.query<{ lines: number }>(sql, values);
  const lines = rows[0]?.lines ?? 0;
  return { lines, exact: !byEntry || lines < MOST_COUNTED, searched: null };
}

function fromHits({ query, outletIds }: Scope, values: unknown[]): string {
  const parameter: Parameter = (value) => `$${values.push(value)}`;
  return `FROM article_hits AS h
    WHERE ${ofSignals("h", query, parameter)}${ofArticle("h", query, outletIds, parameter)}
      AND ${cellsCondition(cellsOf(query), "h", values)}${hasWords("h.article_id", query, values)}`;
}
