import { type CorpusEntry, listCorpora, openCorpus } from "../database/registry.ts";
import { currentServer, databaseName } from "../database/server.ts";
import { FramescopeError } from "../errors.ts";
import { countDue } from "../pipeline/due.ts";

/** A corpus with what is in it. */
export interface CorpusContents extends CorpusEntry {
  articles: number;
  outlets: number;
  imports: number;
  /** First and last day of an article; null without one. */
  first: string | null;
  last: string | null;
  /** Articles that await analysis or recounting. */
  due: number;
  /** What it takes up on the disk; null where the role may not ask. */
  bytes: number | null;
}

const CONTENTS = `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM outlet) AS outlets,
  (SELECT count(*) FROM import WHERE status IN ('waiting', 'running', 'done', 'failed')) AS imports,
  (SELECT min(published_on) FROM article) AS first, (SELECT max(published_on) FROM article) AS last`;

/** Every corpus of the server with what is in it, in the order of listCorpora. */
export async function listCorpusContents(): Promise<CorpusContents[]> {
  const contents: CorpusContents[] = [];
  // One after the other: each corpus holds connections of its own.
  for (const entry of await listCorpora()) {
    try {
      contents.push(await readContents(entry));
    } catch (error) {
      // Deleted meanwhile.
      if (!(error instanceof FramescopeError && error.code === "not_found")) throw error;
    }
  }
  return contents;
}

async function readContents(entry: CorpusEntry): Promise<CorpusContents> {
  const corpus = await openCorpus(entry.slug);
  const { rows } = await corpus.pool.query<Omit<CorpusContents, keyof CorpusEntry>>(CONTENTS);
  const counts = rows[0];
  if (!counts) throw new Error("A SELECT without FROM gives one row.");
  const [due, bytes] = [await countDue(corpus), await readSize(entry.slug)];
  return { ...entry, ...counts, due, bytes };
}

async function readSize(slug: string): Promise<number | null> {
  const server = currentServer();
  try {
    const name = databaseName(server, slug);
    const { rows } = await server.admin.query("SELECT pg_database_size($1) AS bytes", [name]);
    return rows[0].bytes;
  } catch {
    return null;
  }
}
