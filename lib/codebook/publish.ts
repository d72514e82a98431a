import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import { CodebookError } from "../../analysis/codebook/codebook-error.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { notifyDue } from "../pipeline/notify.ts";
import { hashCodebook, readShippedCodebook } from "./files.ts";
import { compileOnce } from "./live.ts";

/**
 * Makes a codebook the one whose results are stored; its articles become due. Returns its hash.
 * Publishing an earlier version again goes back to it.
 * @throws FramescopeError bad_input where the files have mistakes.
 */
export async function publishCodebook(
  corpus: Pick<CorpusDatabase, "pool">,
  files: CodebookFiles,
  options: { shipped: boolean },
): Promise<string> {
  const hash = hashCodebook(files);
  // What ships is held to its rules by tests; compiling it here would slow every first look at a corpus.
  if (!options.shipped) checkFiles(hash, files);
  await inTransaction(corpus.pool, async (client) => {
    await lockInTransaction(client, LOCK.codebook);
    await client.query("UPDATE codebook SET live = false WHERE live AND hash <> $1", [hash]);
    await client.query(
      `INSERT INTO codebook (hash, files, shipped, live) VALUES ($1, $2, $3, true)
       ON CONFLICT (hash) DO UPDATE SET live = true, shipped = excluded.shipped`,
      [hash, JSON.stringify(files), options.shipped],
    );
    await notifyDue(client);
  });
  return hash;
}

function checkFiles(hash: string, files: CodebookFiles): void {
  try {
    compileOnce(hash, files);
  } catch (error) {
    if (!(error instanceof CodebookError)) throw error;
    throw new FramescopeError("bad_input", error.message, "codebook", { cause: error });
  }
}

/**
 * Publishes the codebook that comes with the program where the corpus has none or another shipped one: a
 * program works with its own, whichever version ran before. One that a user published stays.
 */
export async function publishShippedCodebook(corpus: Pick<CorpusDatabase, "pool">): Promise<void> {
  const { hash, files } = readShippedCodebook();
  const { rows } = await corpus.pool.query<{ hash: string; shipped: boolean }>(
    "SELECT hash, shipped FROM codebook WHERE live",
  );
  const live = rows[0];
  if (live && (live.hash === hash || !live.shipped)) return;
  await publishCodebook(corpus, files, { shipped: true });
}
