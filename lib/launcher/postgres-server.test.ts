import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAlive } from "./lock.mjs";
import { type RunningDatabase, startDatabase, stopDatabase } from "./postgres-server.ts";

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("startDatabase", () => {
  let folder: string;
  let database: RunningDatabase;
  const start = async (password = "first") => {
    database = await startDatabase({ folder, password, throwaway: true, port: database?.port });
    return database;
  };
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "framescope-postgres-"));
    await start();
  });
  afterAll(async () => {
    await stopDatabase(database);
    rmSync(folder, { recursive: true });
  });

  it("makes a UTF-8 cluster in UTC that sorts like JavaScript", async () => {
    const words = ["Zebra", "apple", "Äpfel", "éclair"];
    const list = words.map((word) => `('${word}')`).join(",");
    const rows = await query(database.url, `SELECT w FROM (VALUES ${list}) v(w) ORDER BY w`);
    expect(rows.map((row) => (row as { w: string }).w)).toEqual([...words].sort());
    const settings = await query(
      database.url,
      "SELECT current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone, upper('äß') AS upper",
    );
    expect(settings).toEqual([{ encoding: "UTF8", zone: "UTC", upper: "Äß" }]);
  });

  it("refuses whoever has no password", async () => {
    const url = database.url.replace(":first@", ":wrong@");
    await expect(query(url, "SELECT 1")).rejects.toThrow("password authentication failed");
  });

  it("adopts the server that runs", async () => {
    const { pid, port } = database;
    expect(await start()).toMatchObject({ pid, port });
  });

  it("starts again on the same port after the server was killed hard", async () => {
    const { pid, port } = database;
    await query(database.url, "CREATE TABLE kept AS SELECT 1 AS one");
    process.kill(pid, "SIGKILL");
    const again = await start();
    expect(again.pid).not.toBe(pid);
    expect(again.port).toBe(port);
    expect(await query(again.url, "SELECT * FROM kept")).toEqual([{ one: 1 }]);
  });

  it("gives the role a new password when the old one was lost, server running or not", async () => {
    const { pid } = database;
    await start("second");
    expect(isAlive({ pid, mark: database.mark })).toBe(false);
    await stopDatabase(database);
    await start("third");
    expect(await query(database.url, "SELECT one FROM kept")).toHaveLength(1);
  });

  it("starts although the pid file of a dead server names a process of somebody else", async () => {
    await stopDatabase(database);
    const file = path.join(folder, "postgres/postmaster.pid");
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, `${process.pid}\n${folder}/postgres\n1\n${database.port}\n`);
    await start("third");
    expect(readFileSync(file, "utf8")).toContain(`${database.pid}\n`);
  });
});
