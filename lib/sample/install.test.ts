import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createCorpus,
  deleteCorpus,
  dropOldTrash,
  listSlugs,
  openCorpus,
} from "../database/registry.ts";
import { createTestServer, type TestServer } from "../database/test-database.ts";
import { ensureSampleCorpus, openSampleCorpus } from "./install.ts";

let server: TestServer;
const lines = readFileSync(new URL("./articles.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n").length;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.drop());

const countArticles = async () => (await openCorpus("sample")).prisma.article.count();

it("goes on with a sample that an earlier call left empty, and changes nothing after that", async () => {
  await createCorpus({ title: "Sample corpus", slug: "sample", sample: true });
  await ensureSampleCorpus();
  expect(await countArticles()).toBe(lines);
  const { prisma } = await openCorpus("sample");
  expect(
    await prisma.import.findMany({
      select: { status: true, added: true, refused: true, known: true, textRights: true },
    }),
  ).toEqual([{ status: "done", added: lines, refused: 0, known: 0, textRights: "text" }]);
  await ensureSampleCorpus();
  expect(await prisma.import.count()).toBe(1);
});

it("does not bring back a sample that was deleted", async () => {
  await deleteCorpus("sample");
  await ensureSampleCorpus();
  expect(await listSlugs()).not.toContain("sample");
});

it("brings the sample back from the trash when asked, and makes it anew where it is gone", async () => {
  expect(await openSampleCorpus()).toBe("sample");
  expect(await countArticles()).toBe(lines);
  expect(await openSampleCorpus()).toBe("sample");
  await deleteCorpus("sample");
  await dropOldTrash(new Date(Date.now() + 31 * 86_400_000));
  expect(await openSampleCorpus()).toBe("sample");
  expect(await countArticles()).toBe(lines);
});
