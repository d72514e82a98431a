import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { dataFolder, readServerFile } from "../config.ts";
import { FramescopeError } from "../errors.ts";
import { isAlive } from "./lock.mjs";
import { type RunningDatabase, startDatabase, stopDatabase } from "./postgres-server.ts";
import { recordProcess, updateServerFile } from "./server-file.ts";
import { explain } from "./step.mjs";

/** Starts or adopts the embedded database of the data folder and notes it in server.json. Only for the lock's holder. */
export async function startEmbeddedDatabase(): Promise<RunningDatabase> {
  const known = readServerFile();
  const password = known?.databasePassword ?? randomBytes(24).toString("base64url");
  // Written first: a cluster made with a password that nobody kept would need a new one.
  updateServerFile((file) => {
    file.databasePassword = password;
  });
  const port = known?.databasePort;
  const database = await startDatabase({ folder: dataFolder(), password, port });
  updateServerFile((file) => {
    file.databasePort = database.port;
  });
  recordProcess("postgres", database);
  return database;
}

/** A part of a running Framescope that the launcher keeps alive until it stops it. */
export interface Kept {
  stop(): Promise<void>;
}

/** Starts the embedded database again, on the same port, whenever it has died. */
export function keepDatabase(first: RunningDatabase, say: (line: string) => void): Kept {
  const stopped = new AbortController();
  const pause = (ms: number) =>
    sleep(ms, undefined, { signal: stopped.signal }).catch(() => undefined);
  let current = first;
  const watch = async () => {
    for (; !stopped.signal.aborted; await pause(1_000)) {
      if (isAlive(current)) continue;
      say("The database stopped unexpectedly: starting it again (its log: logs/postgres.log).");
      try {
        current = await startEmbeddedDatabase();
      } catch (error) {
        say(explain(error));
        await pause(5_000);
      }
    }
  };
  const watching = watch();
  return {
    async stop() {
      stopped.abort();
      await watching;
      await stopDatabase(current);
      recordProcess("postgres", null);
    },
  };
}

/** @throws FramescopeError where the database that the user named does not answer; its password is not repeated */
export async function checkExternalDatabase(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new FramescopeError(
      "bad_parameter",
      "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new FramescopeError(
      "unavailable",
      `The database that DATABASE_URL names does not answer (${reason}): correct DATABASE_URL, or leave it out to use the one that comes with Framescope.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
