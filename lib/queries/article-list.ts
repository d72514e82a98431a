import type { CorpusDatabase } from "../database/corpus-database.ts";
import { candidatesOf } from "../search/candidates.ts";
import { findMatching, type Matching } from "../search/find-matching.ts";
import type { ViewProblem } from "../view/view.ts";
import { type ArticleConditions, articleConditions, countedHits } from "./article-conditions.ts";
import {
  type ArticleFacets,
  countFacets,
  type FacetValue,
  MOST_COUNTED,
} from "./article-facets.ts";
import { shownId } from "./article-id.ts";
import type { ArticleListQuery } from "./article-list-query.ts";
import { chosenOutlets } from "./article-outlets.ts";
import { type PageRow, readArticlePage } from "./article-page.ts";
import type { OutletInfo } from "./metrics-types.ts";
import { listOutlets } from "./outlets.ts";

export interface ListedArticle {
  /** 32 hex digits. */
  id: string;
  outlet: Pick<OutletInfo, "name" | "slug" | "slot">;
  publishedOn: string;
  headline: string;
  language: string;
  /** English and analysed: only those enter rates. */
  counted: boolean;
  dupClass: string;
  /** Word tokens over all parts and voices; null where the article is not counted. */
  words: number | null;
  /** Hits by signal, over all parts, of the label and voice of the list (its `voice`, the outlet's by default); null where not counted. */
  hits: Record<string, number> | null;
}

/** A count, and whether it is one: else there are at least so many. */
export interface ListTotal {
  articles: number;
  exact: boolean;
}

/** A page of a list. */
export interface ArticleRows {
  rows: ListedArticle[];
  /** The cursor of the next page, or null at the end. A page can be short though more follow. */
  next: string | null;
  /** Candidates whose text was read for a phrase, and whether that was all of them; null where the index alone answers. */
  searched: Omit<Matching, "ids"> | null;
  /** Outlets asked for that are not there. */
  problems: ViewProblem[];
}

/** Counts beside a list: of a million articles they take longer than the page does. */
export interface ArticleCounts {
  total: ListTotal;
  /** Outlets by name, with the articles that they would add or keep. */
  outlets: (FacetValue & Pick<OutletInfo, "name" | "slot">)[];
  facets: ArticleFacets;
}

export interface ArticleList extends ArticleRows, ArticleCounts {}

/**
 * A page of 50 articles with counts for every filter. Outlets that are not there are named in problems and left out.
 * @throws FramescopeError bad_parameter for a cursor of another list
 */
export async function listArticles(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
): Promise<ArticleList> {
  const [rows, counts] = await Promise.all([
    listArticleRows(corpus, query),
    countArticles(corpus, query),
  ]);
  return { ...rows, ...counts };
}

/** The page alone: see listArticles. */
export async function listArticleRows(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
): Promise<ArticleRows> {
  const all = await listOutlets(corpus.pool);
  const { outletIds, problems } = chosenOutlets(all, query.outlets);
  const matching = await askTexts(corpus, query);
  // Where not all texts could be asked, each page asks its own.
  const known = matching?.complete ? matching.ids : null;
  const asked = matching?.complete === false ? query.text : null;
  const conditions = articleConditions({ query, outletIds, matching: known });
  const { rows, next } = await readArticlePage(corpus, query, conditions, asked);
  const searched = matching && { checked: matching.checked, complete: matching.complete };
  return { rows: await completeRows(corpus, query, rows, all), next, searched, problems };
}

/** The counts alone: see listArticles. */
async function countArticles(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
): Promise<ArticleCounts> {
  const all = await listOutlets(corpus.pool);
  const { outletIds } = chosenOutlets(all, query.outlets);
  const found = await askTexts(corpus, query);
  const matching = found?.ids ?? null;
  const conditions = articleConditions({ query, outletIds, matching, counting: true });
  const [counts, facets] = await Promise.all([
    countByOutlet(corpus, all, conditions, outletIds),
    countFacets(corpus, query, conditions),
  ]);
  const exact = counts.total.exact && found?.complete !== false;
  return { total: { ...counts.total, exact }, outlets: counts.outlets, facets };
}

/** Asks the texts where the index can't tell, within the range and classes asked for: other filters may change without another look. */
async function askTexts(corpus: CorpusDatabase, query: ArticleListQuery): Promise<Matching | null> {
  if (!query.text || candidatesOf(query.text).exact) return null;
  const wide = { ...query, attributes: {}, signals: [], languages: null };
  const values: unknown[] = [];
  const condition = articleConditions({
    query: wide,
    outletIds: null,
    matching: null,
    counting: true,
  }).where(values);
  return findMatching(corpus, query.text, condition, values);
}

/** Articles by outlet without the filter of outlets, and the list's total. */
async function countByOutlet(
  corpus: CorpusDatabase,
  all: readonly OutletInfo[],
  conditions: ArticleConditions,
  outletIds: readonly number[] | null,
) {
  const values: unknown[] = [];
  const where = conditions.where(values, "outlets");
  const limit = conditions.indexed ? "" : ` LIMIT ${MOST_COUNTED}`;
  const { rows } = await corpus.pool.query<{ outletId: number; articles: number }>(
    `SELECT outlet_id AS "outletId", count(*)::int AS articles
     FROM (SELECT a.outlet_id FROM article AS a WHERE ${where}${limit}) AS found GROUP BY outlet_id`,
    values,
  );
  const articles = new Map(rows.map((row) => [row.outletId, row.articles]));
  const sum = (ids: readonly number[]) =>
    ids.reduce((total, id) => total + (articles.get(id) ?? 0), 0);
  const everything = sum([...articles.keys()]);
  const outlets = all.map(({ id, name, slug, slot }) => ({
    value: slug,
    name,
    slot,
    articles: articles.get(id) ?? 0,
  }));
  return {
    outlets,
    total: {
      articles: outletIds ? sum(outletIds) : everything,
      exact: conditions.indexed || everything < MOST_COUNTED,
    },
  };
}

/** Adds outlet, words and hits to the articles of a page. */
async function completeRows(
  corpus: CorpusDatabase,
  query: ArticleListQuery,
  rows: readonly PageRow[],
  all: readonly OutletInfo[],
): Promise<ListedArticle[]> {
  const ids = rows.map((row) => row.id);
  const [words, hits] = await Promise.all([readWords(corpus, ids), readHits(corpus, ids, query)]);
  const outlets = new Map(all.map(({ id, name, slug, slot }) => [id, { name, slug, slot }]));
  return rows.map(({ outletId, rank: _, ...row }) => ({
    ...row,
    id: shownId(row.id),
    outlet: outlets.get(outletId) ?? { name: "", slug: "", slot: null },
    words: row.counted ? (words.get(row.id) ?? 0) : null,
    hits: row.counted
      ? Object.fromEntries(query.known.map(({ id }) => [id, hits.get(`${row.id} ${id}`) ?? 0]))
      : null,
  }));
}

async function readWords(corpus: CorpusDatabase, ids: readonly string[]) {
  const { rows } = await corpus.pool.query<{ id: string; words: number }>(
    `SELECT article_id AS id, sum(words)::float8 AS words FROM article_words
     WHERE article_id = ANY($1::uuid[]) GROUP BY article_id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.words]));
}

async function readHits(corpus: CorpusDatabase, ids: readonly string[], query: ArticleListQuery) {
  const values: unknown[] = [ids];
  const signals = query.known.map((signal) => signal.id);
  const condition = countedHits(signals, query, (value) => `$${values.push(value)}`);
  const { rows } = await corpus.pool.query<{ id: string; signal: string; hits: number }>(
    `SELECT h.article_id AS id, h.signal, sum(h.hits)::float8 AS hits FROM article_hits AS h
     WHERE h.article_id = ANY($1::uuid[]) AND ${condition} GROUP BY h.article_id, h.signal`,
    values,
  );
  return new Map(rows.map((row) => [`${row.id} ${row.signal}`, row.hits]));
}
