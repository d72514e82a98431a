import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, tryLock } from "../database/locks.ts";
import { createClient } from "../database/pool.ts";

/** Runs work while this process alone holds the import; false where another holds it. The lock goes with its connection. */
export async function holdImport(
  corpus: CorpusDatabase,
  id: number,
  work: () => Promise<void>,
): Promise<boolean> {
  const holder = createClient(corpus.url);
  await holder.connect();
  try {
    if (!(await tryLock(holder, LOCK.import, id))) return false;
    await work();
    return true;
  } finally {
    await holder.end();
  }
}
