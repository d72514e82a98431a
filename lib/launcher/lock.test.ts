import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive, isLock, processMark, takeLock } from "./lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "framescope-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("takeLock", () => {
  it("gives the lock to one alone, and names the holder to the next", () => {
    const first = takeLock(folder, "launcher");
    expect(isLock(first)).toBe(true);
    expect(takeLock(folder, "launcher")).toMatchObject({ pid: process.pid, purpose: "launcher" });
  });

  it("gives it again once it was released", () => {
    const first = takeLock(folder, "command");
    if (isLock(first)) first.release();
    expect(isLock(takeLock(folder, "launcher"))).toBe(true);
  });

  it("takes over from a process that was killed", async () => {
    const child = spawn("sleep", ["60"]);
    await once(child, "spawn");
    const holder = { pid: child.pid as number, mark: processMark(child.pid as number) ?? "" };
    writeFileSync(path.join(folder, "launcher.lock"), JSON.stringify(holder));
    expect(isLock(takeLock(folder, "launcher"))).toBe(false);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(isLock(takeLock(folder, "launcher"))).toBe(true);
  });

  it("takes over where the holder's id now belongs to another process", () => {
    const holder = { pid: process.pid, mark: "another start time", purpose: "launcher" };
    writeFileSync(path.join(folder, "launcher.lock"), JSON.stringify(holder));
    expect(isLock(takeLock(folder, "launcher"))).toBe(true);
  });

  it("takes over a lock that is no JSON", () => {
    writeFileSync(path.join(folder, "launcher.lock"), "");
    expect(isLock(takeLock(folder, "launcher"))).toBe(true);
  });
});

describe("processMark", () => {
  it("is the same for the same process and null for none", () => {
    const mark = processMark(process.pid);
    expect(mark).not.toBeNull();
    expect(isAlive({ pid: process.pid, mark: mark as string })).toBe(true);
    expect(processMark(2 ** 22 + 1)).toBeNull();
  });
});
