import type { Tokens } from "../../analysis/text/text-index.ts";
import { tokenize } from "../../analysis/text/tokens.ts";
import { type ArticleText, PARTS } from "../../analysis/types.ts";
import type { SearchQuery } from "./query.ts";
import { findSequences, isExact, lexemeOf, NO_WORDS, type WordPattern } from "./word-pattern.ts";

/** A tsquery, or true or false where it holds for every article or for none. */
type Bound = string | boolean;

/** How a query is looked up in article_search. */
export interface Candidates {
  /** The text of a tsquery that holds for every article meant; null where it would have to hold for all. */
  tsquery: string | null;
  /** Whether it holds for no other: if not, the candidates' text must be asked (matchesQuery). */
  exact: boolean;
}

/** The look-up of a query. Its text is to be passed as a parameter and cast to tsquery. */
export function candidatesOf(query: SearchQuery): Candidates {
  const bound = boundOf(query, true);
  // An empty tsquery holds for nothing.
  return {
    tsquery: bound === true ? null : bound === false ? "" : bound,
    exact: bound === boundOf(query, false),
  };
}

/** A tsquery that holds for at least the articles meant (upper), or for at most these. */
function boundOf(query: SearchQuery, upper: boolean): Bound {
  switch (query.kind) {
    case "words":
      return wordsBound(query.patterns, upper);
    case "not":
      return negated(boundOf(query.query, !upper));
    default: {
      const bounds = query.queries.map((each) => boundOf(each, upper));
      return query.kind === "and" ? conjunction(bounds) : disjunction(bounds);
    }
  }
}

function wordsBound(patterns: readonly WordPattern[], upper: boolean): Bound {
  const [only] = patterns;
  const exact = only !== undefined && patterns.length === 1 && isExact(only);
  if (!exact && !upper) return false;
  return conjunction(patterns.map((pattern) => lexemeOf(pattern) ?? true));
}

function negated(bound: Bound): Bound {
  return typeof bound === "boolean" ? !bound : `!${bound}`;
}

function conjunction(bounds: readonly Bound[]): Bound {
  if (bounds.includes(false)) return false;
  return joinBounds(bounds, " & ") ?? true;
}

function disjunction(bounds: readonly Bound[]): Bound {
  if (bounds.includes(true)) return true;
  return joinBounds(bounds, " | ") ?? false;
}

function joinBounds(bounds: readonly Bound[], operator: string): string | null {
  const queries = bounds.filter((bound) => typeof bound === "string");
  if (queries.length < 2) return queries[0] ?? null;
  return `(${queries.join(operator)})`;
}

/** Whether an article's stored text is one that a query means, token by token. */
export function matchesQuery(query: SearchQuery, article: ArticleText): boolean {
  const tokens = PARTS.map((part): [string, Tokens] => [
    article[part],
    tokenize(article[part], NO_WORDS),
  ]);
  const holds = (each: SearchQuery): boolean => {
    switch (each.kind) {
      case "words":
        return tokens.some(
          ([text, found]) => !findSequences(each.patterns, text, found).next().done,
        );
      case "not":
        return !holds(each.query);
      case "and":
        return each.queries.every(holds);
      case "or":
        return each.queries.some(holds);
    }
  };
  return holds(query);
}
