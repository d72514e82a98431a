import type { CorpusDatabase } from "../database/corpus-database.ts";
import { listOutlets } from "../queries/outlets.ts";
import { findGaps, type MonthRun } from "./gaps.ts";

/** An outlet with everything that is known of it. */
export interface OutletRow {
  name: string;
  slug: string;
  /** Colour and shape, 1 to 10; null while it is drawn in grey. */
  slot: number | null;
  domains: string[];
  country: string | null;
  note: string | null;
  /** Names that it had before, folded: imports under them land here. */
  formerNames: string[];
  articles: number;
  /** English and analysed: only those enter rates. */
  counted: number;
  /** First and last day of an article; null without one. */
  first: string | null;
  last: string | null;
  /** Calendar months without an article between the first and the last. */
  gaps: MonthRun[];
}

interface MonthCount {
  outletId: number;
  month: string;
  articles: number;
  first: string;
  last: string;
}

/** Every outlet of a corpus, by name as in every CSV. */
export async function listOutletRows(corpus: CorpusDatabase): Promise<OutletRow[]> {
  const [listed, details, months, formerNames] = await Promise.all([
    listOutlets(corpus.pool),
    readDetails(corpus),
    countMonths(corpus),
    readFormerNames(corpus),
  ]);
  return listed.map(({ id, name, slug, slot, articles: counted }) => ({
    name,
    slug,
    slot,
    ...(details.get(id) ?? { domains: [], country: null, note: null }),
    formerNames: formerNames.get(id) ?? [],
    counted,
    ...sumMonths(months.get(id) ?? []),
  }));
}

async function readDetails({ prisma }: CorpusDatabase) {
  const rows = await prisma.outlet.findMany({
    select: { id: true, domains: true, country: true, note: true },
  });
  return new Map(rows.map(({ id, ...detail }) => [id, detail]));
}

async function readFormerNames({ prisma }: CorpusDatabase): Promise<Map<number, string[]>> {
  const rows = await prisma.outletAlias.findMany({ orderBy: { nameFolded: "asc" } });
  const names = new Map<number, string[]>();
  for (const { outletId, nameFolded } of rows)
    names.set(outletId, [...(names.get(outletId) ?? []), nameFolded]);
  return names;
}

/** Articles of each outlet by calendar month, in order. */
async function countMonths(corpus: CorpusDatabase): Promise<Map<number, MonthCount[]>> {
  const { rows } = await corpus.pool.query<MonthCount>(
    `SELECT outlet_id AS "outletId", date_trunc('month', published_on)::date AS month, count(*) AS articles,
       min(published_on) AS first, max(published_on) AS last
     FROM article GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const months = new Map<number, MonthCount[]>();
  for (const row of rows) {
    const known = months.get(row.outletId);
    if (known) known.push(row);
    else months.set(row.outletId, [row]);
  }
  return months;
}

function sumMonths(months: readonly MonthCount[]) {
  return {
    articles: months.reduce((sum, { articles }) => sum + articles, 0),
    first: months[0]?.first ?? null,
    last: months.at(-1)?.last ?? null,
    gaps: findGaps(months.map(({ month }) => month.slice(0, 7))),
  };
}
