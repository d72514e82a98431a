import type pg from "pg";
import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";

/** Days of an outlet counted again in one transaction. */
const MOST_DAYS = 400;

/** Signals and labels, "signal label", that the rollups leave out: those counted only where a view asks for them. */
function excludedLabels(): string[] {
  return SIGNALS.flatMap(({ id, labels, defaultLabel }) =>
    labels
      .filter((label) => defaultLabel !== "all" && label.id !== defaultLabel)
      .map((label) => `${id} ${label.id}`),
  );
}

// An article's cell counts for itself, and for all parts, all voices and both.
const VIEWS = (alias: string) => `CROSS JOIN LATERAL unnest(ARRAY[${alias}.part, 'all']) AS p(part)
  CROSS JOIN LATERAL unnest(ARRAY[${alias}.voice, 'all']) AS v(voice)`;

/** Words x and quotations of each article by view; an article without a word of a view is not in it. */
const ARTICLE_WORDS = `SELECT w.article_id, w.outlet_id, w.published_on, w.dup_class, p.part, v.voice,
    sum(w.words) AS x, sum(w.quotations) AS quotations
  FROM article_words AS w ${VIEWS("w")}
  WHERE w.outlet_id = $1 AND w.published_on = ANY($2::date[])
  GROUP BY w.article_id, w.outlet_id, w.published_on, w.dup_class, p.part, v.voice
  HAVING sum(w.words) > 0`;

/** Hits y and probabilities p of each article by signal and view. */
const ARTICLE_HITS = `SELECT h.article_id, h.signal, p.part, v.voice, sum(h.hits) AS y, sum(h.expected) AS p
  FROM article_hits AS h ${VIEWS("h")}
  WHERE h.outlet_id = $1 AND h.published_on = ANY($2::date[])
    AND h.signal || ' ' || h.label <> ALL($3::text[])
  GROUP BY h.article_id, h.signal, p.part, v.voice`;

const INSERT_WORDS = `INSERT INTO rollup_words
    (outlet_id, day, part, voice, dup_class, articles, sum_x, sum_xx, quotations)
  SELECT outlet_id, published_on, part, voice, dup_class, count(*), sum(x), sum(x * x), sum(quotations)
  FROM (${ARTICLE_WORDS}) AS words
  GROUP BY outlet_id, published_on, part, voice, dup_class`;

const INSERT_HITS = `INSERT INTO rollup_hits
    (outlet_id, day, signal, part, voice, dup_class, hits, articles_with_hit, sum_yy, sum_xy, sum_p, sum_pp, sum_px)
  SELECT words.outlet_id, words.published_on, hits.signal, words.part, words.voice, words.dup_class,
    sum(y), count(*) FILTER (WHERE y > 0), sum(y * y), sum(x * y), sum(p), sum(p * p), sum(p * x)
  FROM (${ARTICLE_WORDS}) AS words
  JOIN (${ARTICLE_HITS}) AS hits
    ON hits.article_id = words.article_id AND hits.part = words.part AND hits.voice = words.voice
  GROUP BY words.outlet_id, words.published_on, hits.signal, words.part, words.voice, words.dup_class`;

/**
 * Counts the rollups again of every outlet and day that is due, from the metrics of the articles, and
 * returns how many outlets there were. Stops early between two transactions when the signal is given.
 */
export async function refreshRollups(
  corpus: Pick<CorpusDatabase, "pool">,
  signal?: AbortSignal,
): Promise<number> {
  const { rows } = await corpus.pool.query<{ outlet_id: number }>(
    "SELECT DISTINCT outlet_id FROM rollup_due",
  );
  // In any order: workers that started at the same time part ways.
  const outlets = rows.map((row) => row.outlet_id).sort(() => Math.random() - 0.5);
  for (const outlet of outlets) {
    while (!signal?.aborted && (await refreshOutlet(corpus, outlet)));
  }
  return outlets.length;
}

/** Counts an outlet's due days again and returns whether more of them are left. */
function refreshOutlet(corpus: Pick<CorpusDatabase, "pool">, outlet: number): Promise<boolean> {
  return inTransaction(corpus.pool, async (client) => {
    await lockInTransaction(client, LOCK.outlet, outlet);
    const { days, more } = await dueDays(client, outlet);
    if (days.length === 0) return false;
    // Read before the metrics are: what is committed later leaves a token that stays.
    const tokens = await dueTokens(client, outlet, days);
    await recount(client, outlet, days);
    await client.query(
      `DELETE FROM rollup_due WHERE outlet_id = $1 AND day = ANY($2::date[]) AND token = ANY($3::uuid[])`,
      [outlet, days, tokens],
    );
    return more;
  });
}

async function dueDays(client: pg.ClientBase, outlet: number) {
  const { rows } = await client.query<{ day: string }>(
    "SELECT DISTINCT day FROM rollup_due WHERE outlet_id = $1 ORDER BY day LIMIT $2",
    [outlet, MOST_DAYS + 1],
  );
  const days = rows.map((row) => row.day);
  return { days: days.slice(0, MOST_DAYS), more: days.length > MOST_DAYS };
}

async function dueTokens(client: pg.ClientBase, outlet: number, days: string[]): Promise<string[]> {
  const { rows } = await client.query<{ token: string }>(
    "SELECT token FROM rollup_due WHERE outlet_id = $1 AND day = ANY($2::date[])",
    [outlet, days],
  );
  return rows.map((row) => row.token);
}

async function recount(client: pg.ClientBase, outlet: number, days: string[]): Promise<void> {
  for (const table of ["rollup_words", "rollup_hits"]) {
    await client.query(`DELETE FROM ${table} WHERE outlet_id = $1 AND day = ANY($2::date[])`, [
      outlet,
      days,
    ]);
  }
  // Tables that were just filled have no statistics yet, and a nested loop over both subqueries never ends.
  await client.query("SET LOCAL enable_nestloop = off");
  await client.query(INSERT_WORDS, [outlet, days]);
  await client.query(INSERT_HITS, [outlet, days, excludedLabels()]);
}
