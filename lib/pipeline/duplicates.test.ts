import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { inTransaction } from "../database/transaction.ts";
import { deleteArticles } from "./delete-articles.ts";
import { classifyDuplicates, classifyGroup } from "./duplicates.ts";
import { addArticles, contentHash, type TestArticle, testId } from "./test-articles.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});

afterAll(() => server.drop());

const wire = { body: "The same agency text." };
const hashes = [contentHash(wire)];

async function classes(): Promise<Record<string, [string, string | null]>> {
  const { rows } = await corpus.pool.query(
    `SELECT id, dup_class, wire_group FROM article WHERE content_hash = $1`,
    hashes,
  );
  return Object.fromEntries(rows.map((row) => [row.id, [row.dup_class, row.wire_group]]));
}

describe("classifyGroup", () => {
  const member = (id: string, publishedOn: string, publishedTime: string | null) => ({
    id,
    publishedOn,
    publishedTime,
    dupClass: "single",
    wireGroup: null,
  });

  test("calls the earliest first: by date, then time, none last, then id", () => {
    const classified = classifyGroup([
      member("a", "2024-01-02", null),
      member("d", "2024-01-01", null),
      member("c", "2024-01-01", "09:00"),
      member("b", "2024-01-01", "10:00"),
    ]);
    expect(classified.map(({ id, dupClass }) => `${id} ${dupClass}`)).toEqual([
      "c first",
      "b copy",
      "d copy",
      "a copy",
    ]);
    expect(new Set(classified.map(({ wireGroup }) => wireGroup))).toEqual(new Set(["a"]));
  });

  test("leaves an article alone single", () => {
    expect(classifyGroup([member("a", "2024-01-01", null)])).toEqual([
      { id: "a", dupClass: "single", wireGroup: null },
    ]);
  });
});

test("classifyDuplicates changes the class of articles that are there already, their metrics and due marks", async () => {
  await addArticles(corpus, [{ number: 1, outlet: 1, day: "2024-01-05", ...wire }]);
  await classifyDuplicates(corpus, hashes);
  expect(await classes()).toEqual({ [testId(1)]: ["single", null] });
  await corpus.pool.query("UPDATE article SET analysed_with = 'v'");
  await corpus.pool.query(
    `INSERT INTO article_words VALUES ($1, 'body', 'outlet', 4, 0, 1, '2024-01-05', 'single')`,
    [testId(1)],
  );
  await addArticles(corpus, [
    { number: 2, outlet: 2, day: "2024-01-03", ...wire },
    { number: 3, outlet: 1, day: "2024-01-06", ...wire },
  ]);
  await classifyDuplicates(corpus, hashes);
  const group = [1, 2, 3].map(testId).sort()[0];
  const expected = {
    [testId(1)]: ["copy", group],
    [testId(2)]: ["first", group],
    [testId(3)]: ["copy", group],
  };
  expect(await classes()).toEqual(expected);
  const words = await corpus.pool.query("SELECT dup_class FROM article_words");
  expect(words.rows).toEqual([{ dup_class: "copy" }]);
  const due = await corpus.pool.query("SELECT article_id, outlet_id, day FROM rollup_due");
  expect(due.rows).toEqual([{ article_id: testId(1), outlet_id: 1, day: "2024-01-05" }]);
  await classifyDuplicates(corpus, hashes);
  expect(await classes()).toEqual(expected);
});

test("deleteArticles takes an article's results along, marks its rollups due and classes the rest anew", async () => {
  await corpus.pool.query("DELETE FROM rollup_due");
  await corpus.pool.query(
    `INSERT INTO article_words VALUES ($1, 'body', 'outlet', 4, 0, 2, '2024-01-03', 'first')`,
    [testId(2)],
  );
  const ids = [testId(2), testId(3), testId(999)];
  expect(await inTransaction(corpus.pool, (client) => deleteArticles(client, ids))).toBe(2);
  expect(await classes()).toEqual({ [testId(1)]: ["single", null] });
  const words = await corpus.pool.query("SELECT article_id AS id, dup_class FROM article_words");
  expect(words.rows).toEqual([{ id: testId(1), dup_class: "single" }]);
  const due = await corpus.pool.query("SELECT outlet_id, day FROM rollup_due ORDER BY day");
  expect(due.rows).toEqual([
    { outlet_id: 2, day: "2024-01-03" },
    { outlet_id: 1, day: "2024-01-05" },
    { outlet_id: 1, day: "2024-01-06" },
  ]);
});

test("classifyDuplicates leaves articles without text single", async () => {
  const empty: TestArticle[] = [10, 11].map((number) => ({ number, outlet: 1, day: "2024-01-01" }));
  await addArticles(corpus, empty);
  await classifyDuplicates(corpus, [contentHash({})]);
  const { rows } = await corpus.pool.query(
    "SELECT DISTINCT dup_class FROM article WHERE body = ''",
  );
  expect(rows).toEqual([{ dup_class: "single" }]);
});

test("imports that classify at the same time end with one first", async () => {
  const text = { body: "Another agency text." };
  const hash = contentHash(text);
  const add = async (number: number) => {
    const day = `2024-02-${10 + (number % 9)}`;
    await addArticles(corpus, [{ number, outlet: 1 + (number % 3), day, ...text }]);
    await classifyDuplicates(corpus, [hash]);
  };
  await Promise.all(Array.from({ length: 24 }, (_, i) => add(100 + i)));
  const { rows } = await corpus.pool.query(
    `SELECT dup_class, count(*) AS n, count(DISTINCT wire_group) AS groups FROM article
     WHERE content_hash = $1 GROUP BY dup_class ORDER BY dup_class`,
    [hash],
  );
  expect(rows).toEqual([
    { dup_class: "copy", n: 23, groups: 1 },
    { dup_class: "first", n: 1, groups: 1 },
  ]);
});
