import type { PoolClient } from "pg";
import Cursor from "pg-cursor";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";

export type TextRights = "numbers" | "snippets" | "text";

/** What every export that goes through the articles reads of each. */
export interface ExportedArticle {
  id: string;
  outlet: string;
  publishedOn: string;
  url: string | null;
  headline: string;
  teaser: string;
  body: string;
  language: string;
  counted: boolean;
  dupClass: string;
  wireGroup: string | null;
  attributes: Record<string, unknown>;
  textRights: TextRights;
}

interface ArticleRow extends Omit<ExportedArticle, "outlet" | "textRights"> {
  importId: number;
}

const BATCH = 200;

/**
 * The articles of a view, by outlet name, date and id, in batches; constant memory, since each outlet is read
 * through a cursor along the index that has this order.
 */
export async function* exportedArticles(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  { withText }: { withText: boolean },
): AsyncGenerator<ExportedArticle[]> {
  const { from, to } = resolved;
  if (from === null || to === null) return;
  const rights = await readTextRights(corpus);
  for (const outlet of resolved.outlets) {
    for await (const rows of readOutlet(corpus, outlet.id, from, to, withText)) {
      yield rows.map(({ importId, ...row }) => ({
        ...row,
        outlet: outlet.name,
        textRights: rights.get(importId) ?? "snippets",
      }));
    }
  }
}

async function readTextRights(corpus: CorpusDatabase): Promise<Map<number, TextRights>> {
  const { rows } = await corpus.pool.query<{ id: number; rights: TextRights }>(
    "SELECT id, text_rights AS rights FROM import",
  );
  return new Map(rows.map((row) => [row.id, row.rights]));
}

async function* readOutlet(
  corpus: CorpusDatabase,
  outletId: number,
  from: string,
  to: string,
  withText: boolean,
) {
  const text = withText ? "teaser, body" : "'' AS teaser, '' AS body";
  const sql = `SELECT id, to_char(published_on, 'YYYY-MM-DD') AS "publishedOn", url, headline, ${text}, language,
      language = 'en' AND analysed_with IS NOT NULL AS counted, dup_class AS "dupClass", wire_group AS "wireGroup",
      attributes, import_id AS "importId"
    FROM article WHERE outlet_id = $1 AND published_on BETWEEN $2::date AND $3::date
    ORDER BY article.published_on, id`;
  const client: PoolClient = await corpus.pool.connect();
  const cursor = client.query(new Cursor<ArticleRow>(sql, [outletId, from, to]));
  let broken = true;
  try {
    for (;;) {
      const rows = await cursor.read(BATCH);
      if (rows.length === 0) break;
      yield rows;
    }
    broken = false;
  } finally {
    // A reader that stopped early leaves the cursor open: closing it ends the query on the server.
    if (broken) await cursor.close().catch(() => undefined);
    client.release();
  }
}
