import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CorpusDatabase } from "./corpus-database.ts";
import { PLACEMENTS } from "./placement.ts";
import { createTestCorpus, type TestServer } from "./test-database.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});

afterAll(() => server.drop());

async function query<Row>(sql: string): Promise<Row[]> {
  return (await corpus.pool.query(sql)).rows as Row[];
}

const columnOf = (table: string): string | null => {
  const placement = PLACEMENTS[table];
  return placement && "column" in placement ? placement.column : null;
};

describe("the schema can be spread over several machines (SCALE)", () => {
  test("every table is in the placement list, and every entry is a table", async () => {
    const tables = await query<{ relname: string }>(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    expect(tables.map((table) => table.relname).sort()).toEqual(Object.keys(PLACEMENTS).sort());
  });

  test("every key of a placed table holds its placement column, a primary key in front", async () => {
    const keys = await query<{ table: string; name: string; primary: boolean; columns: string[] }>(
      `SELECT t.relname AS table, k.relname AS name, i.indisprimary AS primary,
         ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int[]) WITH ORDINALITY AS u(number, place)
           JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = u.number
           WHERE u.place <= i.indnkeyatts ORDER BY u.place) AS columns
       FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_class AS k ON k.oid = i.indexrelid
       WHERE i.indisunique AND t.relnamespace = 'public'::regnamespace`,
    );
    const placed = keys.filter((key) => columnOf(key.table) !== null);
    expect(placed.length).toBeGreaterThanOrEqual(8);
    for (const key of placed) {
      const column = columnOf(key.table) ?? "";
      expect(key.columns, key.name).toContain(column);
      if (key.primary) expect(key.columns[0], key.name).toBe(column);
    }
  });

  test("foreign keys lead to article, to a reference table or between local ones, and never cascade an update", async () => {
    const foreign = await query<{ name: string; from: string; to: string; onUpdate: string }>(
      `SELECT c.conname AS name, f.relname AS from, t.relname AS to, c.confupdtype AS "onUpdate"
       FROM pg_constraint AS c JOIN pg_class AS f ON f.oid = c.conrelid JOIN pg_class AS t ON t.oid = c.confrelid
       WHERE c.contype = 'f'`,
    );
    expect(foreign.length).toBeGreaterThan(0);
    for (const { name, from, to, onUpdate } of foreign) {
      const kinds = [PLACEMENTS[from]?.kind, PLACEMENTS[to]?.kind];
      const toArticle = kinds[0] === "article" && to === "article";
      const toReference = kinds[1] === "reference" && kinds[0] !== "local";
      const local = kinds[0] === "local" && kinds[1] === "local";
      expect(toArticle || toReference || local, name).toBe(true);
      expect(onUpdate, name).toBe("a");
    }
  });

  test("there is no trigger, no number drawn for a placed table, and every name is in snake_case", async () => {
    expect(await query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")).toEqual([]);
    const columns = await query<{ table: string; column: string; drawn: boolean }>(
      `SELECT table_name AS table, column_name AS column,
         is_identity = 'YES' OR coalesce(column_default, '') LIKE 'nextval%' AS drawn
       FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    for (const { table, column, drawn } of columns) {
      expect(`${table}.${column}`).toMatch(/^[a-z_]+\.[a-z_]+$/);
      if (columnOf(table) !== null) expect(drawn, `${table}.${column}`).toBe(false);
    }
  });
});

/** What fails on Citus or misleads there (SCALE, SQL rules). */
const FORBIDDEN: [what: string, pattern: RegExp][] = [
  ["SKIP LOCKED", /SKIP LOCKED/],
  [
    "FOR UPDATE over articles",
    /FROM (article|quotation|flag|article_words|article_hits)\b[^`"]*FOR UPDATE/,
  ],
  ["GROUPING SETS, CUBE, ROLLUP", /GROUPING SETS|\bCUBE *\(|\bROLLUP *\(/],
  ["WITH RECURSIVE", /WITH RECURSIVE/],
  ["MERGE", /\bMERGE INTO\b/],
  ["a clock in an update", /clock_timestamp/],
  ["a cast in RETURNING", /RETURNING[^`";]*::/],
  ["an advisory lock inside a query", /advisory[a-z_]*\([^`"]*\b(FROM|WHERE)\b/],
  ["sizes of an empty shell", /reltuples|pg_total_relation_size|pg_relation_size/],
  ["a snapshot over nodes", /REPEATABLE READ/],
];

function sourceFiles(): string[] {
  const folder = path.join(import.meta.dirname, "..");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .filter((name) => !name.includes("generated"))
    .map((name) => path.join(folder, name));
}

test.each(FORBIDDEN)("no SQL of lib holds %s", (_, pattern) => {
  const offenders = sourceFiles().filter((file) => pattern.test(readFileSync(file, "utf8")));
  expect(offenders).toEqual([]);
});

test("articles are deleted in one place, which takes their results along", () => {
  const deleting = sourceFiles().filter((file) =>
    /DELETE FROM article\b|article\.delete/.test(readFileSync(file, "utf8")),
  );
  expect(deleting.map((file) => path.basename(file))).toEqual(["delete-articles.ts"]);
});
