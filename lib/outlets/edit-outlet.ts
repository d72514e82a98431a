import type pg from "pg";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { outletDomain, outletSlug } from "../import/outlet-name.ts";
import { freeOutletSlug } from "../import/outlets.ts";
import { requireOutlet } from "./find-outlet.ts";
import { foldOutletName } from "./fold-outlet-name.ts";

/** What may be changed about an outlet; what is left out stays. */
export interface OutletEdit {
  name?: string | undefined;
  domains?: readonly string[] | undefined;
  /** Empty for none. */
  country?: string | undefined;
  note?: string | undefined;
}

const LONGEST = { name: 200, country: 80, note: 2000 } as const;

/**
 * Changes an outlet. Its slug stays; a former name becomes an alias, so that an import under it finds the outlet.
 * @throws FramescopeError conflict where another outlet has the name or had it, bad_parameter for what can't be stored
 */
export async function editOutlet(
  corpus: CorpusDatabase,
  slug: string,
  edit: OutletEdit,
): Promise<void> {
  const { id } = await requireOutlet(corpus, slug);
  const name = edit.name === undefined ? null : outletName(edit.name);
  const domains = edit.domains === undefined ? null : edit.domains.map(domainOf);
  const country = edit.country === undefined ? null : plainText(edit.country, "country");
  const note = edit.note === undefined ? null : plainText(edit.note, "note");
  await inTransaction(corpus.pool, async (client) => {
    // The lock under which imports make outlets: names and slugs are given once.
    await lockInTransaction(client, LOCK.import);
    if (name !== null) await renameOutlet(client, id, name);
    await client.query(
      `UPDATE outlet SET domains = coalesce($2, domains), country = nullif(coalesce($3, country), ''),
         note = nullif(coalesce($4, note), '') WHERE id = $1`,
      [id, domains && [...new Set(domains)], country, note],
    );
  });
}

async function renameOutlet(client: pg.ClientBase, id: number, name: string): Promise<void> {
  const folded = foldOutletName(name);
  await requireFreeName(client, id, name, folded);
  const { rows } = await client.query<{ name: string; name_folded: string }>(
    "SELECT name, name_folded FROM outlet WHERE id = $1",
    [id],
  );
  const before = rows[0];
  if (!before || before.name === name) return;
  // Back to a name that it had: that is no alias any more.
  await client.query("DELETE FROM outlet_alias WHERE name_folded = $1 AND outlet_id = $2", [
    folded,
    id,
  ]);
  await client.query("UPDATE outlet SET name = $2, name_folded = $3 WHERE id = $1", [
    id,
    name,
    folded,
  ]);
  if (before.name_folded === folded) return;
  const slug = await freeOutletSlug(client, outletSlug(before.name));
  await client.query(
    "INSERT INTO outlet_alias (name_folded, slug, outlet_id) VALUES ($1, $2, $3)",
    [before.name_folded, slug, id],
  );
}

async function requireFreeName(
  client: pg.ClientBase,
  id: number,
  name: string,
  folded: string,
): Promise<void> {
  const { rows } = await client.query<{ name: string; former: boolean }>(
    `SELECT name, false AS former FROM outlet WHERE name_folded = $1 AND id <> $2
     UNION ALL
     SELECT o.name, true FROM outlet_alias AS a JOIN outlet AS o ON o.id = a.outlet_id
     WHERE a.name_folded = $1 AND a.outlet_id <> $2`,
    [folded, id],
  );
  const other = rows[0];
  if (!other) return;
  const sentence = other.former
    ? `"${name}" is a former name of the outlet "${other.name}". Choose another name, or merge the two.`
    : `There is an outlet "${other.name}" already. Choose another name, or merge the two.`;
  throw new FramescopeError("conflict", sentence, "name");
}

function outletName(text: string): string {
  const name = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (name !== "") return withinLength(name, "name");
  throw new FramescopeError("bad_parameter", "An outlet needs a name.", "name");
}

const plainText = (text: string, field: "country" | "note") =>
  // PostgreSQL takes no NUL.
  withinLength(text.replaceAll("\0", "").trim(), field);

function withinLength(text: string, field: keyof typeof LONGEST): string {
  if (text.length <= LONGEST[field]) return text;
  throw new FramescopeError(
    "bad_parameter",
    `The ${field} has at most ${LONGEST[field]} characters; this one has ${text.length}.`,
    field,
  );
}

/** As imports store it. */
function domainOf(text: string): string {
  const domain = outletDomain(text);
  if (domain !== null) return domain;
  const sentence = `"${text.slice(0, 80)}" is no domain: write one such as herald.example.`;
  throw new FramescopeError("bad_parameter", sentence, "domains");
}
