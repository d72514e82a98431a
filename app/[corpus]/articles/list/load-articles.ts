import { liveSignals } from "../../../../lib/codebook/live-signals.ts";
import type { CorpusDatabase } from "../../../../lib/database/corpus-database.ts";
import { FramescopeError } from "../../../../lib/errors.ts";
import { countDue } from "../../../../lib/pipeline/due.ts";
import { type ArticleList, listArticles } from "../../../../lib/queries/article-list.ts";
import {
  type ArticleListQuery,
  readArticleListQuery,
} from "../../../../lib/queries/article-list-query.ts";
import type { RawParameters } from "../../../../lib/view/view.ts";
import { type Address, addressOf, withoutEmpty } from "../../../address.ts";
import { countOf } from "../../../format.ts";
import { type PageTrail, readTrail } from "../../../page-trail.ts";

export interface ArticlesPage {
  list: ArticleList;
  query: ArticleListQuery;
  /** The view without its page: what links keep. */
  address: Address;
  trail: PageTrail;
  /** The search as it was typed, and what is wrong with it. */
  typed: string;
  searchProblem: string | null;
  notices: string[];
}

/** Reads the address leniently and lists; what could not be used is named and left out. */
export async function loadArticles(
  corpus: CorpusDatabase,
  raw: RawParameters,
): Promise<ArticlesPage> {
  const { trail, ...given } = withoutEmpty(raw);
  const { query: asked, problems } = readArticleListQuery(given, await liveSignals(corpus));
  const search = problems.find(({ field }) => field === "q");
  const notices = problems
    .filter((problem) => problem !== search)
    .map(({ message }) => `${message} Shown without it.`);
  const { query, list } = await listLeniently(corpus, asked, notices);
  const due = await countDue(corpus);
  if (due > 0) notices.push(`${countOf(due, "article")} still await analysis: no flags yet.`);
  const unusable = [...problems.map(({ field }) => field), "cursor", "trail"];
  return {
    list,
    query,
    address: { ...addressOf(given, unusable), ...outletsOf(query) },
    trail: readTrail(query.cursor, trail),
    typed: typeof given.q === "string" ? given.q : "",
    searchProblem: search ? search.message.replace(/^q /, "The search ") : null,
    notices,
  };
}

const outletsOf = ({ outlets }: ArticleListQuery): Address =>
  outlets ? { outlets: [outlets.join(",")] } : {};

/** A page of another list is shown from the first; outlets that are gone are left out of the links too. */
async function listLeniently(corpus: CorpusDatabase, asked: ArticleListQuery, notices: string[]) {
  let query = asked;
  let list: ArticleList;
  try {
    list = await listArticles(corpus, query);
  } catch (error) {
    if (!(error instanceof FramescopeError) || error.field !== "cursor") throw error;
    notices.push("This link led to a page of another list. Shown from the first page.");
    query = { ...query, cursor: null };
    list = await listArticles(corpus, query);
  }
  if (list.problems.length > 0) {
    notices.push("This link asked for an outlet that is no longer here. Shown without it.");
    const there = new Set(list.outlets.map(({ value }) => value));
    const outlets = query.outlets?.filter((slug) => there.has(slug)) ?? [];
    query = { ...query, outlets: outlets.length > 0 ? outlets : null };
  }
  return { query, list };
}
