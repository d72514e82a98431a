import type { Pool } from "pg";
import type { OutletInfo } from "./metrics-types.ts";

/** All outlets of a corpus, by name (code unit order, as in every CSV), with their counted articles. */
export async function listOutlets(pool: Pool): Promise<OutletInfo[]> {
  const { rows } = await pool.query<OutletInfo>(
    `SELECT o.id, o.name, o.slug, o.slot, coalesce(f.slugs, '{}') AS "formerSlugs",
       coalesce(r.articles, 0)::float8 AS articles
     FROM outlet AS o LEFT JOIN (
       SELECT outlet_id, sum(articles) AS articles FROM rollup_words
       WHERE part = 'all' AND voice = 'all' GROUP BY outlet_id) AS r ON r.outlet_id = o.id
     LEFT JOIN (
       SELECT outlet_id, array_agg(slug ORDER BY slug) AS slugs FROM outlet_alias
       GROUP BY outlet_id) AS f ON f.outlet_id = o.id`,
  );
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Slugs of a link, each as its outlet is called now and once; one that nothing is called by stays. */
export function currentSlugs(all: readonly OutletInfo[], slugs: readonly string[]): string[] {
  const called = (slug: string) => all.find((outlet) => outlet.formerSlugs.includes(slug));
  return [...new Set(slugs.map((slug) => called(slug)?.slug ?? slug))];
}
