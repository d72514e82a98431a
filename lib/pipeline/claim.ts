import type pg from "pg";
import { LOCK, tryLock, unlock } from "../database/locks.ts";
import { createClient } from "../database/pool.ts";
import { DUE_CHANNEL } from "./notify.ts";

/**
 * The buckets of a corpus that this process has claimed, held on a connection of its own: they are free again
 * the moment the connection is gone, however the process ended. The same connection hears of new work.
 */
export interface Claims {
  /** Takes a bucket where nobody has it, this process included. */
  take(bucket: number): Promise<boolean>;
  release(bucket: number): Promise<void>;
  /** False once the connection is lost, and every claim with it. */
  alive(): boolean;
  close(): Promise<void>;
}

export interface ClaimOptions {
  /** Called for each notice of new work. */
  onDue?: () => void;
}

/** Opens the connection on which a process claims the buckets of the corpus at a URL. */
export async function openClaims(url: string, { onDue }: ClaimOptions = {}): Promise<Claims> {
  const client = createClient(url, "framescope worker");
  const held = new Set<number>();
  let alive = true;
  const lose = () => {
    alive = false;
  };
  client.on("end", lose);
  client.on("error", lose);
  await client.connect();
  if (onDue) await listen(client, onDue);
  // Several lanes claim at once, and a connection does one thing after the other.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return {
    async take(bucket) {
      // The database would give a connection its own lock a second time.
      if (held.has(bucket)) return false;
      held.add(bucket);
      const taken = await inTurn(() => tryLock(client, LOCK.bucket, bucket)).catch((error) => {
        held.delete(bucket);
        throw error;
      });
      if (!taken) held.delete(bucket);
      return taken;
    },
    async release(bucket) {
      if (alive) await inTurn(() => unlock(client, LOCK.bucket, bucket)).catch(lose);
      held.delete(bucket);
    },
    alive: () => alive,
    close: () => client.end(),
  };
}

async function listen(client: pg.Client, onDue: () => void): Promise<void> {
  client.on("notification", onDue);
  await client.query(`LISTEN ${DUE_CHANNEL}`);
}
