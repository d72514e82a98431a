import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { FramescopeError } from "../errors.ts";
import { isAlive } from "./lock.mjs";
import { freePort } from "./ports.ts";
import { asUser, installPostgres, postgresUser } from "./postgres-binaries.ts";
import {
  type Cluster,
  makeCluster,
  postgresEnvironment,
  ROLE,
  resetPassword,
  runningServer,
} from "./postgres-cluster.ts";
import { endProcess, type RunningProcess, spawnLogged, tailOf } from "./processes.ts";

export interface DatabaseOptions {
  /** Holds the cluster (postgres/), the programs (postgres-18.4/) and the log (logs/). */
  folder: string;
  password: string;
  /** Taken where it is free. */
  port?: number | undefined;
  /** For tests: nothing is forced to the disk. */
  throwaway?: boolean;
}

export interface RunningDatabase extends RunningProcess {
  port: number;
  /** The server's own database, `postgres`. */
  url: string;
}

/** What only a crash of the machine could tell from safety: a server killed hard keeps what it committed. */
const UNSAFE = ["fsync=off", "full_page_writes=off"];

/** Adopts the server that runs on the folder's cluster, else starts one; makes the cluster where there is none. */
export async function startDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  const folder = path.join(options.folder, "postgres");
  const running = runningServer(folder);
  if (running) {
    if ((await answerOf(running, running.port, options)) === "ready") {
      return describe(running, running.port, options);
    }
    // Of another network namespace, hung, or with a password that we don't know: it is ours, and of no use.
    await stopDatabase(running);
  }
  const bin = installPostgres(options.folder);
  const cluster: Cluster = { folder, bin, user: postgresUser(bin, folder) };
  makeCluster(cluster, options.password, options.throwaway ? ["--no-sync"] : []);
  return startServer(cluster, options);
}

/** Ends a server: first the fast way, which breaks off its clients' work cleanly, then harder. */
export async function stopDatabase(server: RunningProcess): Promise<void> {
  await endProcess(server, ["SIGINT", 20_000], ["SIGQUIT", 5_000], ["SIGKILL", 2_000]);
}

const ATTEMPTS = 20;

async function startServer(cluster: Cluster, options: DatabaseOptions): Promise<RunningDatabase> {
  const log = path.join(options.folder, "logs/postgres.log");
  let words = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = await freePort(attempt < ATTEMPTS / 2 ? options.port : undefined);
    const server = await spawnServer(cluster, port, log, options.throwaway ?? false);
    const answer = await answerOf(server, port, options);
    if (answer === "ready") return describe(server, port, options);
    await stopDatabase(server);
    words = tailOf(log, 4);
    if (answer === "wrong password") resetPassword(cluster, options.password);
    // A killed server's children hold its memory for a moment; a port may be taken in between.
    else if (/shared memory block|could not bind|lock file/.test(words)) await sleep(500);
    else break;
  }
  throw new FramescopeError("unavailable", `The database did not start (${log}):\n${words}`);
}

async function spawnServer(
  cluster: Cluster,
  port: number,
  log: string,
  throwaway: boolean,
): Promise<RunningProcess> {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
  if (throwaway) settings.push(...UNSAFE);
  const { command, args, ids } = asUser(cluster.user, path.join(cluster.bin, "postgres"), [
    ...["-D", cluster.folder, "-p", String(port)],
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  return spawnLogged(command, args, { ...ids, log, env: postgresEnvironment() });
}

type Answer = "ready" | "wrong password" | "ended" | "silent";

/** Waits for a server's first answer: recovery after a crash may take its time. */
async function answerOf(
  server: RunningProcess,
  port: number,
  { password }: DatabaseOptions,
): Promise<Answer> {
  // A server that is starting says so; one that says nothing at all for long will not.
  let silentUntil = Date.now() + 15_000;
  while (isAlive(server)) {
    const code = await connectionError(port, password);
    if (code === null) return "ready";
    if (code === "28P01") return "wrong password";
    if (code === "57P03") silentUntil = Date.now() + 15_000;
    if (Date.now() > silentUntil) return "silent";
    await sleep(50);
  }
  return "ended";
}

/** Null where a connection succeeds, else the error's code. */
async function connectionError(port: number, password: string): Promise<string | null> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: ROLE,
    password,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? "unknown";
  } finally {
    await client.end().catch(() => undefined);
  }
}

function describe(
  { pid, mark }: RunningProcess,
  port: number,
  { password }: DatabaseOptions,
): RunningDatabase {
  const url = `postgresql://${ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
  return { pid, mark, port, url };
}
