import type pg from "pg";
import { databaseLocation } from "../config.ts";
import { FramescopeError } from "../errors.ts";
import type { CorpusDatabase } from "./corpus-database.ts";
import { createPool } from "./pool.ts";
import { DEFAULT_SLUG, slugProblem } from "./slug.ts";
import { isTransient } from "./transaction.ts";

/** The database server of this process and what is open on it. */
export interface Server {
  url: string;
  external: boolean;
  /** Databases of corpora are called this and the slug; FRAMESCOPE_PREFIX keeps two installations on one server apart. */
  prefix: string;
  /** Connections to the database that the URL names. */
  admin: pg.Pool;
  /** By slug. */
  corpora: Map<string, OpenCorpus>;
}

export interface OpenCorpus {
  database: Promise<CorpusDatabase>;
  /** When it was last seen to exist, in milliseconds. */
  seenAt: number;
}

/** Next loads a module once for each bundle; connections must be shared by all of them. */
const shared = globalThis as { framescopeServer?: Server | undefined };

/** The server of DATABASE_URL or server.json; another one than before closes what was open. */
export function currentServer(): Server {
  const { url, external } = databaseLocation();
  const prefix = process.env.FRAMESCOPE_PREFIX ?? "framescope_";
  const open = shared.framescopeServer;
  if (open && open.url === url && open.prefix === prefix) return open;
  if (open) void closeServer(open);
  const admin = createPool(url, { max: 4 });
  shared.framescopeServer = { url, external, prefix, admin, corpora: new Map() };
  return shared.framescopeServer;
}

/** Closes every connection of this process. */
export async function closeAll(): Promise<void> {
  const open = shared.framescopeServer;
  shared.framescopeServer = undefined;
  if (open) await closeServer(open);
}

async function closeServer(server: Server): Promise<void> {
  const corpora = [...server.corpora.values()];
  server.corpora.clear();
  const closings = corpora.map(async ({ database }) => (await database).close());
  await Promise.allSettled([...closings, server.admin.end()]);
}

/** The name of the database that the URL itself points at. */
function ownDatabase(server: Server): string {
  const name = decodeURIComponent(new URL(server.url).pathname.slice(1));
  return name || decodeURIComponent(new URL(server.url).username);
}

/** The name of the database of a corpus. */
export function databaseName(server: Server, slug: string): string {
  return server.external && slug === DEFAULT_SLUG ? ownDatabase(server) : server.prefix + slug;
}

export function databaseUrl(server: Server, name: string): string {
  const url = new URL(server.url);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

/** The slugs of the server's corpora, sorted; of a database that the user brought, `default` first. */
export async function listSlugs(): Promise<string[]> {
  const server = currentServer();
  const { rows } = await server.admin
    .query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY datname",
      [server.prefix],
    )
    .catch(asUnavailable);
  const own = server.external ? ownDatabase(server) : null;
  const slugs = rows
    .filter((row) => row.datname !== own)
    .map((row) => row.datname.slice(server.prefix.length))
    .filter((slug) => slugProblem(slug) === null)
    .sort();
  return server.external ? [DEFAULT_SLUG, ...slugs] : slugs;
}

/** Why the server's role may not create databases, as a sentence, or null where it may. */
export async function creationProblem(server: Server): Promise<string | null> {
  const { rows } = await server.admin.query(
    "SELECT rolname, rolcreatedb OR rolsuper AS allowed FROM pg_roles WHERE rolname = current_user",
  );
  if (rows[0]?.allowed) return null;
  const role = rows[0]?.rolname ?? "of DATABASE_URL";
  return `The database role ${role} may not create databases, so there is no place for another corpus. Its owner can allow it: ALTER ROLE "${role}" CREATEDB.`;
}

/** Turns a lost or missing server into the sentence that a user needs. */
export function asUnavailable(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (isTransient(error) || code === "ENOTFOUND" || code === "53300") {
    const sentence =
      "The database doesn't answer, or has no connection free. Try again in a moment.";
    throw new FramescopeError("unavailable", sentence, null, { cause: error });
  }
  throw error;
}
