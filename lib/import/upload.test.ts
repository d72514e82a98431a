import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { manyRows } from "./articles-for-test.ts";
import { inPieces } from "./formats/read-for-test.ts";
import { getImport, listImports } from "./imports.ts";
import { mappingSchema } from "./mapping.ts";
import { runWaitingImports } from "./run.ts";
import {
  appendUpload,
  confirmImport,
  discardUpload,
  previewImport,
  startUpload,
} from "./upload.ts";
import { upload as uploadTo } from "./upload-for-test.ts";

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

describe("uploads", () => {
  const upload = (contents: string | Uint8Array, name?: string) => uploadTo(corpus, contents, name);

  it("are shown, confirmed, imported by a worker, and their bytes go", async () => {
    const id = await upload(manyRows(30), "../<b>up</b>.csv");
    const preview = await previewImport(corpus, id);
    expect(preview).toMatchObject({
      name: "b>.csv",
      format: "CSV or TSV",
      problem: null,
      dateOrder: "not needed",
    });
    expect(
      preview.columns.map(({ name, field, by, attribute }) => [name, field, by, attribute]),
    ).toEqual([
      ["outlet", "outlet", "name", null],
      ["url", "url", "name", null],
      ["date", "date", "name", null],
      ["title", "headline", "name", null],
      ["text", "body", "name", null],
      ["desk", null, null, "desk"],
    ]);
    expect(preview.rows).toHaveLength(20);
    expect(await runWaitingImports(corpus)).toBe(0);
    await confirmImport(corpus, id, preview.mapping, "text");
    await expect(confirmImport(corpus, id, preview.mapping)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await runWaitingImports(corpus)).toBe(1);
    expect(await getImport(corpus, id)).toMatchObject({
      status: "done",
      added: 30,
      textRights: "text",
    });
    expect((await corpus.pool.query("SELECT 1 FROM import_chunk")).rows).toEqual([]);
  });

  it("are done once by many workers", async () => {
    const id = await upload(manyRows(500));
    await confirmImport(corpus, id, (await previewImport(corpus, id)).mapping);
    const done = await Promise.all([1, 2, 3].map(() => runWaitingImports(corpus)));
    expect(done.reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(1);
    expect(await getImport(corpus, id)).toMatchObject({
      status: "done",
      rowsRead: 500,
      added: 500,
      known: 0,
      repeated: 0,
    });
  });

  it("go on where a worker left them, and count nothing twice", async () => {
    const id = await upload(
      `${manyRows(700)}${manyRows(1).split("\n")[1]}\nHerald,https://x.example/1,,T,no date,\n`,
    );
    await confirmImport(corpus, id, (await previewImport(corpus, id)).mapping);
    const stop = new AbortController();
    await runWaitingImports(corpus, { signal: stop.signal, onProgress: () => stop.abort() });
    const half = await getImport(corpus, id);
    expect(half).toMatchObject({ status: "running" });
    expect(half?.rowsRead).toBeLessThan(700);
    await runWaitingImports(corpus);
    expect(await getImport(corpus, id)).toMatchObject({
      status: "done",
      rowsRead: 702,
      added: 700,
      known: 1,
      repeated: 1,
      refused: 1,
    });
  });

  it("are limited in size, refused when cut off, and can be taken back", async () => {
    process.env.FRAMESCOPE_MAX_UPLOAD_MB = "1";
    try {
      await expect(startUpload(corpus, "big.csv", 2_000_000)).rejects.toMatchObject({
        code: "too_large",
        message: expect.stringMatching(/1 MB/),
      });
      const lying = await startUpload(corpus, "big.csv", null);
      await expect(
        appendUpload(corpus, lying, inPieces(Buffer.alloc(2_000_000), 50_000)),
      ).rejects.toMatchObject({ code: "too_large" });
      const cut = await startUpload(corpus, "cut.csv", 100);
      await expect(appendUpload(corpus, cut, inPieces(Buffer.alloc(50, 65), 50))).rejects.toThrow(
        /cut off: 50 of 100/,
      );
      await discardUpload(corpus, await upload("a,b\n"));
      expect(await listImports(corpus)).toEqual([]);
    } finally {
      delete process.env.FRAMESCOPE_MAX_UPLOAD_MB;
    }
  });

  it("can't be started with columns that are not there, and fail in words where the file is none", async () => {
    const id = await upload(manyRows(3));
    await expect(
      confirmImport(corpus, id, mappingSchema.parse({ columns: { date: "date", body: "nope" } })),
    ).rejects.toMatchObject({
      code: "bad_parameter",
      message: expect.stringMatching(/no column "nope"/),
    });
    await expect(upload("PK\u0003\u0004")).rejects.toThrow(/ZIP/);
  });

  it("that are no text are refused in words, and nothing of them stays", async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 37) % 256));
    const png = Buffer.concat([Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), noise]);
    await expect(upload(png, "photo.csv")).rejects.toThrow("photo.csv is a picture.");
    await expect(upload(noise, "x.csv")).rejects.toThrow(/no text/);
    await expect(upload(" \n \n")).rejects.toThrow(/nothing but blanks/);
    expect(await listImports(corpus)).toEqual([]);
  });

  it("of a command that was killed are given up in words", async () => {
    await corpus.prisma.import.create({
      data: { source: "x.csv", format: "csv", mapping: {}, status: "running" },
    });
    await runWaitingImports(corpus);
    expect(await listImports(corpus)).toMatchObject([
      { status: "failed", failure: expect.stringMatching(/Import the file again/) },
    ]);
  });
});
