import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { fileOf, manyRows, text } from "./articles-for-test.ts";
import { listImports, refusalsCsv } from "./imports.ts";
import { listSharedDomains } from "./outlets.ts";
import { importFile } from "./run.ts";

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

const countArticles = async () =>
  Number((await corpus.pool.query("SELECT count(*) AS n FROM article")).rows[0].n);
const csvOf = async (id: number) => {
  const lines: string[] = [];
  for await (const line of refusalsCsv(corpus, id)) lines.push(line);
  return lines.join("");
};

describe("importFile", () => {
  it("brings in every row once, and the same file again changes nothing", async () => {
    const first = await importFile(corpus, fileOf(gzipSync(manyRows(700))));
    expect(first).toMatchObject({
      status: "done",
      rowsRead: 700,
      added: 700,
      known: 0,
      changed: 0,
      repeated: 0,
      refused: 0,
      format: "CSV or TSV",
    });
    expect(first.bytesRead).toBe(first.bytesTotal);
    const again = await importFile(corpus, fileOf(manyRows(700)));
    expect(again).toMatchObject({
      status: "done",
      rowsRead: 700,
      added: 0,
      known: 700,
      changed: 0,
      repeated: 0,
      refused: 0,
    });
    expect(await countArticles()).toBe(700);
    const { rows } = await corpus.pool.query(
      "SELECT a.*, o.name FROM article AS a JOIN outlet AS o ON o.id = a.outlet_id WHERE url = 'https://h5.example/5'",
    );
    expect(rows).toMatchObject([
      {
        name: "Herald 5",
        headline: "Title 5",
        body: text(5),
        published_on: "2031-01-06",
        language: "en",
        import_id: first.id,
        attributes: { desk: "world" },
        analysed_with: null,
      },
    ]);
    expect(rows[0].bucket).toBe(Number.parseInt(rows[0].id.slice(0, 2), 16));
  });

  it("tells repeats within the file, the same article with another text, and refused rows", async () => {
    const csv = [
      "outlet,url,date,title,text",
      "Herald,https://a.example/1,2031-01-01,One,Same text of the article.",
      "HERALD,https://www.a.example/1/?utm_source=x,2031-01-01,One,Same text of the article.",
      "Herald,https://a.example/1,2031-01-01,One,Another text of the article.",
      "Herald,https://a.example/2,2031-02-31,Two,No such day.",
      "Herald,https://a.example/3,,Three,No day at all.",
      "Herald,https://a.example/4,2031-01-01,,",
      'Herald,https://a.example/5,2031-01-01,Five,"unclosed',
      "Herald,https://a.example/6,2031-01-01,Six,=1+1",
      "",
    ].join("\n");
    const summary = await importFile(corpus, fileOf(csv));
    expect(summary).toMatchObject({
      rowsRead: 8,
      added: 2,
      known: 1,
      changed: 1,
      repeated: 2,
      refused: 4,
    });
    expect((await csvOf(summary.id)).split("\r\n")).toEqual([
      "line,field,reason",
      "5,date,February 2031 has no day 31.",
      "6,date,No date.",
      '7,text,"No text: headline, teaser and body are empty."',
      "8,,Unclosed quotation mark: the cell that opens in this row has no end.",
      "",
    ]);
    expect(await importFile(corpus, fileOf(csv))).toMatchObject({
      added: 0,
      known: 3,
      changed: 1,
      repeated: 0,
      refused: 4,
    });
    const { rows } = await corpus.pool.query("SELECT name, slug, domains, slot FROM outlet");
    expect(rows).toEqual([{ name: "Herald", slug: "herald", domains: ["a.example"], slot: 1 }]);
  });

  it("gives ten outlets a slot in the order of the file, and every one a slug of its own", async () => {
    const csv = `outlet,date,title\n${["A B", "a-b", "A/B", ..."cdefghijkl"].map((name) => `${name},2031-01-01,On ${name}`).join("\n")}\n`;
    await importFile(corpus, fileOf(csv));
    const { rows } = await corpus.pool.query("SELECT slug, slot FROM outlet ORDER BY id");
    expect(rows.map(({ slug }) => slug).slice(0, 4)).toEqual(["a-b", "a-b-2", "a-b-3", "c"]);
    expect(rows.map(({ slot }) => slot)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null, null, null]);
  });

  it("finds an outlet under the name that it had before, and lists shared domains", async () => {
    await importFile(
      corpus,
      fileOf(
        "outlet,url,date,title\nNews,https://x.example/1,2031-01-01,A\nOpinion,https://x.example/2,2031-01-01,B\n",
      ),
    );
    expect(await listSharedDomains(corpus)).toEqual([
      { domain: "x.example", outlets: ["News", "Opinion"] },
    ]);
    await corpus.pool.query(
      "INSERT INTO outlet_alias SELECT 'old news', 'old-news', id FROM outlet WHERE name = 'News'",
    );
    await importFile(
      corpus,
      fileOf("outlet,url,date,title\nOld News,https://x.example/3,2031-01-01,A\n"),
    );
    const { rows } = await corpus.pool.query("SELECT count(*) AS n FROM outlet");
    expect(rows[0].n).toBe(2);
    await corpus.pool.query("DELETE FROM outlet_alias");
  });

  it("classes articles of equal text", async () => {
    await importFile(
      corpus,
      fileOf(
        "outlet,date,title,text\nA,2031-01-02,T1,Wire text\nB,2031-01-01,T2,Wire text\nC,2031-01-01,T3,Own text\n",
      ),
    );
    const { rows } = await corpus.pool.query(
      "SELECT headline, dup_class FROM article ORDER BY headline",
    );
    expect(rows.map((row) => `${row.headline} ${row.dup_class}`)).toEqual([
      "T1 copy",
      "T2 first",
      "T3 single",
    ]);
  });

  it("asks for the order of dates that show none, and decides it for the column where one does", async () => {
    const dates = (...values: string[]) =>
      `date,title\n${values.map((value, n) => `${value},Title ${n}`).join("\n")}\n`;
    const outlet = { outlet: "Herald" };
    await expect(
      importFile(corpus, fileOf(dates("03/04/2031", "05/06/2031"), { wishes: outlet })),
    ).rejects.toMatchObject({ code: "bad_parameter", field: "date-order" });
    await importFile(corpus, fileOf(dates("03/04/2031", "25/06/2031"), { wishes: outlet }));
    await importFile(
      corpus,
      fileOf(dates("07/08/2031"), { wishes: { ...outlet, dateOrder: "mdy" } }),
    );
    const { rows } = await corpus.pool.query("SELECT published_on AS day FROM article ORDER BY 1");
    expect(rows.map(({ day }) => day)).toEqual(["2031-04-03", "2031-06-25", "2031-07-08"]);
  });

  it("looks through the whole file where the first rows leave the order open", async () => {
    const rows = Array.from(
      { length: 900 },
      (_, n) => `${n === 899 ? "1/31/2031" : "1/2/2031"},Title ${n}`,
    );
    await importFile(
      corpus,
      fileOf(`date,title\n${rows.join("\n")}\n`, { wishes: { outlet: "Herald" } }),
    );
    expect(
      (await corpus.pool.query("SELECT DISTINCT published_on::text AS day FROM article ORDER BY 1"))
        .rows,
    ).toEqual([{ day: "2031-01-02" }, { day: "2031-01-31" }]);
  });

  it("lands the rows before a break, says why it failed, and goes through when the whole file comes", async () => {
    const packed = gzipSync(manyRows(600), { level: 0 });
    await expect(
      importFile(corpus, fileOf(packed.subarray(0, packed.length - 2000))),
    ).rejects.toThrow(/ends too early/);
    const [failed] = await listImports(corpus);
    expect(failed).toMatchObject({
      status: "failed",
      failure: expect.stringMatching(/ends too early/),
    });
    expect(failed?.added).toBeGreaterThan(500);
    expect(await importFile(corpus, fileOf(packed))).toMatchObject({
      status: "done",
      added: 600 - (failed?.added ?? 0),
      known: failed?.added,
    });
    expect(await countArticles()).toBe(600);
  });
});
