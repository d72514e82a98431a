// Plain JavaScript: bin/up.mjs takes the lock before anything is installed, so that two first starts can't collide.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * What tells a running process from a later one that was given the same id: its start time, as the system has it.
 * @param {number} pid
 * @returns {string | null} null where no such process runs
 */
export function processMark(pid) {
  if (process.platform === "linux") return linuxMark(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return null;
  }
  if (process.platform === "win32") return "running";
  try {
    const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      env,
      encoding: "utf8",
    }).trim();
  } catch {
    return null;
  }
}

/** @param {number} pid */
function linuxMark(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before ")" may hold anything; after it come the state and, 19 fields on, the start time.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** @param {{pid: number, mark: string}} process */
export function isAlive({ pid, mark }) {
  return processMark(pid) === mark;
}

/**
 * @typedef {"launcher" | "command"} Purpose launcher: held while Framescope runs; command: held for a moment
 * @typedef {{pid: number, mark: string, purpose: Purpose}} Holder
 * @typedef {{release(): void}} Lock
 */

/**
 * Takes the lock of a data folder, which names the one process that may start its database.
 * A lock whose holder has died is taken over.
 * @param {string} folder made if missing
 * @param {Purpose} purpose
 * @returns {Lock | Holder} the lock, or who has it
 */
export function takeLock(folder, purpose) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "launcher.lock");
  const mine = JSON.stringify({ pid: process.pid, mark: processMark(process.pid), purpose });
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      return { release: () => releaseLock(file, mine) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    const text = readLock(file);
    const holder = text === null ? null : parseHolder(text);
    if (holder && isAlive(holder)) return holder;
    if (text !== null) removeStale(file, text);
  }
}

/**
 * @param {Lock | Holder} taken
 * @returns {taken is Lock}
 */
export function isLock(taken) {
  return "release" in taken;
}

/** @param {string} file @returns {string | null} */
function readLock(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @param {string} text @returns {Holder | null} */
function parseHolder(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Moves a stale lock away first: of two starts that find it, one alone moves it, and a newer lock is put back. */
function removeStale(/** @type {string} */ file, /** @type {string} */ text) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readLock(aside) === text) rmSync(aside);
  else renameSync(aside, file);
}

function releaseLock(/** @type {string} */ file, /** @type {string} */ mine) {
  if (readLock(file) === mine) rmSync(file, { force: true });
}
