import { randomUUID } from "node:crypto";
import type pg from "pg";
import { copyRows } from "../database/copy.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { notifyDue } from "../pipeline/notify.ts";
import { requireOutlet } from "./find-outlet.ts";

const ATTEMPTS = 5;
/** What a foreign key answers while an article holds its outlet: before PostgreSQL 18, and since. */
const HELD: ReadonlySet<unknown> = new Set(["23503", "23001"]);

interface Pair {
  from: number;
  into: number;
}

/**
 * Moves every article of an outlet to another one, and leaves its name and slug behind as aliases: later imports
 * and old links find the other. Article ids stay. Rollups become due; what the merged outlet lacks (country, note,
 * colour) it takes from the one that goes.
 *
 * Two transactions, since Citus lets nobody write a reference table after articles in one: killed in between it
 * leaves an outlet without articles, and doing it again ends it.
 * @throws FramescopeError not_found, bad_parameter for an outlet merged into itself
 */
export async function mergeOutlets(
  corpus: CorpusDatabase,
  fromSlug: string,
  intoSlug: string,
): Promise<void> {
  const [from, into] = [
    await requireOutlet(corpus, fromSlug),
    await requireOutlet(corpus, intoSlug),
  ];
  if (from.id === into.id) {
    const sentence = `"${into.name}" can't be merged into itself: choose another outlet.`;
    throw new FramescopeError("bad_parameter", sentence, "into");
  }
  const pair = { from: from.id, into: into.id };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await inTransaction(corpus.pool, (client) => moveArticles(client, pair));
      await inTransaction(corpus.pool, (client) => replaceOutlet(client, pair));
      return;
    } catch (error) {
      // An import brought the outlet another article in between.
      const isHeld = error instanceof Error && "code" in error && HELD.has(error.code);
      if (!isHeld || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Articles and their metrics in one transaction, with the due tokens of every day of both outlets. */
async function moveArticles(client: pg.ClientBase, { from, into }: Pair): Promise<void> {
  // The articles first: a worker that is writing their results holds them until it has committed.
  await client.query("UPDATE article SET outlet_id = $2 WHERE outlet_id = $1", [from, into]);
  for (const table of ["article_words", "article_hits"]) {
    await client.query(`UPDATE ${table} SET outlet_id = $2 WHERE outlet_id = $1`, [from, into]);
  }
  const { rows } = await client.query<{ id: string; day: string }>(
    `SELECT DISTINCT ON (published_on) id, published_on AS day FROM article
     WHERE outlet_id = $1 ORDER BY published_on, id`,
    [into],
  );
  const tokens = rows.flatMap(({ id, day }) =>
    [from, into].map((outlet) => [id, randomUUID(), outlet, day]),
  );
  await copyRows(client, "rollup_due", ["article_id", "token", "outlet_id", "day"], tokens);
  await notifyDue(client);
}

/** Reference tables alone. The outlet that goes is held by its foreign key while it has an article. */
async function replaceOutlet(client: pg.ClientBase, { from, into }: Pair): Promise<void> {
  await lockInTransaction(client, LOCK.import);
  const { rows } = await client.query(
    "DELETE FROM outlet WHERE id = $1 RETURNING name_folded, slug, domains, country, note, slot",
    [from],
  );
  const gone = rows[0];
  // Merged by someone else, or the commit held although its answer was lost.
  if (!gone) return;
  await client.query("UPDATE outlet_alias SET outlet_id = $2 WHERE outlet_id = $1", [from, into]);
  await client.query(
    "INSERT INTO outlet_alias (name_folded, slug, outlet_id) VALUES ($1, $2, $3)",
    [gone.name_folded, gone.slug, into],
  );
  await client.query(
    `UPDATE outlet SET domains = ARRAY(SELECT DISTINCT unnest(domains || $2::text[]) ORDER BY 1),
       country = coalesce(country, $3), note = coalesce(note, $4), slot = coalesce(slot, $5) WHERE id = $1`,
    [into, gone.domains, gone.country, gone.note, gone.slot],
  );
}
