import { candidatesOf } from "../search/candidates.ts";
import type { SearchQuery } from "../search/query.ts";
import type { ArticleListQuery } from "./article-list-query.ts";
import { labelFor } from "./resolve-view.ts";

/** A filter of the list, or of one attribute ("attr.desk"). */
export type Filter =
  | "text"
  | "outlets"
  | "range"
  | "signals"
  | "languages"
  | "counted"
  | "dup"
  | `attr.${string}`;

/** Builds conditions on `article AS a`; parameters are pushed onto the values of the query at hand. */
export interface ArticleConditions {
  /** The condition of all filters but one. */
  where(values: unknown[], without?: Filter): string;
  /** Whether an index alone can answer it, without a look at the articles. */
  indexed: boolean;
}

interface Resolved {
  query: ArticleListQuery;
  /** Outlets of the list, or null for all. */
  outletIds: readonly number[] | null;
  /** Articles whose text was asked, where the index alone can't tell. */
  matching: readonly string[] | null;
  /** Whether many articles are counted rather than a few listed: then words are looked up before anything else is. */
  counting?: boolean;
}

type Build = (parameter: (value: unknown) => string) => string;

/** The conditions of a list. */
export function articleConditions({
  query,
  outletIds,
  matching,
  counting = false,
}: Resolved): ArticleConditions {
  const filters = new Map<Filter, Build>();
  if (matching) filters.set("text", (p) => `a.id = ANY(${p(matching)}::uuid[])`);
  else if (query.text) {
    const { text } = query;
    filters.set("text", (p) => textCondition(text, p, counting));
  }
  if (outletIds) filters.set("outlets", (p) => outletCondition(outletIds, p));
  const { from, to } = query;
  if (from || to) filters.set("range", (p) => rangeCondition(from, to, p));
  addRowFilters(filters, query);
  return {
    indexed: [...filters.keys()].every((name) => name === "outlets" || name === "range"),
    where(values, without) {
      const parameter = (value: unknown) => `$${values.push(value)}`;
      const conditions = [...filters].flatMap(([name, build]) =>
        name === without ? [] : [build(parameter)],
      );
      return conditions.length === 0 ? "true" : conditions.join(" AND ");
    },
  };
}

/** Filters that need the article's own row. */
function addRowFilters(filters: Map<Filter, Build>, query: ArticleListQuery): void {
  const { languages, counted, dupClasses } = query;
  for (const [name, values] of Object.entries(query.attributes)) {
    filters.set(`attr.${name}`, (p) => `a.attributes ->> ${p(name)} = ANY(${p(values)}::text[])`);
  }
  if (query.signals.length > 0) filters.set("signals", (p) => signalCondition(query, p));
  if (languages) filters.set("languages", (p) => `a.language = ANY(${p(languages)}::text[])`);
  if (counted !== null) filters.set("counted", (p) => `(${IS_COUNTED}) = ${p(counted)}::boolean`);
  if (dupClasses) filters.set("dup", (p) => `a.dup_class = ANY(${p(dupClasses)}::text[])`);
}

/** English and analysed: only those enter rates. */
export const IS_COUNTED = "a.language = 'en' AND a.analysed_with IS NOT NULL";

/**
 * What the index says of a text query: true for every article meant, and maybe for others. Asked article by article, each row
 * of words is read and unpacked; OFFSET 0 keeps the look-up a look-up.
 */
function textCondition(
  text: SearchQuery,
  parameter: (value: unknown) => string,
  counting: boolean,
): string {
  const { tsquery } = candidatesOf(text);
  if (tsquery === null) return "true";
  const holds = `s.words @@ ${parameter(tsquery)}::tsquery`;
  return counting
    ? `a.id IN (SELECT s.article_id FROM article_search AS s WHERE ${holds} OFFSET 0)`
    : `EXISTS (SELECT 1 FROM article_search AS s WHERE s.article_id = a.id AND ${holds})`;
}

// One outlet by itself can be read along the index in the order of days.
function outletCondition(ids: readonly number[], parameter: (value: unknown) => string): string {
  return ids.length === 1
    ? `a.outlet_id = ${parameter(ids[0])}`
    : `a.outlet_id = ANY(${parameter(ids)}::int[])`;
}

function rangeCondition(
  from: string | null,
  to: string | null,
  parameter: (value: unknown) => string,
): string {
  const bounds = [];
  if (from) bounds.push(`a.published_on >= ${parameter(from)}::date`);
  if (to) bounds.push(`a.published_on <= ${parameter(to)}::date`);
  return bounds.join(" AND ");
}

/** Condition on `article_hits AS h`: hits of these signals that the list counts. */
export function countedHits(
  signals: readonly string[],
  { known, label, voice }: Pick<ArticleListQuery, "known" | "label" | "voice">,
  parameter: (value: unknown) => string,
): string {
  const each = signals.map((signal) => {
    const counted = labelFor(known, signal, label);
    const ofLabel = counted === "all" ? "" : ` AND h.label = ${parameter(counted)}`;
    return `(h.signal = ${parameter(signal)}${ofLabel})`;
  });
  const ofVoice = voice === "all" ? "" : ` AND h.voice = ${parameter(voice)}`;
  return `(${each.join(" OR ") || "false"})${ofVoice} AND h.hits > 0`;
}

function signalCondition(query: ArticleListQuery, parameter: (value: unknown) => string): string {
  const hits = countedHits(query.signals, query, parameter);
  return `EXISTS (SELECT 1 FROM article_hits AS h WHERE h.article_id = a.id AND ${hits})`;
}
