import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processMark } from "../lib/launcher/lock.mjs";
import { startFramescope } from "./steps/framescope-process.mjs";

const root = path.resolve(import.meta.dirname, "..");
let data: string;
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), "framescope-lifecycle-"));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Runs one of the doors to its end, on the test's data. */
function door(script: string, args: string[] = [], env: Record<string, string> = {}) {
  const options = {
    env: { ...process.env, DATABASE_URL: "", FRAMESCOPE_DATA: data, ...env },
    timeout: 30_000,
  };
  return new Promise<{ code: number | string; stdout: string; stderr: string }>((resolve) => {
    const command = [path.join(root, "bin", script), ...args];
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

/** Runs the command line with stdout and stderr closed at the other end. @returns its exit code */
function unread(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: "", FRAMESCOPE_DATA: data };
  return new Promise<number | null>((resolve) => {
    const command = [path.join(root, "bin", "framescope.mjs"), ...args];
    const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    child.stderr.destroy();
    child.on("close", resolve);
  });
}

type Roles = Record<"launcher" | "postgres" | "server" | "worker", number>;
const serverFile = (): Roles => JSON.parse(readFileSync(path.join(data, "server.json"), "utf8"));
const isRunning = (pid: number) => processMark(pid) !== null;

async function until(what: () => boolean | Promise<boolean>, limit = 15_000): Promise<void> {
  for (const end = Date.now() + limit; !(await what()); await sleep(100)) {
    if (Date.now() > end) throw new Error("it did not come about in time");
  }
}

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

// `npm test` builds the pages first and names their folder; a bare vitest run has none to start.
describe.skipIf(!process.env.NEXT_DIST_DIR)("npm start", { timeout: 120_000 }, () => {
  let framescope: Awaited<ReturnType<typeof startFramescope>>;
  let left: Roles;

  it("answers at the address that it prints, and keeps the password to its user", async () => {
    framescope = await startFramescope(data);
    expect(await answers(framescope.url)).toBe(true);
    expect(statSync(path.join(data, "server.json")).mode & 0o777).toBe(0o600);
  });

  it("prints the same address and exits 0 while it runs already", async () => {
    const second = await door("up.mjs");
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toContain(framescope.url);
  });

  it("starts a server, a worker and a database again that were killed hard", async () => {
    const before = serverFile();
    for (const role of ["postgres", "server", "worker"] as const) process.kill(before[role], 9);
    await until(() => {
      const now = serverFile();
      return (["postgres", "server", "worker"] as const).every(
        (role) => now[role] !== before[role] && isRunning(now[role]),
      );
    });
    await until(() => answers(framescope.url));
  });

  it("takes over from a launcher that was killed hard: new server and worker, same database", async () => {
    left = serverFile();
    process.kill(left.launcher, 9);
    await framescope.ended;
    framescope = await startFramescope(data);
    const now = serverFile();
    expect(now.postgres).toBe(left.postgres);
    expect(isRunning(left.server) || isRunning(left.worker)).toBe(false);
    expect(await answers(framescope.url)).toBe(true);
  });

  it("leaves nothing running after Ctrl-C", async () => {
    const running = serverFile();
    await framescope.stop();
    expect(Object.values(running).filter((pid) => Number.isInteger(pid) && isRunning(pid))).toEqual(
      [],
    );
    expect(serverFile()).not.toHaveProperty("launcher");
  });

  it("says in one sentence that a port is taken, and exits 1", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
    });
    const { code, stdout, stderr } = await door("up.mjs", [], { PORT: String(port) });
    taken.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^Port ${port} is taken: [^\n]+\n$`));
  });
});

describe.skipIf(!process.env.NEXT_DIST_DIR)("framescope", { timeout: 120_000 }, () => {
  it("starts the database for a command and ends it after the last of them", async () => {
    const both = await Promise.all([
      door("framescope.mjs", ["db", "status"]),
      door("framescope.mjs", ["db", "status"]),
    ]);
    for (const one of both) {
      expect(one).toMatchObject({ code: 0, stderr: "" });
      expect(one.stdout).toContain("sample");
    }
    expect(isRunning(serverFile().postgres)).toBe(false);
  });

  it("does its work to the end where nobody reads what it prints", async () => {
    const dictionary = path.join(data, "rivers.csv");
    writeFileSync(dictionary, "term,label\nriver,water\n");
    const args = ["codebook", "import", dictionary, "--corpus", "sample", "--analyse"];
    expect(await unread(...args)).toBe(0);
    const { stdout } = await door("framescope.mjs", ["db", "status"]);
    expect(stdout).toMatch(/sample\t.*\t0 to analyse/);
  });

  it("ends where what it prints is all its work, and its reader has seen enough", async () => {
    const articles = path.join(root, "lib", "sample", "articles.jsonl");
    expect(await unread("analyze", articles)).toBe(0);
  });

  it("exits 2 on bad usage, and says what is wrong on stderr", async () => {
    const bad = await door("framescope.mjs", ["db", "stats"]);
    expect(bad).toMatchObject({ code: 2, stdout: "" });
    expect(bad.stderr).toContain("unknown command 'stats'");
  });

  it("exits 1 with one sentence where the database does not answer", async () => {
    const env = { DATABASE_URL: "postgresql://a:secret@127.0.0.1:1/none" };
    const failed = await door("framescope.mjs", ["db", "status"], env);
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(failed.stderr).toMatch(
      /^The database that DATABASE_URL names does not answer [^\n]+\n$/,
    );
    expect(failed.stderr).not.toContain("secret");
  });
});
