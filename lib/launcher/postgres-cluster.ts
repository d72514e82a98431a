import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { FramescopeError } from "../errors.ts";
import { asUser, type PostgresUser } from "./postgres-binaries.ts";
import { commandOf, findProcess, folderOf, type RunningProcess } from "./processes.ts";

/** A cluster and how its programs are run. */
export interface Cluster {
  /** The cluster's folder, `data/postgres`. */
  folder: string;
  bin: string;
  user: PostgresUser;
}

export const ROLE = "framescope";

/** Settings that a laptop bears: a quarter of a gigabyte of memory, few writes when idle. */
const SETTINGS = {
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  // Small, so that parallel hash joins fit the 64 MB of shared memory that containers give.
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  // Nobody replicates this server; minimal logging makes bulk loads cheaper.
  wal_level: "minimal",
  max_wal_senders: "0",
  random_page_cost: "1.1",
  jit: "off",
  log_checkpoints: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** postgres and initdb listen to PG... variables and to the user's language: neither may change what they do here. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C" };
  for (const name of Object.keys(env)) if (/^(PG|LANG|TZ$)/.test(name)) delete env[name];
  return env;
}

/** Runs one of the cluster's programs to its end. @throws FramescopeError with its last words where it failed */
function runProgram(cluster: Cluster, program: string, programArgs: string[], input = ""): void {
  const { command, args, ids } = asUser(cluster.user, path.join(cluster.bin, program), programArgs);
  const env = postgresEnvironment();
  const result = spawnSync(command, args, { ...ids, input, env, encoding: "utf8" });
  if (result.status === 0) return;
  const words = result.error?.message ?? result.stderr.trim().split("\n").slice(-4).join("\n");
  throw new FramescopeError("unavailable", `The database could not be made ready: ${words}`);
}

/** Makes the cluster where there is none. It is made aside and moved, so that a half-made one never counts. */
export function makeCluster(cluster: Cluster, password: string, options: string[] = []): void {
  if (existsSync(cluster.folder)) return;
  const aside = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = cluster.user;
  if (uid !== undefined && gid !== undefined) {
    for (const file of [aside, passwordFile]) chownSync(file, uid, gid);
  }
  const settings = Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`);
  try {
    runProgram(cluster, "initdb", [
      `--pgdata=${aside}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      // Sorts by code point, like JavaScript, and knows the letters of all of Unicode; needs no library of the system.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...settings,
      ...options,
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(aside, cluster.folder);
}

/** Gives the role a new password while no server runs: server.json was lost or is older than the cluster. */
export function resetPassword(cluster: Cluster, password: string): void {
  const statement = `ALTER ROLE ${ROLE} PASSWORD '${password}'\n`;
  runProgram(cluster, "postgres", ["--single", "-D", cluster.folder, "postgres"], statement);
}

/** The server that runs on the cluster, from its pid file; a pid file that names somebody else is removed. */
export function runningServer(folder: string): (RunningProcess & { port: number }) | null {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const found = findProcess(Number(lines[0]));
  if (found && isServerOf(folder, found.pid)) return { ...found, port: Number(lines[3]) };
  // PostgreSQL clears a dead server's file itself, but takes any process of that id for a server.
  if (found && !commandOf(found.pid)?.includes("postgres")) rmSync(file, { force: true });
  return null;
}

/** A server's current folder is its cluster, even if that was moved; elsewhere than on Linux its command has to do. */
function isServerOf(folder: string, pid: number): boolean {
  const current = folderOf(pid);
  if (current !== null) return current === realpathSync(folder);
  const command = commandOf(pid) ?? "";
  return command.includes("postgres") && command.includes(folder);
}
