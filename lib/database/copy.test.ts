import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRows } from "./copy.ts";
import type { CorpusDatabase } from "./corpus-database.ts";
import { createTestCorpus, type TestServer } from "./test-database.ts";
import { inTransaction } from "./transaction.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await corpus.pool.query(
    `CREATE TABLE copied (n int, "end" text, list text[], flag boolean, bytes bytea, p float8, object jsonb)`,
  );
});

afterAll(() => server.drop());

test("copyRows brings back every value as it went in", async () => {
  const texts = [
    "",
    "\\N",
    "\\.",
    "a\tb\nc\rd\\e",
    "\"'{}",
    "naïve 🦊 \u2028",
    "\u0001\b\v",
    "NULL",
  ];
  const rows = texts.map((text, n) => [
    n,
    text,
    [text, "NULL", ""],
    true,
    Buffer.from(text),
    n / 3,
    JSON.stringify({ text }),
  ]);
  const count = await inTransaction(corpus.pool, (client) =>
    copyRows(client, "copied", ["n", "end", "list", "flag", "bytes", "p", "object"], rows),
  );
  expect(count).toBe(texts.length);
  const stored = await corpus.pool.query({
    text: "SELECT * FROM copied ORDER BY n",
    rowMode: "array",
  });
  expect(stored.rows).toEqual(
    texts.map((text, n) => [n, text, [text, "NULL", ""], true, Buffer.from(text), n / 3, { text }]),
  );
});

test("copyRows stores null and an empty list, and takes an asynchronous source of many rows", async () => {
  async function* source() {
    for (let n = 0; n < 20_000; n++) yield [n, null, [], "x".repeat(20)] as const;
  }
  await corpus.pool.query(`CREATE TABLE many (n int, none text, list text[], "text" text)`);
  await inTransaction(corpus.pool, (client) =>
    copyRows(client, "many", ["n", "none", "list", "text"], source()),
  );
  const { rows } = await corpus.pool.query(
    "SELECT count(*) AS n, count(none) AS none, max(cardinality(list)) AS longest FROM many",
  );
  expect(rows).toEqual([{ n: 20_000, none: 0, longest: 0 }]);
});

test("copyRows fails on a NUL character and leaves the connection usable", async () => {
  const copying = inTransaction(corpus.pool, (client) =>
    copyRows(client, "copied", ["end"], [["a\0b"]]),
  );
  await expect(copying).rejects.toThrow("invalid byte sequence");
  const { rows } = await corpus.pool.query("SELECT count(*) AS n FROM copied WHERE n IS NULL");
  expect(rows).toEqual([{ n: 0 }]);
});

test("copyRows ends with an error of its source", async () => {
  function* source() {
    yield [1];
    throw new Error("broken source");
  }
  const copying = inTransaction(corpus.pool, (client) =>
    copyRows(client, "copied", ["n"], source()),
  );
  await expect(copying).rejects.toThrow("broken source");
  expect((await corpus.pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("inTransaction does the whole work again after a deadlock or a lost connection", async () => {
  let attempts = 0;
  const result = await inTransaction(corpus.pool, async (client) => {
    attempts++;
    await client.query("INSERT INTO copied (n) VALUES (77)");
    if (attempts === 1) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
    if (attempts === 2) await client.query("SELECT pg_terminate_backend(pg_backend_pid())");
    return attempts;
  });
  expect(result).toBe(3);
  const { rows } = await corpus.pool.query("SELECT count(*) AS n FROM copied WHERE n = 77");
  expect(rows).toEqual([{ n: 1 }]);
});

test("inTransaction takes a failed work back and tells", async () => {
  const failing = inTransaction(corpus.pool, async (client) => {
    await client.query("INSERT INTO copied (n) VALUES (78)");
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const { rows } = await corpus.pool.query("SELECT count(*) AS n FROM copied WHERE n = 78");
  expect(rows).toEqual([{ n: 0 }]);
});
