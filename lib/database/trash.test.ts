import { afterAll, beforeAll, expect, test } from "vitest";
import { listCorpusContents } from "../corpora/list-corpora.ts";
import { renameCorpus } from "../corpora/rename-corpus.ts";
import { fileOf, manyRows } from "../import/articles-for-test.ts";
import { importFile } from "../import/run.ts";
import {
  createCorpus,
  deleteCorpus,
  listSlugs,
  listTrash,
  openCorpus,
  restoreCorpus,
} from "./registry.ts";
import { currentServer } from "./server.ts";
import { createTestServer, type TestServer } from "./test-database.ts";

let server: TestServer;

beforeAll(async () => {
  server = await createTestServer();
  await createCorpus({ title: "River papers", slug: "river" });
  await importFile(await openCorpus("river"), fileOf(manyRows(30)));
});
afterAll(() => server.drop());

const contentsOf = async (slug: string) =>
  (await listCorpusContents()).find((corpus) => corpus.slug === slug);

test("listCorpusContents says what is in a corpus, and in an empty one", async () => {
  expect(await contentsOf("river")).toMatchObject({
    title: "River papers",
    articles: 30,
    outlets: 12,
    imports: 1,
    first: "2031-01-01",
    last: "2031-01-28",
    due: 30,
    bytes: expect.any(Number),
  });
  expect(await contentsOf("default")).toMatchObject({ articles: 0, first: null, due: 0 });
});

test("renameCorpus changes the title alone, and refuses none and one that is too long", async () => {
  expect(await renameCorpus("river", " River\n papers, 2031 ")).toBe("River papers, 2031");
  expect(await contentsOf("river")).toMatchObject({ title: "River papers, 2031" });
  for (const title of [" ", "x".repeat(121)])
    await expect(renameCorpus("river", title)).rejects.toMatchObject({ field: "title" });
  await expect(renameCorpus("nowhere", "x")).rejects.toMatchObject({ code: "not_found" });
});

test("a deleted corpus lies in the trash, and comes back as it was", async () => {
  const before = await contentsOf("river");
  const articles = "SELECT id, headline, content_hash FROM article ORDER BY id";
  const { rows } = await (await openCorpus("river")).pool.query(articles);
  const id = await deleteCorpus("river");
  expect(await contentsOf("river")).toBeUndefined();
  const [entry, ...others] = await listTrash();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ id, slug: "river", title: "River papers, 2031", articles: 30 });
  const kept = Date.parse(entry?.keptUntil ?? "") - Date.parse(entry?.deletedAt ?? "");
  expect(Math.round(kept / 86_400_000)).toBeGreaterThanOrEqual(29);

  expect(await restoreCorpus(id)).toBe("river");
  expect(await listTrash()).toEqual([]);
  expect({ ...(await contentsOf("river")), bytes: 0 }).toEqual({ ...before, bytes: 0 });
  expect((await (await openCorpus("river")).pool.query(articles)).rows).toEqual(rows);
});

test("restoring twice, or what never was, is said", async () => {
  const id = await deleteCorpus("river");
  const restored = await Promise.allSettled([restoreCorpus(id), restoreCorpus(id)]);
  expect(restored.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (const wrong of [id, "river", "river_20990101000000", 'x"; DROP', "river_99999999999999"]) {
    await expect(restoreCorpus(wrong)).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("restored already"),
    });
  }
});

test("comes back under a number where another corpus has its slug by now", async () => {
  const id = await deleteCorpus("river");
  await createCorpus({ title: "Another", slug: "river" });
  expect(await restoreCorpus(id)).toBe("river-2");
  expect(await contentsOf("river-2")).toMatchObject({ title: "River papers, 2031", articles: 30 });
  expect(await contentsOf("river")).toMatchObject({ title: "Another", articles: 0 });
});

test("deleting and restoring within a second loses nothing", async () => {
  const first = await deleteCorpus("river");
  await createCorpus({ title: "Third", slug: "river" });
  const second = await deleteCorpus("river");
  expect(new Set([first, second]).size).toBe(2);
  expect((await listTrash()).map(({ title }) => title).sort()).toEqual(["Another", "Third"]);
});

test("a role that may create no database is told why, and keeps what it has", async () => {
  const { admin } = currentServer();
  const role = `${server.prefix}guest`;
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
  const own = process.env.DATABASE_URL ?? "";
  const url = new URL(own);
  [url.username, url.password] = [role, "guest"];
  process.env.DATABASE_URL = url.href;
  try {
    const forbidden = { code: "forbidden", message: expect.stringContaining("CREATEDB") };
    await expect(createCorpus({ title: "More" })).rejects.toMatchObject(forbidden);
    await expect(deleteCorpus("river-2")).rejects.toMatchObject(forbidden);
  } finally {
    process.env.DATABASE_URL = own;
    await currentServer().admin.query(`DROP ROLE ${role}`);
  }
  expect(await listSlugs()).toContain("river-2");
});
