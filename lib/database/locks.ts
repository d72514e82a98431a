import type pg from "pg";

/**
 * What advisory locks stand for: the first of their two numbers. They hold within one corpus database.
 * Each is taken in a statement of its own: inside a query on a spread table it would lock on another machine.
 */
export const LOCK = {
  /** A worker analyses the articles of a bucket (second number). */
  bucket: 0x46530001,
  /** The rollups of an outlet (second number) are being counted again. */
  outlet: 0x46530002,
  /** Duplicates are being classified. */
  duplicates: 0x46530003,
  /** A codebook is being published. */
  codebook: 0x46530004,
  /** An import (second number) is being run. */
  import: 0x46530005,
} as const;

/** Waits for a lock that goes with the transaction. */
export async function lockInTransaction(
  client: pg.ClientBase,
  lock: number,
  key = 0,
): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1, $2)", [lock, key]);
}

/** Takes a lock that goes with the connection, where nobody holds it. */
export async function tryLock(client: pg.ClientBase, lock: number, key: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_lock($1, $2) AS taken",
    [lock, key],
  );
  return rows[0]?.taken === true;
}

export async function unlock(client: pg.ClientBase, lock: number, key: number): Promise<void> {
  await client.query("SELECT pg_advisory_unlock($1, $2)", [lock, key]);
}
