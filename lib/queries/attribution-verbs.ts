import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { readSelection, selectionOf } from "../terms/selection.ts";
import { cellsCondition, cellsOf } from "./cells.ts";
import type { OutletInfo, ResolvedView } from "./metrics-types.ts";

/** How often an outlet hands words to a source by a verb of each stance, in the order of the signal's labels. */
export interface OutletStances {
  outlet: OutletInfo;
  attributions: number;
  stances: { label: string; hits: number; share: number | null }[];
}

/** A source that is often named, with the verbs that each outlet gives it. */
export interface SourceVerbs {
  /** As it is written most often. */
  source: string;
  outlets: { outlet: OutletInfo; attributions: number; verbs: { term: string; hits: number }[] }[];
}

export interface AttributionVerbs {
  outlets: OutletStances[];
  sources: SourceVerbs[];
  /** Articles an outlet whose sources were read; where it has more, those of the lowest ids. */
  read: { outlet: OutletInfo; articles: number; total: number }[];
}

const SIGNAL = "attribution";
const MOST_SOURCES = 6;
const MOST_VERBS = 4;
/** Whom these stand for is not resolved, so they name nobody. */
const PRONOUNS =
  "he she they it we i you who which that this these those some many most others one him her them us me both all".split(
    " ",
  );

/** Who gets which verb: stances and sources of the attributions that a view counts, by outlet. */
export async function getAttributionVerbs(
  corpus: Pick<CorpusDatabase, "pool">,
  resolved: ResolvedView,
): Promise<AttributionVerbs> {
  const [outlets, { read, ids }] = await Promise.all([
    stancesOf(corpus, resolved),
    selectArticles(corpus, resolved),
  ]);
  return { outlets, sources: await sourcesOf(corpus, resolved, ids), read };
}

async function stancesOf(
  { pool }: Pick<CorpusDatabase, "pool">,
  resolved: ResolvedView,
): Promise<OutletStances[]> {
  const { view, outlets, from, to } = resolved;
  const values: unknown[] = [outlets.map((outlet) => outlet.id), from, to, SIGNAL];
  const cells = cellsOf(view);
  const hitCells = cellsCondition(cells, "h", values);
  const wordCells = cellsCondition(cells, "w", values);
  const { rows } = await pool.query<{ outletId: number; label: string; hits: number }>(
    `SELECT h.outlet_id AS "outletId", h.label, sum(h.hits)::float8 AS hits FROM article_hits AS h
     WHERE h.outlet_id = ANY($1::int[]) AND h.published_on BETWEEN $2::date AND $3::date AND h.signal = $4 AND ${hitCells}
       AND EXISTS (SELECT 1 FROM article_words AS w WHERE w.article_id = h.article_id AND w.words > 0 AND ${wordCells})
     GROUP BY h.outlet_id, h.label`,
    values,
  );
  const labels = SIGNALS.find(({ id }) => id === SIGNAL)?.labels ?? [];
  return outlets.map((outlet) => {
    const own = rows.filter((row) => row.outletId === outlet.id);
    const attributions = own.reduce((sum, { hits }) => sum + hits, 0);
    const stances = labels.map(({ id }) => {
      const hits = own.find(({ label }) => label === id)?.hits ?? 0;
      return { label: id, hits, share: attributions > 0 ? hits / attributions : null };
    });
    return { outlet, attributions, stances };
  });
}

async function selectArticles(corpus: Pick<CorpusDatabase, "pool">, resolved: ResolvedView) {
  const selected = await Promise.all(
    resolved.outlets.map(async (outlet) => {
      const selection = selectionOf(resolved, [outlet.id]);
      const found = selection ? await readSelection(corpus, selection) : { articles: [], total: 0 };
      return { outlet, ...found };
    }),
  );
  return {
    read: selected.map(({ outlet, articles, total }) => ({
      outlet,
      articles: articles.length,
      total,
    })),
    ids: selected.flatMap(({ articles }) => articles.map(({ id }) => id)),
  };
}

interface SourceRow {
  outletId: number;
  key: string;
  source: string;
  term: string;
  hits: number;
}

/** The sources with most attributions over all outlets, by number. */
async function sourcesOf(
  { pool }: Pick<CorpusDatabase, "pool">,
  { view, outlets }: ResolvedView,
  ids: readonly string[],
): Promise<SourceVerbs[]> {
  if (ids.length === 0) return [];
  const values: unknown[] = [ids, SIGNAL, PRONOUNS, MOST_SOURCES];
  const cells = cellsCondition(cellsOf(view), "c", values);
  const { rows } = await pool.query<SourceRow>(
    `WITH named AS (
       SELECT a.outlet_id, f.subject, f.term, regexp_replace(lower(f.subject), '^(the|a|an)\\s+|[’'']s$', '', 'g') AS key
       FROM flag AS f JOIN article AS a ON a.id = f.article_id
         CROSS JOIN LATERAL (SELECT f.part, f.voice, a.dup_class) AS c
       WHERE f.article_id = ANY($1::uuid[]) AND f.signal = $2 AND f.subject <> '' AND ${cells}),
     top AS (
       SELECT key, count(*) AS hits, mode() WITHIN GROUP (ORDER BY subject) AS source FROM named
       WHERE key <> ALL($3::text[]) GROUP BY key HAVING count(*) > 1 ORDER BY hits DESC, key LIMIT $4)
     SELECT n.outlet_id AS "outletId", n.key, top.source, n.term, count(*)::float8 AS hits
     FROM named AS n JOIN top ON top.key = n.key
     GROUP BY n.outlet_id, n.key, top.source, top.hits, n.term
     ORDER BY top.hits DESC, n.key, hits DESC, n.term`,
    values,
  );
  const keys = [...new Set(rows.map(({ key }) => key))];
  return keys.map((key) => {
    const own = rows.filter((row) => row.key === key);
    return { source: own[0]?.source ?? key, outlets: verbsOf(own, outlets) };
  });
}

function verbsOf(rows: readonly SourceRow[], outlets: readonly OutletInfo[]) {
  return outlets.map((outlet) => {
    const verbs = rows.filter((row) => row.outletId === outlet.id);
    return {
      outlet,
      attributions: verbs.reduce((sum, { hits }) => sum + hits, 0),
      verbs: verbs.slice(0, MOST_VERBS).map(({ term, hits }) => ({ term, hits })),
    };
  });
}
