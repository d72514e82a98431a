import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { fileOf, manyRows, text } from "./articles-for-test.ts";
import { getForecast } from "./count-import.ts";
import { getImport, readRefusals } from "./imports.ts";
import type { Mapping } from "./mapping.ts";
import { importFile, runWaitingImports } from "./run.ts";
import { confirmImport, discardUpload, previewImport, requestCount } from "./upload.ts";
import { upload } from "./upload-for-test.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});
afterAll(() => server.drop());
beforeEach(async () => {
  for (const table of ["article", "outlet", "import"])
    await corpus.pool.query(`DELETE FROM ${table}`);
});

const count = async (table: string) =>
  Number((await corpus.pool.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
const askToCount = async (id: number, change: Partial<Mapping> = {}) => {
  const { mapping } = await previewImport(corpus, id);
  return requestCount(corpus, id, { ...mapping, ...change }, "snippets");
};
const countsOf = async (id: number) => {
  const row = await getImport(corpus, id);
  if (!row) throw new Error("gone");
  const { rowsRead, added, known, changed, repeated, refused } = row;
  return { rowsRead, added, known, changed, repeated, refused };
};
const refusalsOf = async (id: number) => {
  const found: unknown[] = [];
  for await (const refusal of readRefusals(corpus, id)) found.push(refusal);
  return found;
};

/** 700 good rows; repeats near and far, one with another text; four bad rows. */
const messy = () => {
  const lines = manyRows(700).trimEnd().split("\n");
  return [
    ...lines.slice(0, 400),
    lines[5],
    lines[300],
    'Herald 1,https://h1.example/a,2031-02-31,Bad day,"No such day.",world',
    'Herald 1,https://h1.example/b,,No day,"No day at all.",world',
    "Herald 1,https://h1.example/c,2031-01-01,,,world",
    "short,row",
    `Brandneu,https://neu.example/1,2031-02-01,Die Lage,"${"Der Minister sagte, dass der Damm halten werde und niemand gehen müsse. ".repeat(4)}",world`,
    ...lines.slice(400),
    // Far from its first, so in another batch; and with another text.
    lines[10],
    'Herald 0,https://h0.example/348,2031-01-13,Title 348,"Another text altogether.",world',
    "",
  ].join("\n");
};

describe("counting what an import would do", () => {
  it("gives the counts and refused rows of the import itself, and writes no article or outlet", async () => {
    const known = manyRows(20).replace(text(3), "Changed since.").replace(text(4), "Changed too.");
    await importFile(corpus, fileOf(known));
    const before = [await count("article"), await count("outlet")];
    const id = await upload(corpus, messy());
    await askToCount(id);
    expect(await runWaitingImports(corpus)).toBe(1);
    expect([await count("article"), await count("outlet")]).toEqual(before);
    expect(await getImport(corpus, id)).toMatchObject({ status: "counted" });
    const counted = await countsOf(id);
    const refused = await refusalsOf(id);
    expect(counted).toMatchObject({ rowsRead: 709, refused: 4, repeated: 2, changed: 4 });
    await confirmImport(corpus, id, (await previewImport(corpus, id)).mapping);
    await runWaitingImports(corpus);
    expect(await getImport(corpus, id)).toMatchObject({ status: "done" });
    expect(await countsOf(id)).toEqual(counted);
    expect(await refusalsOf(id)).toEqual(refused);
  });

  it("names outlets new and known by month, other languages, and rows by what becomes of them", async () => {
    await importFile(corpus, fileOf(manyRows(20)));
    const id = await upload(corpus, messy());
    await askToCount(id);
    await runWaitingImports(corpus);
    const forecast = await getForecast(corpus, id);
    expect(forecast).toMatchObject({ knownOutlets: 12, newOutlets: 1, brokenOff: null });
    expect(forecast?.outlets.at(-1)).toEqual({
      name: "Brandneu",
      known: false,
      slot: null,
      added: 1,
      months: [["2031-02", 0, 1]],
    });
    expect(forecast?.outlets.find(({ name }) => name === "Herald 0")).toMatchObject({
      known: true,
      slot: 1,
      added: 57,
      months: [["2031-01", 2, 57]],
    });
    expect(forecast?.otherLanguages).toEqual([{ language: "de", articles: 1 }]);
    expect(forecast?.refusals.map(({ kind, rows, first }) => [kind, rows, first[0]?.line])).toEqual(
      [
        ["date_missing", 1, 404],
        ["date_unreadable", 1, 403],
        ["no_text", 1, 405],
        ["row_unreadable", 1, 406],
      ],
    );
    // The 20 that are here, and two rows of the file that repeat one of them.
    expect(forecast?.known.rows).toBe(22);
    expect(forecast?.known.first[0]).toEqual({ line: 2, words: "Title 0" });
    expect(forecast?.repeated.rows).toBe(2);
    // Each row has one fate.
    const counts = await countsOf(id);
    const { known, changed, repeated } = forecast as NonNullable<typeof forecast>;
    expect(counts.added + known.rows + changed.rows + repeated.rows + counts.refused).toBe(
      counts.rowsRead,
    );
  });

  it("begins again where a worker was ended in the middle", async () => {
    const id = await upload(corpus, messy());
    await askToCount(id);
    const stop = new AbortController();
    await runWaitingImports(corpus, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await getImport(corpus, id)).toMatchObject({ status: "counting" });
    expect((await countsOf(id)).rowsRead).toBeGreaterThan(0);
    await runWaitingImports(corpus);
    expect(await countsOf(id)).toMatchObject({ rowsRead: 709, added: 701, refused: 4 });
    expect(await refusalsOf(id)).toHaveLength(4);
  });

  it("counts again when the mapping changes in the middle, and stops when the import is started or taken back", async () => {
    const id = await upload(corpus, messy());
    await askToCount(id);
    let changed: Promise<unknown> | null = null;
    await runWaitingImports(corpus, {
      onProgress: () => {
        changed ??= askToCount(id, { outlet: "One", columns: { date: "date", body: "text" } });
      },
    });
    await changed;
    await runWaitingImports(corpus);
    expect((await getForecast(corpus, id))?.outlets.map(({ name }) => name)).toEqual(["One"]);
    expect(await previewImport(corpus, id)).toMatchObject({
      mapping: { outlet: "One", columns: { date: "date", body: "text" } },
    });

    const { mapping } = await askToCount(id);
    let started: Promise<unknown> | null = null;
    await runWaitingImports(corpus, {
      onProgress: () => {
        started ??= confirmImport(corpus, id, mapping);
      },
    });
    await started;
    await runWaitingImports(corpus);
    expect(await getImport(corpus, id)).toMatchObject({ status: "done" });
    expect(await refusalsOf(id)).toHaveLength(4);

    const other = await upload(corpus, messy());
    await askToCount(other);
    await discardUpload(corpus, other);
    expect(await runWaitingImports(corpus)).toBe(0);
  });

  it("says where a file breaks off, and counts what comes before", async () => {
    const packed = gzipSync(manyRows(600), { level: 0 });
    const id = await upload(corpus, packed.subarray(0, packed.length - 2000), "cut.csv.gz");
    const preview = await askToCount(id);
    expect(preview.problem).toBeNull();
    await runWaitingImports(corpus);
    const forecast = await getForecast(corpus, id);
    expect(forecast?.brokenOff).toMatch(/ends too early/);
    const { added } = await countsOf(id);
    expect(added).toBeGreaterThan(500);
    await confirmImport(corpus, id, preview.mapping);
    await runWaitingImports(corpus);
    expect(await getImport(corpus, id)).toMatchObject({ status: "failed", added });
  });

  it("is not begun with a mapping that can't be used; the draft is kept", async () => {
    const id = await upload(corpus, "day,title\n1 May 2031,A title\n");
    const preview = await askToCount(id, { columns: { headline: "title" } });
    expect(preview.problem).toMatch(/No column is the date/);
    expect(await runWaitingImports(corpus)).toBe(0);
    expect(await previewImport(corpus, id)).toMatchObject({
      mapping: { columns: { headline: "title" } },
      columns: [{ name: "day", field: null, attribute: "day" }, { name: "title" }],
    });
  });

  it("finds domains of several outlets, and files them under one where the user says so", async () => {
    const csv = [
      "outlet,url,date,title",
      "Paper,https://paper.example/1,2031-01-01,One",
      "Paper Opinion,https://paper.example/2,2031-01-02,Two",
      ",https://blog.example/1,2031-01-03,Three",
      "Lone,https://lone.example/1,2031-01-04,Four",
      "",
    ].join("\n");
    const id = await upload(corpus, csv);
    await askToCount(id);
    await runWaitingImports(corpus);
    expect((await getForecast(corpus, id))?.domains).toEqual([
      {
        domain: "paper.example",
        names: [
          { name: "Paper", articles: 1 },
          { name: "Paper Opinion", articles: 1 },
        ],
        here: [],
      },
      { domain: "blog.example", names: [{ name: "blog.example", articles: 1 }], here: [] },
    ]);
    const domainNames = { "paper.example": "Paper", "blog.example": "The Blog" };
    const { mapping } = await askToCount(id, { domainNames });
    await runWaitingImports(corpus);
    const names = (await getForecast(corpus, id))?.outlets.map(({ name }) => name);
    expect(names).toEqual(["Paper", "Lone", "The Blog"]);
    await confirmImport(corpus, id, mapping);
    await runWaitingImports(corpus);
    const { rows } = await corpus.pool.query("SELECT name FROM outlet ORDER BY name");
    expect(rows.map(({ name }) => name)).toEqual(["Lone", "Paper", "The Blog"]);
  });
});
