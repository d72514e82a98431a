import { afterAll, beforeAll, expect, test } from "vitest";
import { diffMigrations, readStatus } from "../../prisma/engine.mjs";
import type { CorpusDatabase } from "./corpus-database.ts";
import { migrateDatabase, readMigrations } from "./migrate.ts";
import { createTestCorpus, type TestServer } from "./test-database.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});

afterAll(() => server.drop());

async function withClient<Result>(work: (client: import("pg").PoolClient) => Promise<Result>) {
  const client = await corpus.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

test("schema.prisma and the migrations agree", async () => {
  expect(await diffMigrations(server.url)).toBe("");
}, 60_000);

test("Prisma's own engine finds the history clean", async () => {
  expect(await readStatus(server.url)).toMatchObject({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});

test("migrateDatabase changes nothing the second time, from several processes at once either", async () => {
  const again = await Promise.all(
    [1, 2, 3].map(() => withClient((client) => migrateDatabase(client))),
  );
  expect(again).toEqual([[], [], []]);
});

test("a migration that was edited after it had been applied is refused with a sentence", async () => {
  const edited = readMigrations().map((migration) => ({ ...migration, checksum: "0".repeat(64) }));
  await expect(withClient((client) => migrateDatabase(client, edited))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("was changed after the database had applied it"),
  });
});

test("a database of a newer program is refused with a sentence", async () => {
  await expect(withClient((client) => migrateDatabase(client, []))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("newer version"),
  });
});

test("a migration that fails is taken back whole", async () => {
  const broken = {
    name: "29991231000000_broken",
    sql: "CREATE TABLE half (id int); CREATE TABLE half (id int);",
    checksum: "1".repeat(64),
  };
  const migrations = [...readMigrations(), broken];
  await expect(withClient((client) => migrateDatabase(client, migrations))).rejects.toThrow(
    "29991231000000_broken failed and was taken back",
  );
  const { rows } = await corpus.pool.query("SELECT to_regclass('half') AS half");
  expect(rows).toEqual([{ half: null }]);
  expect(await withClient((client) => migrateDatabase(client))).toEqual([]);
});
