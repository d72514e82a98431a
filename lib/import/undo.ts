import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { deleteArticles } from "../pipeline/delete-articles.ts";
import { notifyDue } from "../pipeline/notify.ts";
import type { RunOptions } from "./read-batches.ts";
import { requireStatus } from "./upload.ts";

/** Articles deleted in one transaction. */
const BATCH = 250;

/**
 * Has a worker delete the articles that an import brought.
 * @throws FramescopeError conflict where the import has not ended
 */
export async function requestUndo(corpus: CorpusDatabase, importId: number): Promise<void> {
  await requireStatus(corpus, importId, ["done", "failed"]);
  await corpus.prisma.import.updateMany({
    where: { id: importId, status: { in: ["done", "failed"] } },
    data: { status: "undoing" },
  });
  await notifyDue(corpus.pool);
}

/**
 * Deletes the articles that an import brought, with all that was made of them, batch by batch, and then the outlets that are
 * left with nothing. Their rollups become due with each batch. Ended anywhere, it goes on when it is called again.
 */
export async function undoImport(
  corpus: CorpusDatabase,
  importId: number,
  { signal }: RunOptions = {},
): Promise<void> {
  while (!signal?.aborted) {
    if ((await deleteBatch(corpus, importId)) > 0) continue;
    await removeEmptyOutlets(corpus);
    await corpus.prisma.$transaction([
      corpus.prisma.importChunk.deleteMany({ where: { importId } }),
      corpus.prisma.import.updateMany({
        where: { id: importId, status: "undoing" },
        data: { status: "undone", finishedAt: new Date() },
      }),
    ]);
    return;
  }
}

function deleteBatch(corpus: CorpusDatabase, importId: number): Promise<number> {
  return inTransaction(corpus.pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM article WHERE import_id = $1 ORDER BY id LIMIT $2",
      [importId, BATCH],
    );
    if (rows.length === 0) return 0;
    const ids = rows.map(({ id }) => id);
    const deleted = await deleteArticles(client, ids);
    await client.query("UPDATE import SET removed = removed + $2 WHERE id = $1", [
      importId,
      deleted,
    ]);
    await notifyDue(client);
    return deleted;
  });
}

/** Outlets without an article, unless a person has done something with them: renamed, merged, described. */
function removeEmptyOutlets(corpus: CorpusDatabase): Promise<void> {
  return inTransaction(corpus.pool, async (client) => {
    await lockInTransaction(client, LOCK.import);
    await client.query(
      `DELETE FROM outlet WHERE country IS NULL AND note IS NULL
         AND NOT EXISTS (SELECT 1 FROM outlet_alias WHERE outlet_id = outlet.id)
         AND NOT EXISTS (SELECT 1 FROM article WHERE article.outlet_id = outlet.id)`,
    );
  });
}
