import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder, readServerFile, type ServerFile } from "../config.ts";
import { isAlive } from "./lock.mjs";
import type { RunningProcess } from "./processes.ts";

const ROLES = ["launcher", "postgres", "server", "worker"] as const;
export type Role = (typeof ROLES)[number];

/** Changes data/server.json in one move. Only the holder of the lock calls this, so nothing is overwritten. */
export function updateServerFile(change: (file: ServerFile) => void): void {
  const file = readServerFile() ?? { marks: {} };
  change(file);
  const pids = new Set(ROLES.map((role) => String(file[role])));
  file.marks = Object.fromEntries(Object.entries(file.marks).filter(([pid]) => pids.has(pid)));
  const target = path.join(dataFolder(), "server.json");
  mkdirSync(dataFolder(), { recursive: true });
  writeFileSync(`${target}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${target}.new`, target);
}

/** Notes which process plays a role, or that none does. */
export function recordProcess(role: Role, running: RunningProcess | null): void {
  updateServerFile((file) => {
    delete file[role];
    // The URL is that of the launcher: it tells others that the page answers.
    if (role === "launcher") delete file.url;
    if (!running) return;
    file[role] = running.pid;
    file.marks[running.pid] = running.mark;
  });
}

/** The living process that server.json names for a role, or null. */
export function recordedProcess(role: Role): RunningProcess | null {
  const file = readServerFile();
  const pid = file?.[role];
  const mark = pid === undefined ? undefined : file?.marks[pid];
  if (pid === undefined || mark === undefined) return null;
  return isAlive({ pid, mark }) ? { pid, mark } : null;
}
