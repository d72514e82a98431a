import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { databaseLocation, dataFolder } from "../config.ts";
import { closeAll } from "../database/registry.ts";
import { FramescopeError } from "../errors.ts";
import { checkExternalDatabase, startEmbeddedDatabase } from "../launcher/database.ts";
import { isLock, takeLock } from "../launcher/lock.mjs";
import { type RunningDatabase, stopDatabase } from "../launcher/postgres-server.ts";
import { recordedProcess } from "../launcher/server-file.ts";
import { beforeEnd } from "./ending.ts";

export interface DatabaseOptions {
  /** --database: stands for DATABASE_URL. */
  database?: string | undefined;
}

/**
 * Runs a command with a database: DATABASE_URL or --database, else the embedded server if it runs,
 * else that one started for as long as commands need it.
 */
export async function withDatabase<T>(
  { database }: DatabaseOptions,
  work: () => Promise<T>,
): Promise<T> {
  if (database) process.env.DATABASE_URL = database;
  const external = process.env.DATABASE_URL;
  if (external) await checkExternalDatabase(external);
  // A promise, so that an interrupt in the middle of the start waits for it and then stops what it started.
  const embedded = external ? null : findOrStartDatabase();
  let leaving: Promise<void> | undefined;
  const leave = () => {
    leaving ??= embedded ? embedded.then(leaveDatabase) : closeAll();
    return leaving;
  };
  const forget = beforeEnd(leave);
  try {
    await embedded;
    return await work();
  } finally {
    // Forgotten only afterwards: an interrupt in the middle of it must wait for it.
    await leave();
    forget();
  }
}

/** Stops the embedded server, unless a launcher keeps it or another command still uses it: the last one out stops it. */
async function leaveDatabase(database: RunningDatabase): Promise<void> {
  await closeAll();
  const lock = takeLock(dataFolder(), "command");
  if (!isLock(lock)) return;
  try {
    if ((await countClients(database.url)) === 0) await stopDatabase(database);
  } finally {
    lock.release();
  }
}

const LONGEST_WAIT = 120_000;

/** The embedded server; another process may be starting it just now, then that is waited for. */
async function findOrStartDatabase(): Promise<RunningDatabase> {
  for (const until = Date.now() + LONGEST_WAIT; Date.now() < until; await sleep(200)) {
    const lock = takeLock(dataFolder(), "command");
    if (isLock(lock)) {
      try {
        return await startEmbeddedDatabase();
      } finally {
        lock.release();
      }
    }
    const running = recordedProcess("postgres");
    if (!running) continue;
    const { url } = databaseLocation();
    if ((await countClients(url)) === null) continue;
    return { ...running, url, port: Number(new URL(url).port) };
  }
  throw new FramescopeError(
    "unavailable",
    "Framescope is being started by another process and has no database yet: try again when it is ready.",
  );
}

/** Connections other than our own, or null where the server does not answer. */
async function countClients(url: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(
      "SELECT count(*)::int AS others FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return rows[0]?.others ?? 0;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
