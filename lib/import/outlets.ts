import type pg from "pg";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { foldOutletName, outletSlug } from "./outlet-name.ts";

/** Colour and shape slots that outlets are given in order of first appearance. */
const SLOTS = 10;

export interface OutletMention {
  name: string;
  domain: string | null;
}

interface KnownOutlet {
  id: number;
  domains: Set<string>;
}

/** The outlets of a corpus as an import needs them: looked up once, created when first met. */
export class OutletBook {
  readonly #corpus: CorpusDatabase;
  #known = new Map<string, KnownOutlet>();

  constructor(corpus: CorpusDatabase) {
    this.#corpus = corpus;
  }

  /** The id of an outlet that `prepare` has seen. */
  idOf(name: string): number {
    const outlet = this.#known.get(foldOutletName(name));
    if (!outlet) throw new Error("OutletBook.prepare has not seen this outlet.");
    return outlet.id;
  }

  /** Forgets what was looked up, because an outlet was merged or removed meanwhile. */
  forget(): void {
    this.#known = new Map();
  }

  /**
   * Makes sure that every outlet exists, with its domains. A transaction of its own, before the articles': outlet is a reference
   * table, which Citus lets nobody write after articles in one transaction.
   */
  async prepare(mentions: readonly OutletMention[]): Promise<void> {
    const fresh = mentions.filter(({ name, domain }) => {
      const outlet = this.#known.get(foldOutletName(name));
      return !outlet || (domain !== null && !outlet.domains.has(domain));
    });
    if (fresh.length === 0) return;
    const known = await inTransaction(this.#corpus.pool, async (client) => {
      // One after the other, so that slugs and slots are given once. Import numbers start at 1, so 0 is free.
      await lockInTransaction(client, LOCK.import);
      return recordOutlets(client, fresh);
    });
    for (const [folded, outlet] of known) this.#known.set(folded, outlet);
  }
}

async function recordOutlets(
  client: pg.ClientBase,
  mentions: readonly OutletMention[],
): Promise<Map<string, KnownOutlet>> {
  const known = await findOutlets(client, [
    ...new Set(mentions.map(({ name }) => foldOutletName(name))),
  ]);
  for (const { name, domain } of mentions) {
    const folded = foldOutletName(name);
    const outlet = known.get(folded) ?? (await createOutlet(client, name.trim(), folded));
    known.set(folded, outlet);
    if (domain === null || outlet.domains.has(domain)) continue;
    outlet.domains.add(domain);
    await client.query("UPDATE outlet SET domains = $2 WHERE id = $1", [
      outlet.id,
      [...outlet.domains],
    ]);
  }
  return known;
}

/** Outlets by folded name, also by a name that they had before a rename or a merge. */
async function findOutlets(
  client: pg.ClientBase,
  folded: readonly string[],
): Promise<Map<string, KnownOutlet>> {
  const { rows } = await client.query<{ folded: string; id: number; domains: string[] }>(
    `SELECT o.name_folded AS folded, o.id, o.domains FROM outlet AS o WHERE o.name_folded = ANY($1)
     UNION ALL
     SELECT a.name_folded, o.id, o.domains FROM outlet_alias AS a JOIN outlet AS o ON o.id = a.outlet_id WHERE a.name_folded = ANY($1)`,
    [folded],
  );
  return new Map(rows.map((row) => [row.folded, { id: row.id, domains: new Set(row.domains) }]));
}

async function createOutlet(
  client: pg.ClientBase,
  name: string,
  folded: string,
): Promise<KnownOutlet> {
  const slug = await freeOutletSlug(client, outletSlug(name));
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO outlet (name, name_folded, slug, domains, slot)
     SELECT $1, $2, $3, '{}', (SELECT min(s) FROM generate_series(1, ${SLOTS}) AS s WHERE s NOT IN (SELECT slot FROM outlet WHERE slot IS NOT NULL))
     RETURNING id`,
    [name, folded, slug],
  );
  return { id: rows[0]?.id ?? 0, domains: new Set() };
}

/** The slug, or the first with a number that no outlet and no alias has. */
export async function freeOutletSlug(client: pg.ClientBase, wanted: string): Promise<string> {
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM outlet WHERE starts_with(slug, $1) UNION SELECT slug FROM outlet_alias WHERE starts_with(slug, $1)",
    [wanted],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

/** A domain with the names of the outlets that share it: the news and the opinion pages of one paper, say. */
export interface SharedDomain {
  domain: string;
  outlets: string[];
}

/** Domains that more than one outlet of the corpus has, by name. */
export async function listSharedDomains(corpus: CorpusDatabase): Promise<SharedDomain[]> {
  const { rows } = await corpus.pool.query<SharedDomain>(
    `SELECT domain, array_agg(name ORDER BY name) AS outlets FROM outlet CROSS JOIN LATERAL unnest(domains) AS domain
     GROUP BY domain HAVING count(*) > 1 ORDER BY domain`,
  );
  return rows;
}
