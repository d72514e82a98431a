import { execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, processMark } from "./lock.mjs";

/** A process that stays the same one even if its id is given to another later. */
export interface RunningProcess {
  pid: number;
  mark: string;
}

/** The process with an id, or null where none runs. */
export function findProcess(pid: number): RunningProcess | null {
  const mark = processMark(pid);
  return mark === null ? null : { pid, mark };
}

/** A process' command line, or null where the system doesn't say. */
export function commandOf(pid: number): string | null {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return null;
  }
}

/** A process' current folder, or null where the system doesn't say (it does on Linux). */
export function folderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

export interface SpawnOptions {
  /** Receives stdout and stderr. Not a pipe to us: what we started must be able to write when we were killed. */
  log: string;
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

/** A process just started: who it is, and its end (the exit code or signal, as words). */
export interface SpawnedProcess extends RunningProcess {
  ended: Promise<string>;
}

/**
 * Starts a process in a session of its own: Ctrl-C in the terminal reaches the launcher alone,
 * which then ends server, worker and database in order.
 */
export async function spawnLogged(
  command: string,
  args: string[],
  { log, ...options }: SpawnOptions,
): Promise<SpawnedProcess> {
  const output = openLog(log);
  const child = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit ${code}`));
    child.once("error", (error) => resolve(error.message));
  });
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const pid = child.pid as number;
  return { pid, mark: processMark(pid) ?? "ended", ended };
}

const LARGEST_LOG = 5_000_000;

/** Opens a log for appending; a large one is moved aside first, so that logs never grow without end. */
function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) {
    renameSync(file, `${file}.old`);
  }
  return openSync(file, "a", 0o600);
}

/** The last lines of a log, for a message. */
export function tailOf(log: string, lines = 12): string {
  try {
    return readFileSync(log, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}

/**
 * Ends a process by signals of growing force, each given some time (ms); the last is sent to its whole group.
 * @returns whether it has ended
 */
export async function endProcess(
  ended: RunningProcess,
  ...signals: [NodeJS.Signals, number][]
): Promise<boolean> {
  for (const [signal, wait] of signals) {
    if (!isAlive(ended)) return true;
    sendSignal(signal === "SIGKILL" ? -ended.pid : ended.pid, signal);
    for (const until = Date.now() + wait; isAlive(ended) && Date.now() < until; ) await sleep(50);
  }
  return !isAlive(ended);
}

function sendSignal(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
