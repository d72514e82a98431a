import type pg from "pg";
import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import { CodebookError } from "../../analysis/codebook/codebook-error.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { FramescopeError } from "../errors.ts";
import { notifyDue } from "../pipeline/notify.ts";
import { hashCodebook, readShippedCodebook } from "./files.ts";
import { compileOnce } from "./live.ts";
import { builtInFiles, userLexiconsOf, withUserLexicons } from "./user-files.ts";

/** A codebook as the table keeps it. */
interface StoredCodebook {
  hash: string;
  files: CodebookFiles;
  shipped: boolean;
}

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
    await makeLive(client, { hash, files, ...options });
  });
  return hash;
}

/**
 * Publishes what `change` makes of the live codebook; two changes at once come one after the other.
 * @throws FramescopeError bad_input where what it makes has mistakes.
 */
export async function changeCodebook(
  corpus: Pick<CorpusDatabase, "pool">,
  change: (files: CodebookFiles) => CodebookFiles,
): Promise<{ before: string; after: string }> {
  const shipped = readShippedCodebook().hash;
  return inTransaction(corpus.pool, async (client) => {
    await lockInTransaction(client, LOCK.codebook);
    const live = await readLive(client);
    if (!live) throw new FramescopeError("internal", "The corpus has no live codebook.");
    const files = inWords(() => change(live.files));
    const hash = hashCodebook(files);
    if (hash === live.hash) return { before: hash, after: hash };
    checkFiles(hash, files);
    await makeLive(client, { hash, files, shipped: hash === shipped });
    return { before: live.hash, after: hash };
  });
}

async function readLive(client: pg.ClientBase): Promise<StoredCodebook | undefined> {
  const { rows } = await client.query<StoredCodebook>(
    "SELECT hash, files, shipped FROM codebook WHERE live",
  );
  return rows[0];
}

async function makeLive(
  client: pg.ClientBase,
  { hash, files, shipped }: StoredCodebook,
): Promise<void> {
  await client.query("UPDATE codebook SET live = false WHERE live AND hash <> $1", [hash]);
  await client.query(
    `INSERT INTO codebook (hash, files, shipped, live) VALUES ($1, $2, $3, true)
     ON CONFLICT (hash) DO UPDATE SET live = true, shipped = excluded.shipped`,
    [hash, JSON.stringify(files), shipped],
  );
  await notifyDue(client);
}

function checkFiles(hash: string, files: CodebookFiles): void {
  inWords(() => compileOnce(hash, files));
}

/** Does it, with mistakes in a codebook's files as an error for the user. */
function inWords<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CodebookError)) throw error;
    throw new FramescopeError("bad_input", error.message, "codebook", { cause: error });
  }
}

/**
 * Publishes the codebook that comes with the program where the corpus has none or another shipped one: a
 * program works with its own, whichever version ran before. Lexicons that a user added to a shipped one are carried over;
 * one whose built-in files a user changed stays.
 */
export async function publishShippedCodebook(corpus: Pick<CorpusDatabase, "pool">): Promise<void> {
  const own = readShippedCodebook();
  const { rows } = await corpus.pool.query<{ hash: string; shipped: boolean }>(
    "SELECT hash, shipped FROM codebook WHERE live",
  );
  const live = rows[0];
  if (live?.hash === own.hash) return;
  if (live && !live.shipped) await carryOver(corpus, own);
  else await publishCodebook(corpus, own.files, { shipped: true });
}

async function carryOver(
  corpus: Pick<CorpusDatabase, "pool">,
  own: { hash: string; files: CodebookFiles },
): Promise<void> {
  const { rows } = await corpus.pool.query<{ hash: string }>(
    "SELECT hash FROM codebook WHERE shipped",
  );
  const shipped = new Set(rows.map(({ hash }) => hash));
  await changeCodebook(corpus, (files) => {
    const builtIn = hashCodebook(builtInFiles(files));
    return builtIn !== own.hash && shipped.has(builtIn)
      ? withUserLexicons(own.files, userLexiconsOf(files))
      : files;
  });
}
