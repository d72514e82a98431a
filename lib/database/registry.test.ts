import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createCorpus,
  deleteCorpus,
  dropOldTrash,
  listCorpora,
  listSlugs,
  migrateAll,
  openCorpus,
} from "./registry.ts";
import { currentServer } from "./server.ts";
import { createTestServer, type TestServer } from "./test-database.ts";

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
});

afterAll(() => server.drop());

async function databases(): Promise<string[]> {
  const { rows } = await currentServer().admin.query(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY datname",
    [server.prefix],
  );
  return rows.map((row) => row.datname.slice(server.prefix.length));
}

describe("registry", () => {
  test("takes the database of DATABASE_URL as the corpus default and migrates it when it is opened", async () => {
    expect(await listSlugs()).toEqual(["default"]);
    const corpus = await openCorpus("default");
    expect(await corpus.prisma.article.count()).toBe(0);
    expect(await migrateAll()).toEqual(["default"]);
  });

  test("makes slugs from titles, and numbers the second of a kind", async () => {
    expect(await createCorpus({ title: "Ukraine 2022: Côte" })).toBe("ukraine-2022-cote");
    expect(await createCorpus({ title: "Ukraine, 2022 — cote" })).toBe("ukraine-2022-cote-2");
    expect(await createCorpus({ title: "API" })).toBe("api-corpus");
    const corpora = await listCorpora();
    expect(corpora.map((corpus) => [corpus.slug, corpus.title, corpus.sample])).toEqual([
      ["default", "Corpus", false],
      ["api-corpus", "API", false],
      ["ukraine-2022-cote", "Ukraine 2022: Côte", false],
      ["ukraine-2022-cote-2", "Ukraine, 2022 — cote", false],
    ]);
  });

  test.each([
    ["api", "reserved"],
    ["corpora", "reserved"],
    ["_next", "reserved"],
    ["default", "reserved"],
    ["Kyiv", "lower-case"],
    ["a".repeat(31), "30 characters"],
    ["ukraine-2022-cote", "already"],
  ])("refuses the slug %s", async (slug, reason) => {
    await expect(createCorpus({ slug, title: "x" })).rejects.toMatchObject({
      field: "slug",
      message: expect.stringContaining(reason),
    });
  });

  test("opens a corpus once, and none that isn't there", async () => {
    expect(await openCorpus("api-corpus")).toBe(await openCorpus("api-corpus"));
    await expect(openCorpus("nowhere")).rejects.toMatchObject({ code: "not_found" });
    await expect(openCorpus('x"; DROP')).rejects.toMatchObject({ code: "not_found" });
  });

  test("puts a deleted corpus into the trash although connections are open, and forgets it", async () => {
    const corpus = await openCorpus("api-corpus");
    const held = await corpus.pool.connect();
    held.release();
    await deleteCorpus("api-corpus");
    await expect(openCorpus("api-corpus")).rejects.toMatchObject({ code: "not_found" });
    expect((await databases()).filter((name) => name.includes("api-corpus"))).toEqual([
      expect.stringMatching(/^trash_api-corpus_\d{14}$/),
    ]);
    expect(await dropOldTrash()).toEqual([]);
    const inTime = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
    expect(await dropOldTrash(inTime)).toHaveLength(1);
  });

  test("keeps the database that the user brought", async () => {
    await expect(deleteCorpus("default")).rejects.toMatchObject({ code: "forbidden" });
  });

  test("lives through the end of its connections", async () => {
    const corpus = await openCorpus("ukraine-2022-cote");
    await corpus.pool.query("SELECT 1");
    await currentServer().admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [`${server.prefix}ukraine-2022-cote`],
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await corpus.pool.query("SELECT 2 AS two")).rows).toEqual([{ two: 2 }]);
  });

  test("gives dates as text, bigints as numbers and uuids as 32 hex digits", async () => {
    const { pool } = await openCorpus("default");
    const { rows } = await pool.query(
      `SELECT '2024-02-29'::date AS day, 42::bigint AS n, ARRAY['2024-02-29'::date, NULL] AS days,
        '00112233-4455-6677-8899-aabbccddeeff'::uuid AS id, ARRAY[7::bigint] AS ns`,
    );
    expect(rows).toEqual([
      {
        day: "2024-02-29",
        n: 42,
        days: ["2024-02-29", null],
        id: "00112233445566778899aabbccddeeff",
        ns: [7],
      },
    ]);
    await expect(pool.query("SELECT 9007199254740993::bigint")).rejects.toThrow("exact integers");
  });
});
