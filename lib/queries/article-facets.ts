import type { CorpusDatabase } from "../database/corpus-database.ts";
import { type ArticleConditions, countedHits, type Filter } from "./article-conditions.ts";
import type { ArticleListQuery } from "./article-list-query.ts";

/** Articles that a facet is counted over; of more, the lowest ids, which are a fixed random sample. */
export const FACET_SAMPLE = 5000;
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
  facet: Kind;
  name: string;
  value: string;
  articles: number;
  looked: number;
}

type Kind = "signals" | "languages" | "attributes";

/** Facets that are counted over the same articles: all filters but one (null: none of theirs is set). */
interface Look {
  without: Filter | null;
  kinds: readonly Kind[];
}

/** The facets of a list; each leaves its own filter out, so that another value can be chosen. */
export async function countFacets(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
): Promise<ArticleFacets> {
  const looks = looksOf(query);
  const found = await Promise.all(looks.map((look) => readLook(corpus, query, conditions, look)));
  const rows = found.flatMap((each, i) => each.filter((row) => isWanted(row, looks[i], query)));
  return {
    signals: signalFacet(
      query.known.map((signal) => signal.id),
      rows.filter((row) => row.facet === "signals"),
    ),
    languages: facetOf(rows.filter((row) => row.facet === "languages")),
    attributes: attributeFacets(rows.filter((row) => row.facet === "attributes")),
  };
}

/** One look for everything that has no filter, and one for each filter that is set. */
function looksOf({ signals, languages, attributes }: ArticleListQuery): Look[] {
  const open: Kind[] = ["attributes"];
  const looks: Look[] = [{ without: null, kinds: open }];
  if (signals.length > 0) looks.push({ without: "signals", kinds: ["signals"] });
  else open.push("signals");
  if (languages) looks.push({ without: "languages", kinds: ["languages"] });
  else open.push("languages");
  for (const name of Object.keys(attributes)) {
    looks.push({ without: `attr.${name}`, kinds: ["attributes"] });
  }
  return looks;
}

/** An attribute with a filter is counted in the look without it, the others in the one with all filters. */
function isWanted(row: CountedRow, look: Look | undefined, query: ArticleListQuery): boolean {
  if (row.facet !== "attributes") return true;
  const filtered = Object.hasOwn(query.attributes, row.name);
  return look?.without === (filtered ? `attr.${row.name}` : null);
}

async function readLook(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  conditions: ArticleConditions,
  { without, kinds }: Look,
): Promise<CountedRow[]> {
  const values: unknown[] = [];
  const where = conditions.where(values, without ?? undefined);
  const signals = query.known.map((signal) => signal.id);
  const hits = () => countedHits(signals, query, (value) => `$${values.push(value)}`);
  const selects = kinds.map((kind) => (kind === "signals" ? signalCounts(hits()) : COUNTS[kind]));
  const { rows } = await corpus.pool.query<CountedRow>(
    `WITH base AS MATERIALIZED (
       SELECT a.id, a.language, a.attributes FROM article AS a WHERE ${where} ORDER BY a.id LIMIT ${FACET_SAMPLE})
     SELECT found.*, (SELECT count(*) FROM base)::int AS looked
     FROM (${selects.join(" UNION ALL ")}) AS found(facet, name, value, articles)`,
    values,
  );
  return rows;
}

// OFFSET 0 has each article's few rows read along the key; joined freely, a large table of hits is read whole.
const signalCounts = (hits: string) => `SELECT 'signals', '', found.signal, count(*)::int FROM base
  CROSS JOIN LATERAL (
    SELECT DISTINCT h.signal FROM article_hits AS h WHERE h.article_id = base.id AND ${hits} OFFSET 0) AS found
  GROUP BY found.signal`;

const COUNTS = {
  languages: "SELECT 'languages', '', language, count(*)::int FROM base GROUP BY language",
  // The most frequent values of each name; a name whose values nearly all differ is no filter.
  attributes: `SELECT 'attributes', name, value, articles FROM (
    SELECT *, row_number() OVER (PARTITION BY name ORDER BY articles DESC, value) AS place,
      count(*) OVER (PARTITION BY name) AS different, sum(articles) OVER (PARTITION BY name) AS of_name
    FROM (SELECT e.key AS name, e.value, count(*)::int AS articles FROM base
      CROSS JOIN LATERAL jsonb_each_text(base.attributes) AS e
      WHERE length(e.value) BETWEEN 1 AND ${LONGEST_VALUE} GROUP BY e.key, e.value) AS counted) AS ranked
    WHERE place <= ${MOST_VALUES} AND (different <= ${MOST_VALUES} OR different * 2 < of_name)`,
} as const;

/** All signals, in their order, those without an article too. */
function signalFacet(signals: readonly string[], rows: readonly CountedRow[]): Facet {
  const articles = new Map(rows.map((row) => [row.value, row.articles]));
  const values = signals.map((value) => ({ value, articles: articles.get(value) ?? 0 }));
  return { values, sampled: isSampled(rows) };
}

function attributeFacets(rows: readonly CountedRow[]): (Facet & { name: string })[] {
  const names = [...new Set(rows.map((row) => row.name))];
  const facets = names.map((name) => ({
    name,
    ...facetOf(rows.filter((row) => row.name === name)),
  }));
  const articles = (facet: Facet) => facet.values.reduce((sum, each) => sum + each.articles, 0);
  return facets
    .sort((a, b) => articles(b) - articles(a) || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMES);
}

function facetOf(rows: readonly CountedRow[]): Facet {
  const values = rows
    .map(({ value, articles }) => ({ value, articles }))
    .sort((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
  return { values, sampled: isSampled(rows) };
}

const isSampled = (rows: readonly CountedRow[]) => rows[0]?.looked === FACET_SAMPLE;
