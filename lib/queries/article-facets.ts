import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { type ArticleConditions, countedHits } from "./article-conditions.ts";
import type { ArticleListQuery } from "./article-list-query.ts";

/** Articles that a facet is counted over; of more, the lowest ids, which are a fixed random sample. */
export const FACET_SAMPLE = 10_000;
/** Articles counted one by one for outlets and total, where no index alone can tell. */
export const MOST_COUNTED = 100_000;
const MOST_NAMES = 8;
const MOST_VALUES = 12;
const LONGEST_VALUE = 200;

/** A value of a filter and its articles, all other filters holding. */
export interface FacetValue {
  value: string;
  articles: number;
}

/** Values by articles, most first. */
export interface Facet {
  values: FacetValue[];
  /** Whether the articles counted are a sample of FACET_SAMPLE. */
  sampled: boolean;
}

export interface ArticleFacets {
  signals: Facet;
  languages: Facet;
  /** Mapped columns by name; the most frequent names and values. */
  attributes: (Facet & { name: string })[];
}

interface CountedRow {
  name: string | null;
  value: string;
  articles: number;
  looked: number;
}

/** The facets of a list; each leaves its own filter out, so that another value can be chosen. */
export async function countFacets(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
): Promise<ArticleFacets> {
  const [signals, languages, attributes] = await Promise.all([
    countSignals(corpus, query, conditions),
    countLanguages(corpus, conditions),
    countAttributes(corpus, query, conditions),
  ]);
  return { signals, languages, attributes };
}

/** The articles that a facet is counted over. */
const base = (where: string, columns: string) =>
  `WITH base AS MATERIALIZED (
     SELECT a.id, ${columns} FROM article AS a WHERE ${where} ORDER BY a.id LIMIT ${FACET_SAMPLE})`;
const LOOKED = "(SELECT count(*) FROM base)::int AS looked";

async function countSignals(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
): Promise<Facet> {
  const values: unknown[] = [];
  const where = conditions.where(values, "signals");
  const signals = SIGNALS.map((signal) => signal.id);
  const hits = countedHits(signals, query, (value) => `$${values.push(value)}`);
  const { rows } = await corpus.pool.query<CountedRow>(
    `${base(where, "a.dup_class")} SELECT h.signal AS value, count(DISTINCT h.article_id)::int AS articles, ${LOOKED}
     FROM base JOIN article_hits AS h ON h.article_id = base.id WHERE ${hits} GROUP BY h.signal`,
    values,
  );
  const found = facetOf(rows);
  const articles = new Map(found.values.map((each) => [each.value, each.articles]));
  return {
    ...found,
    values: signals.map((value) => ({ value, articles: articles.get(value) ?? 0 })),
  };
}

async function countLanguages(
  corpus: CorpusDatabase,
  conditions: ArticleConditions,
): Promise<Facet> {
  const values: unknown[] = [];
  const where = conditions.where(values, "languages");
  const { rows } = await corpus.pool.query<CountedRow>(
    `${base(where, "a.language")} SELECT language AS value, count(*)::int AS articles, ${LOOKED}
     FROM base GROUP BY language ORDER BY articles DESC, value LIMIT ${MOST_VALUES}`,
    values,
  );
  return facetOf(rows);
}

/** One look for the names without a filter, and one for each that has one. */
async function countAttributes(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
) {
  const filtered = Object.keys(query.attributes);
  const [open, ...own] = await Promise.all([
    readAttributes(corpus, conditions, null),
    ...filtered.map((name) => readAttributes(corpus, conditions, name)),
  ]);
  return [...own.flat(), ...open.filter((each) => !filtered.includes(each.name))].slice(
    0,
    Math.max(MOST_NAMES, filtered.length),
  );
}

async function readAttributes(
  corpus: CorpusDatabase,
  conditions: ArticleConditions,
  only: string | null,
): Promise<(Facet & { name: string })[]> {
  const values: unknown[] = [];
  const where = conditions.where(values, only === null ? undefined : `attr.${only}`);
  const ofName = only === null ? "" : ` AND e.key = $${values.push(only)}`;
  const { rows } = await corpus.pool.query<CountedRow>(
    `${base(where, "a.attributes")}, counted AS (
       SELECT e.key AS name, e.value, count(*)::int AS articles FROM base
         CROSS JOIN LATERAL jsonb_each_text(base.attributes) AS e
       WHERE length(e.value) BETWEEN 1 AND ${LONGEST_VALUE}${ofName} GROUP BY e.key, e.value),
     ranked AS (
       SELECT *, row_number() OVER (PARTITION BY name ORDER BY articles DESC, value) AS place,
         count(*) OVER (PARTITION BY name) AS different, sum(articles) OVER (PARTITION BY name) AS of_name
       FROM counted)
     SELECT name, value, articles, ${LOOKED} FROM ranked
     WHERE place <= ${MOST_VALUES} AND (different <= ${MOST_VALUES} OR different * 2 < of_name)
     ORDER BY of_name DESC, name, place`,
    values,
  );
  const names = [...new Set(rows.map((row) => row.name ?? ""))];
  return names.map((name) => ({ name, ...facetOf(rows.filter((row) => row.name === name)) }));
}

function facetOf(rows: readonly CountedRow[]): Facet {
  return {
    values: rows.map(({ value, articles }) => ({ value, articles })),
    sampled: rows[0]?.looked === FACET_SAMPLE,
  };
}
