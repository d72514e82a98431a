import type pg from "pg";
import { z } from "zod";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { foldOutletName } from "../outlets/fold-outlet-name.ts";
import { type ForecastTally, REFUSAL_KINDS } from "./forecast-tally.ts";

const rowGroup = z.object({
  rows: z.number(),
  first: z.array(z.object({ line: z.number(), words: z.string() })),
});

/** What importing a file would do, besides the counts of its row. Stored as JSON with the import until it is started. */
export const forecastSchema = z.object({
  /** Here already with the same text, or with another one (the first is kept); rows that repeat the file are apart. */
  known: rowGroup,
  changed: rowGroup,
  repeated: rowGroup,
  refusals: z.array(rowGroup.extend({ kind: z.enum(REFUSAL_KINDS) })),
  /** Most new articles first; of very many the first ones. */
  outlets: z.array(
    z.object({
      name: z.string(),
      /** Whether the corpus has it already. */
      known: z.boolean(),
      slot: z.number().nullable(),
      added: z.number(),
      /** "2021-03", articles here already, new ones; months with neither are absent. */
      months: z.array(z.tuple([z.string(), z.number(), z.number()])),
    }),
  ),
  knownOutlets: z.number(),
  newOutlets: z.number(),
  /** New articles that are stored and not counted. */
  otherLanguages: z.array(z.object({ language: z.string(), articles: z.number() })),
  /** Most articles first; of very many the first ones. */
  domains: z.array(
    z.object({
      domain: z.string(),
      /** The outlets that the file's rows give it. */
      names: z.array(z.object({ name: z.string(), articles: z.number() })),
      /** Outlets of the corpus that have it. */
      here: z.array(z.string()),
    }),
  ),
  /** A sentence where the file can't be read to its end: what comes before is counted. */
  brokenOff: z.string().nullable(),
});
export type ImportForecast = z.infer<typeof forecastSchema>;
export type ForecastOutlet = ImportForecast["outlets"][number];
export type ForecastDomain = ImportForecast["domains"][number];

const SHOWN_OUTLETS = 200;
const SHOWN_DOMAINS = 60;
const SHOWN_LANGUAGES = 20;

const sumOf = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Most first, then by name. */
function ranked(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Turns what was added up into a forecast, with what the corpus has of these outlets and domains. */
export async function describeForecast(
  { pool }: CorpusDatabase,
  tally: ForecastTally,
  brokenOff: string | null,
): Promise<ImportForecast> {
  return {
    known: tally.known,
    changed: tally.changed,
    repeated: tally.repeated,
    refusals: REFUSAL_KINDS.flatMap((kind) => {
      const group = tally.refusals.get(kind);
      return group ? [{ kind, ...group }] : [];
    }),
    ...(await describeOutlets(pool, tally)),
    otherLanguages: ranked(tally.languages)
      .slice(0, SHOWN_LANGUAGES)
      .map(([language, articles]) => ({ language, articles })),
    domains: await describeDomains(pool, tally),
    brokenOff,
  };
}

interface OutletRow {
  folded: string;
  id: number;
  name: string;
  slot: number | null;
}

/** The outlets of the corpus that go by these names, also by former ones. */
async function findByName(
  pool: pg.Pool,
  folded: readonly string[],
): Promise<Map<string, OutletRow>> {
  const { rows } = await pool.query<OutletRow>(
    `SELECT o.name_folded AS folded, o.id, o.name, o.slot FROM outlet AS o WHERE o.name_folded = ANY($1)
     UNION ALL
     SELECT a.name_folded, o.id, o.name, o.slot FROM outlet_alias AS a JOIN outlet AS o ON o.id = a.outlet_id WHERE a.name_folded = ANY($1)`,
    [folded],
  );
  return new Map(rows.map((row) => [row.folded, row]));
}

interface Gathered {
  name: string;
  row: OutletRow | null;
  months: Map<string, number>;
}

/** One entry an outlet, where the file gives an outlet two of its names. */
function gather(tally: ForecastTally, here: ReadonlyMap<string, OutletRow>): Gathered[] {
  const gathered = new Map<string, Gathered>();
  for (const [folded, { name, months }] of tally.outlets) {
    const row = here.get(folded) ?? null;
    const key = row ? `${row.id}` : folded;
    const entry = gathered.get(key) ?? { name: row?.name ?? name, row, months: new Map() };
    gathered.set(key, entry);
    for (const [month, count] of months)
      entry.months.set(month, (entry.months.get(month) ?? 0) + count);
  }
  return [...gathered.values()].sort(
    (a, b) => sumOf(b.months) - sumOf(a.months) || (a.name < b.name ? -1 : 1),
  );
}

async function describeOutlets(
  pool: pg.Pool,
  tally: ForecastTally,
): Promise<Pick<ImportForecast, "outlets" | "knownOutlets" | "newOutlets">> {
  const all = gather(tally, await findByName(pool, [...tally.outlets.keys()]));
  const shown = all.slice(0, SHOWN_OUTLETS);
  const before = await monthsBefore(
    pool,
    shown.flatMap(({ row }) => row?.id ?? []),
  );
  const knownOutlets = all.filter(({ row }) => row !== null).length;
  return {
    outlets: shown.map(({ name, row, months }) => ({
      name,
      known: row !== null,
      slot: row?.slot ?? null,
      added: sumOf(months),
      months: joinMonths((row && before.get(row.id)) ?? new Map(), months),
    })),
    knownOutlets,
    newOutlets: all.length - knownOutlets,
  };
}

function joinMonths(
  before: ReadonlyMap<string, number>,
  added: ReadonlyMap<string, number>,
): [string, number, number][] {
  return [...new Set([...before.keys(), ...added.keys()])]
    .sort()
    .map((month) => [month, before.get(month) ?? 0, added.get(month) ?? 0]);
}

async function monthsBefore(
  pool: pg.Pool,
  outlets: readonly number[],
): Promise<Map<number, Map<string, number>>> {
  const { rows } = await pool.query<{ outlet: number; month: string; articles: number }>(
    `SELECT outlet_id AS outlet, to_char(published_on, 'YYYY-MM') AS month, count(*)::int AS articles
     FROM article WHERE outlet_id = ANY($1) GROUP BY 1, 2`,
    [outlets],
  );
  const found = new Map<number, Map<string, number>>();
  for (const { outlet, month, articles } of rows)
    found.set(outlet, (found.get(outlet) ?? new Map()).set(month, articles));
  return found;
}

/** Domains with several outlets in file and corpus together, and every one that stands for its outlet. */
async function describeDomains(
  pool: pg.Pool,
  { domains }: ForecastTally,
): Promise<ForecastDomain[]> {
  const { rows } = await pool.query<{ domain: string; names: string[] }>(
    `SELECT domain, array_agg(name ORDER BY name) AS names FROM outlet CROSS JOIN LATERAL unnest(domains) AS domain
     WHERE domain = ANY($1) GROUP BY domain`,
    [[...domains.keys()]],
  );
  const here = new Map(rows.map(({ domain, names }) => [domain, names]));
  return [...domains]
    .map(([domain, names]) => ({ domain, names, here: here.get(domain) ?? [] }))
    .filter(({ domain, names, here: known }) => {
      const folded = new Set([...names.keys(), ...known].map(foldOutletName));
      return folded.size > 1 || folded.has(domain);
    })
    .sort((a, b) => sumOf(b.names) - sumOf(a.names) || (a.domain < b.domain ? -1 : 1))
    .slice(0, SHOWN_DOMAINS)
    .map(({ domain, names, here: known }) => ({
      domain,
      names: ranked(names).map(([name, articles]) => ({ name, articles })),
      here: known,
    }));
}
