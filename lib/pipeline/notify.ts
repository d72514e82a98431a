import type pg from "pg";

/** The channel of a corpus database on which workers listen for new work. */
export const DUE_CHANNEL = "framescope_due";

/** Wakes the workers of a corpus: once the transaction of this connection commits, if it is in one. */
export async function notifyDue(connection: pg.ClientBase | pg.Pool): Promise<void> {
  await connection.query("SELECT pg_notify($1, '')", [DUE_CHANNEL]);
}
