import { setTimeout as sleep } from "node:timers/promises";
import { FramescopeError } from "../errors.ts";
import { databaseName, listSlugs, type Server } from "./server.ts";
import { numberedSlug } from "./slug.ts";

export const DAY = 24 * 60 * 60 * 1000;

/** 20240131120000: sorts as it passes. */
export const stampOf = (time: Date): string => time.toISOString().replace(/\D/g, "").slice(0, 14);

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const errorCode = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** Whether a database of the wished name is there already. */
export const isNameTaken = (error: unknown): boolean => errorCode(error) === "42P04";

/** Whether the database that a statement names is not there. */
export const isMissing = (error: unknown): boolean => errorCode(error) === "3D000";

/**
 * Renames a database, ending the connections to it.
 * @throws FramescopeError forbidden where the role may not
 */
export async function renameDatabase(server: Server, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const renaming = server.admin.query(
        `ALTER DATABASE ${quoteName(from)} RENAME TO ${quoteName(to)}`,
      );
      await endConnections(server, from, renaming);
      await renaming;
      return;
    } catch (error) {
      if (errorCode(error) === "42501") throw mayNotRename(error);
      if (attempt === 20 || errorCode(error) !== "55006") throw error;
    }
  }
}

/**
 * Ends the connections to a database until `renaming` is through. It waits for them, five seconds at most, and lets
 * no new one in meanwhile: ended before it began, a worker would be back in time to stand in its way.
 */
async function endConnections(
  server: Server,
  name: string,
  renaming: Promise<unknown>,
): Promise<void> {
  let waiting = true;
  const through = () => {
    waiting = false;
  };
  renaming.then(through, through);
  while (waiting) {
    await server.admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
    await sleep(20);
  }
}

function mayNotRename(cause: unknown): FramescopeError {
  const sentence =
    "The database role may not rename databases, which is how a corpus is deleted and restored. Its owner can allow it with CREATEDB.";
  return new FramescopeError("forbidden", sentence, null, { cause });
}

export async function dropDatabase(server: Server, name: string): Promise<void> {
  await server.admin.query(`DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)`);
}

/** The slug, or the first with a number that is not taken. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = numberedSlug(slug, number);
  return free;
}

/** Gives a database the name of a corpus, of the slug or of the first free one after it, and returns that slug. */
export async function nameAsCorpus(
  server: Server,
  database: string,
  slug: string,
): Promise<string> {
  // Also names that are none of a corpus, such as the database of DATABASE_URL.
  const refused: string[] = [];
  for (;;) {
    const free = freeSlug(slug, new Set([...(await listSlugs()), ...refused]));
    try {
      await renameDatabase(server, database, databaseName(server, free));
      return free;
    } catch (error) {
      if (!isNameTaken(error)) throw error;
      refused.push(free);
    }
  }
}
