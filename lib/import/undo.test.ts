import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { refreshRollups } from "../pipeline/refresh.ts";
import { fileOf, manyRows } from "./articles-for-test.ts";
import { getImport } from "./imports.ts";
import { importFile, runWaitingImports } from "./run.ts";
import { readStanding } from "./standing.ts";
import { requestUndo } from "./undo.ts";
import { confirmImport, previewImport, runAgain } from "./upload.ts";
import { upload } from "./upload-for-test.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
});
afterAll(() => server.drop());
beforeEach(async () => {
  for (const table of ["article", "outlet", "import", "rollup_due"])
    await corpus.pool.query(`DELETE FROM ${table}`);
});

const rows = async (sql: string) => (await corpus.pool.query(sql)).rows;
const rollups = () =>
  rows("SELECT * FROM rollup_words ORDER BY outlet_id, day, part, voice, dup_class");

describe("undoing an import", () => {
  it("leaves the corpus as it was before, numbers and duplicate classes included", async () => {
    const kept = "outlet,date,title,text\nMill,2031-01-02,M,Perhaps the dam held.\n";
    await importFile(corpus, fileOf(kept));
    await analyseDue(corpus);
    const before = await rollups();
    expect(before.length).toBeGreaterThan(0);
    const wire = "\nMill,2031-01-01,Earlier,Perhaps the dam held.\nNew,2031-01-05,N,It may rain.\n";
    const second = await importFile(corpus, fileOf(kept.trimEnd() + wire));
    expect(second).toMatchObject({ added: 2, known: 1 });
    await analyseDue(corpus);
    expect(await rows("SELECT dup_class FROM article WHERE headline = 'M'")).toEqual([
      { dup_class: "copy" },
    ]);
    await requestUndo(corpus, second.id);
    await runWaitingImports(corpus);
    expect(await getImport(corpus, second.id)).toMatchObject({ status: "undone", removed: 2 });
    expect(await rows("SELECT headline, dup_class FROM article")).toEqual([
      { headline: "M", dup_class: "single" },
    ]);
    await refreshRollups(corpus);
    expect(await rollups()).toEqual(before);
    expect(await rows("SELECT name FROM outlet")).toEqual([{ name: "Mill" }]);
    await expect(requestUndo(corpus, second.id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("goes on where a worker left it, and counts nothing twice", async () => {
    const { id } = await importFile(corpus, fileOf(manyRows(600)));
    await requestUndo(corpus, id);
    const stop = new AbortController();
    const signal = stop.signal;
    // The first look at the signal is the pass's own, the second begins a batch, the third ends the work.
    let looks = 0;
    Object.defineProperty(signal, "aborted", { get: () => ++looks > 2 });
    await runWaitingImports(corpus, { signal });
    expect(await getImport(corpus, id)).toMatchObject({ status: "undoing", removed: 250 });
    await runWaitingImports(corpus);
    expect(await getImport(corpus, id)).toMatchObject({ status: "undone", removed: 600 });
    expect(await rows("SELECT 1 FROM article")).toEqual([]);
  });
});

describe("an import in which the program failed", () => {
  it("says so, keeps its file and can be run again from where it stands", async () => {
    const id = await upload(corpus, manyRows(600));
    await confirmImport(corpus, id, (await previewImport(corpus, id)).mapping);
    await corpus.pool.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.headline = 'Title 400' THEN RAISE EXCEPTION 'out of order'; END IF; RETURN NEW; END $$`,
    );
    await corpus.pool.query(
      "CREATE TRIGGER refuse BEFORE INSERT ON article FOR EACH ROW EXECUTE FUNCTION refuse()",
    );
    await runWaitingImports(corpus);
    expect(await readStanding(corpus, id)).toMatchObject({
      status: "failed",
      failure: expect.stringMatching(/program failed/),
      added: 250,
      toAnalyse: 250,
      canRunAgain: true,
    });
    await corpus.pool.query("DROP TRIGGER refuse ON article");
    await runAgain(corpus, id);
    await runWaitingImports(corpus);
    expect(await readStanding(corpus, id)).toMatchObject({
      status: "done",
      failure: null,
      added: 600,
      rowsRead: 600,
      canRunAgain: false,
    });
    await expect(runAgain(corpus, id)).rejects.toMatchObject({ code: "conflict" });
  });
});
