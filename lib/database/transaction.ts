import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** SCALE: deadlock and serialisation, a server that goes away or comes up. */
const RETRYABLE_CODES = new Set([
  "40001",
  "40P01",
  "08000",
  "08001",
  "08003",
  "08006",
  "57P01",
  "57P02",
  "57P03",
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ETIMEDOUT",
]);
const LOST_CONNECTION =
  /server closed the connection|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether the same transaction may succeed when it is tried again as a whole. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return RETRYABLE_CODES.has(code) || LOST_CONNECTION.test(error.message);
}

const ATTEMPTS = 9;

/**
 * Runs work in one READ COMMITTED transaction and returns its result. Where the server ends it for reasons
 * that pass (deadlock, restart), the whole work is done again, for about ten seconds in all.
 *
 * Work must be repeatable: an error at COMMIT may follow a commit that holds.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      await sleep(Math.min(2000, 25 * 2 ** attempt) * (0.5 + Math.random()));
    }
  }
}

async function runOnce<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    // Several shards in one transaction, one after the other; plain PostgreSQL accepts and ignores it.
    await client.query("BEGIN; SET LOCAL citus.multi_shard_modify_mode TO 'sequential'");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    const clean = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    client.release(!clean);
    throw error;
  }
}
