import type { Pool } from "pg";
import type { OutletInfo } from "./metrics-types.ts";

/** All outlets of a corpus, by name (code unit order, as in every CSV), with their counted articles. */
export async function listOutlets(pool: Pool): Promise<OutletInfo[]> {
  const { rows } = await pool.query<OutletInfo>(
    `SELECT o.id, o.name, o.slug, o.slot, coalesce(r.articles, 0)::float8 AS articles
     FROM outlet AS o LEFT JOIN (
       SELECT outlet_id, sum(articles) AS articles FROM rollup_words
       WHERE part = 'all' AND voice = 'all' GROUP BY outlet_id) AS r ON r.outlet_id = o.id`,
  );
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}
