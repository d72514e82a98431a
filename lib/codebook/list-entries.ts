import { z } from "zod";
import type { Lexicon, LexiconEntry } from "../../analysis/codebook/codebook.ts";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import type { UserLexicon } from "../../analysis/codebook/user/user-lexicon.ts";
import { signalsOf } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { readOwnParameters } from "../search/own-parameters.ts";
import type { RawParameters, ViewProblem } from "../view/view.ts";
import { liveCodebook } from "./live.ts";
import type { KnownSignal } from "./live-signals.ts";

const ENTRY_ORDERS = ["term", "articles"] as const;
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
  /** Every signal of the codebook. */
  known: readonly KnownSignal[];
  /** The built-in ones, then those of the user. */
  lexicons: readonly Lexicon[];
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
  const { lexicons, rows } = contentsOf(codebook);
  const { counts, counted } = await countArticles(corpus);
  const found = rows
    .filter(({ lexicon }) => query.lexicon === null || lexicon === query.lexicon)
    .filter((row) => isFound(row, query))
    .map((row): EntryRow => ({ ...row, articles: counts.get(`${row.signal} ${row.term}`) ?? 0 }));
  // Stable: entries with as many articles stay in the order of their terms.
  if (query.sort === "articles") found.sort((a, b) => b.articles - a.articles);
  const from = (query.page - 1) * ENTRIES_A_PAGE;
  return {
    codebook: codebook.hash,
    known: signalsOf(codebook).map(({ find: _, ...facts }) => facts),
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

interface Contents {
  lexicons: readonly Lexicon[];
  /** By term, then lexicon. */
  rows: readonly Omit<EntryRow, "articles">[];
}

/** Laid out once a codebook: a user's lexicon may hold 100,000 entries. */
const laidOut = new WeakMap<Codebook, Contents>();

function contentsOf(codebook: Codebook): Contents {
  const known = laidOut.get(codebook);
  if (known) return known;
  const lexicons = [...codebook.lexicons.values(), ...codebook.userLexicons.map(asBuiltIn)];
  const { compare } = new Intl.Collator("en");
  const rows = lexicons
    .flatMap(({ id, signal, entries }) =>
      entries.map((entry) => ({ ...entry, lexicon: id, signal })),
    )
    .sort((a, b) => compare(a.term, b.term) || compare(a.lexicon, b.lexicon));
  const contents = { lexicons, rows };
  laidOut.set(codebook, contents);
  return contents;
}

/** A user's lexicon as a list shows it: each entry has one form and nothing more. */
function asBuiltIn({ slug, labels: _, entries, ...facts }: UserLexicon): Lexicon {
  const signal = `user_${slug}`;
  const bare = { towards: "", strength: "" as const, plain: "", exceptions: [], example: "" };
  const { source, licence } = facts;
  return {
    ...facts,
    id: signal,
    signal,
    entries: entries.map(({ term, label }) => ({
      ...bare,
      term,
      label,
      forms: [term],
      source,
      licence,
    })),
  };
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
