import { z } from "zod";
import type { ArticleText } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { matchesQuery } from "../search/candidates.ts";
import { MOST_CHECKED } from "../search/find-matching.ts";
import { decodeCursor, encodeCursor } from "../search/page-cursor.ts";
import type { SearchQuery } from "../search/query.ts";
import { type ArticleConditions, countedHits, IS_COUNTED } from "./article-conditions.ts";
import type { ArticleListQuery } from "./article-list-query.ts";

const PAGE = 50;
/** Candidates read at once where their text must be asked. */
const BATCH = 200;

/** An article's own columns, and its place in the order. */
export interface PageRow {
  id: string;
  outletId: number;
  publishedOn: string;
  headline: string;
  language: string;
  dupClass: string;
  counted: boolean;
  /** What the list is sorted by, before day and id. */
  rank: string | number;
}

interface Order {
  /** SQL of the values compared, most important first; the id is the last. */
  keys: readonly string[];
  casts: readonly string[];
  descending: boolean;
  /** What the keys need beside the article. */
  join: string;
}

export interface ArticlePage {
  rows: PageRow[];
  next: string | null;
}

/**
 * A page of a list, by key: as fast at any depth. Where `asked` is a query, each article's text is asked, and a page can be
 * short though more follow: it ends after 5,000 candidates.
 * @throws FramescopeError bad_parameter for a cursor of another list
 */
export async function readArticlePage(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
  asked: SearchQuery | null,
): Promise<ArticlePage> {
  const rows: PageRow[] = [];
  let after = query.cursor === null ? null : readCursor(query.cursor, query.sort);
  for (let checked = 0; checked < MOST_CHECKED; checked += BATCH) {
    const limit = asked ? BATCH : PAGE + 1;
    const batch = await readBatch(corpus, query, conditions, {
      after,
      limit,
      withText: asked !== null,
    });
    for (const { text, ...row } of batch) {
      if (asked && !matchesQuery(asked, text)) continue;
      if (rows.length === PAGE) return { rows, next: cursorOf(rows.at(-1), query.sort) };
      rows.push(row);
    }
    if (batch.length < limit) return { rows, next: null };
    after = keyOf(batch.at(-1));
  }
  return { rows, next: after && encodeCursor([query.sort, ...after]) };
}

type Key = [rank: string | number, day: string, id: string];

const cursorSchema = z.tuple([
  z.string(),
  z.union([z.string(), z.number()]),
  z.iso.date(),
  z.string().regex(/^[0-9a-f]{32}$/),
]);

function readCursor(cursor: string, sort: string): Key {
  const [order, ...key] = decodeCursor(cursor, cursorSchema);
  if (order === sort && (typeof key[0] === "number") === !isText(sort)) return key;
  throw new FramescopeError(
    "bad_parameter",
    "cursor belongs to another order of the list.",
    "cursor",
  );
}

const isText = (sort: string) => sort === "headline";
const keyOf = (row: PageRow | undefined): Key | null =>
  row ? [row.rank, row.publishedOn, row.id] : null;
const cursorOf = (row: PageRow | undefined, sort: string) => {
  const key = keyOf(row);
  return key && encodeCursor([sort, ...key]);
};

function orderOf(query: ArticleListQuery, parameter: (value: unknown) => string): Order {
  const days = { keys: ["a.published_on", "a.id"], casts: ["date", "uuid"], join: "" };
  switch (query.sort) {
    case "newest":
      return { ...days, descending: true };
    case "oldest":
      return { ...days, descending: false };
    case "headline": {
      const keys = ['lower(a.headline) COLLATE "C"', ...days.keys];
      return { keys, casts: ["text", ...days.casts], descending: false, join: "" };
    }
    default: {
      const hits = countedHits([query.sort], query, parameter);
      const join = `LEFT JOIN (SELECT h.article_id, sum(h.hits)::int AS hits FROM article_hits AS h
        WHERE ${hits} GROUP BY h.article_id) AS ranked ON ranked.article_id = a.id`;
      const keys = ["coalesce(ranked.hits, 0)", ...days.keys];
      return { keys, casts: ["int", ...days.casts], descending: true, join };
    }
  }
}

async function readBatch(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
  { after, limit, withText }: { after: Key | null; limit: number; withText: boolean },
): Promise<(PageRow & { text: ArticleText })[]> {
  const values: unknown[] = [];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const { keys, casts, descending, join } = orderOf(query, parameter);
  const rank = keys.length === 3 ? keys[0] : "0";
  const where = [conditions.where(values)];
  if (after) {
    const from = after.slice(-keys.length).map((value, i) => `${parameter(value)}::${casts[i]}`);
    where.push(`(${keys.join(", ")}) ${descending ? "<" : ">"} (${from.join(", ")})`);
  }
  const text = (name: string) => (withText ? `a.${name}` : "''");
  const { rows } = await corpus.pool.query<PageRow & ArticleText>(
    `SELECT a.id, a.outlet_id AS "outletId", a.published_on AS "publishedOn", a.headline, a.language,
       a.dup_class AS "dupClass", ${IS_COUNTED} AS counted, ${rank} AS rank,
       ${text("teaser")} AS teaser, ${text("body")} AS body
     FROM article AS a ${join} WHERE ${where.join(" AND ")}
     ORDER BY ${keys.map((key) => `${key} ${descending ? "DESC" : "ASC"}`).join(", ")} LIMIT ${limit}`,
    values,
  );
  return rows.map(({ teaser, body, ...row }) => ({
    ...row,
    text: { headline: row.headline, teaser, body },
  }));
}
