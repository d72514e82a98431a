import { z } from "zod";
import type { Lexicon, LexiconEntry } from "../../analysis/codebook/codebook.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { readOwnParameters } from "../search/own-parameters.ts";
import type { RawParameters, ViewProblem } from "../view/view.ts";
import { liveCodebook } from "./live.ts";

export const ENTRY_ORDERS = ["term", "articles"] as const;
export type EntryOrder = (typeof ENTRY_ORDERS)[number];

/** Entries on a page. */
export const ENTRIES_A_PAGE = 50;
/** Above so many articles, those of the lowest ids are counted: ids are hashes, so a fixed random sample. */
const MOST_ARTICLES = 20_000;

/** What the entries of the live codebook are asked for; null where there is no such filter. */
export interface EntryQuery {
  lexicon: string | null;
  label: string | null;
  /** Stands in the term or one of its forms, whatever its case. */
  find: string;
  sort: EntryOrder;
  /** From 1. */
  page: number;
}

export interface EntryRow extends LexiconEntry {
  lexicon: string;
  signal: string;
  /** Counted articles with a flag of it, of EntryList.counted. */
  articles: number;
}

export interface EntryList {
  codebook: string;
  lexicons: Lexicon[];
  rows: EntryRow[];
  /** Entries found, on all pages. */
  found: number;
  /** Articles with any entry in them that were read for the counts, and whether those are all. */
  counted: { articles: number; all: boolean };
}

const name = z.string().max(200);
const FIELDS = {
  lexicon: { schema: name, allowed: "must be one lexicon of the codebook" },
  label: { schema: name, allowed: "must be one label of the lexicon" },
  find: { schema: name, allowed: "must be at most 200 characters" },
  sort: {
    schema: z.enum(ENTRY_ORDERS),
    allowed: `must be one of ${ENTRY_ORDERS.join(", ")}`,
  },
  page: { schema: z.coerce.number().int().min(1).max(100_000), allowed: "must be a page number" },
} as const;

/** Reads the parameters of the list; what can't be used is named in problems. */
export function readEntryQuery(raw: RawParameters): {
  query: EntryQuery;
  problems: ViewProblem[];
} {
  const { values, problems } = readOwnParameters(raw, FIELDS);
  const { lexicon, label, find, sort, page } = values;
  const query = {
    lexicon,
    label,
    find: (find ?? "").trim(),
    sort: sort ?? "term",
    page: page ?? 1,
  };
  return { query, problems };
}

/** Entries of the live codebook, with how many articles of the corpus hold a flag of each. */
export async function listEntries(
  corpus: Pick<CorpusDatabase, "pool">,
  query: EntryQuery,
): Promise<EntryList> {
  const codebook = await liveCodebook(corpus);
  const lexicons = [...codebook.lexicons.values()];
  const { counts, counted } = await countArticles(corpus);
  const found = lexicons
    .filter(({ id }) => query.lexicon === null || id === query.lexicon)
    .flatMap(({ id, signal, entries }) =>
      entries
        .filter((entry) => isFound(entry, query))
        .map((entry): EntryRow => {
          const articles = counts.get(`${signal} ${entry.term}`) ?? 0;
          return { ...entry, lexicon: id, signal, articles };
        }),
    )
    .sort(inOrder(query.sort));
  const from = (query.page - 1) * ENTRIES_A_PAGE;
  return {
    codebook: codebook.hash,
    lexicons,
    rows: found.slice(from, from + ENTRIES_A_PAGE),
    found: found.length,
    counted,
  };
}

function isFound({ term, forms, label }: LexiconEntry, query: EntryQuery): boolean {
  if (query.label !== null && label !== query.label) return false;
  const wanted = query.find.toLocaleLowerCase("en");
  return [term, ...forms].some((words) => words.toLocaleLowerCase("en").includes(wanted));
}

function inOrder(sort: EntryOrder) {
  const byTerm = (a: EntryRow, b: EntryRow) =>
    a.term.localeCompare(b.term, "en") || a.lexicon.localeCompare(b.lexicon, "en");
  if (sort === "term") return byTerm;
  return (a: EntryRow, b: EntryRow) => b.articles - a.articles || byTerm(a, b);
}

/** Articles with a flag of each entry ("signal term"). */
async function countArticles({ pool }: Pick<CorpusDatabase, "pool">) {
  const { rows } = await pool.query<{ term: string | null; articles: number }>(
    `WITH read AS (SELECT terms FROM article_terms ORDER BY article_id LIMIT $1)
     SELECT term, count(*)::int AS articles FROM read, unnest(terms) AS term GROUP BY term
     UNION ALL SELECT NULL, count(*)::int FROM (SELECT FROM article_terms LIMIT $1 + 1) AS counted`,
    [MOST_ARTICLES],
  );
  const total = rows.find(({ term }) => term === null)?.articles ?? 0;
  return {
    counts: new Map(rows.map(({ term, articles }) => [term, articles])),
    counted: { articles: Math.min(total, MOST_ARTICLES), all: total <= MOST_ARTICLES },
  };
}
