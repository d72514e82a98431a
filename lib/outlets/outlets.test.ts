import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { fileOf } from "../import/articles-for-test.ts";
import { importFile } from "../import/run.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { refreshRollups } from "../pipeline/refresh.ts";
import { readRollups, recountAll } from "../pipeline/test-recount.ts";
import { listArticleRows } from "../queries/article-list.ts";
import { readArticleListQuery } from "../queries/article-list-query.ts";
import { COMPARED } from "../queries/comparison-for-test.ts";
import { getMetrics } from "../queries/metrics.ts";
import { resolveView } from "../queries/resolve-view.ts";
import { importInvented } from "../search/test-corpus.ts";
import { requireView } from "../view/view.ts";
import { editOutlet } from "./edit-outlet.ts";
import { listOutletRows } from "./list-outlet-rows.ts";
import { mergeOutlets } from "./merge-outlets.ts";

const EXCLUDED = SIGNALS.flatMap(({ id, labels, defaultLabel }) =>
  labels
    .filter((label) => defaultLabel !== "all" && label.id !== defaultLabel)
    .map((label) => `${id} ${label.id}`),
);

let corpus: CorpusDatabase;
let server: TestServer;

/** Adds articles without addresses: a row an outlet and day. */
const importRows = (...rows: [outlet: string, day: string, title: string][]) =>
  importFile(corpus, fileOf(`outlet,date,title\n${rows.map((row) => row.join(",")).join("\n")}\n`));

const rowOf = async (slug: string) =>
  (await listOutletRows(corpus)).find((outlet) => outlet.slug === slug);

const names = async () => (await listOutletRows(corpus)).map(({ name }) => name);

describe("listOutletRows", () => {
  beforeAll(async () => {
    ({ corpus, server } = await createTestCorpus());
    await importRows(
      ["Herald", "2030-11-30", "One"],
      ["Herald", "2031-02-01", "Two"],
      ["Herald", "2031-02-28", "Three"],
      ["<script>alert(1)</script>", "2031-01-01", "Four"],
    );
  });
  afterAll(() => server.drop());

  test("counts articles, and names first and last day and the months between without any", async () => {
    expect(await rowOf("herald")).toMatchObject({
      articles: 3,
      counted: 0,
      first: "2030-11-30",
      last: "2031-02-28",
      gaps: [{ from: "2030-12", to: "2031-01" }],
    });
    await analyseDue(corpus);
    expect(await rowOf("herald")).toMatchObject({ articles: 3, counted: 3 });
    expect(await names()).toEqual(["<script>alert(1)</script>", "Herald"]);
  });

  test("tells an outlet that has lost its articles from one that has some", async () => {
    await corpus.pool.query(
      "INSERT INTO outlet (name, name_folded, slug, domains) VALUES ('Empty', 'empty', 'empty', '{}')",
    );
    expect(await rowOf("empty")).toMatchObject({ articles: 0, first: null, last: null, gaps: [] });
  });
});

describe("editOutlet", () => {
  beforeEach(async () => {
    ({ corpus, server } = await createTestCorpus());
    await importRows(["Herald", "2031-01-01", "One"], ["Post", "2031-01-01", "Two"]);
    return () => server.drop();
  });

  test("renames: the slug stays, and an import under the old name lands in the outlet", async () => {
    await editOutlet(corpus, "herald", { name: "  The  Herald " });
    expect(await rowOf("herald")).toMatchObject({ name: "The Herald", formerNames: ["herald"] });
    await importRows(["HERALD", "2031-01-02", "Three"], ["the herald", "2031-01-03", "Four"]);
    expect(await rowOf("herald")).toMatchObject({ articles: 3 });
    expect(await names()).toEqual(["Post", "The Herald"]);
  });

  test("renames back and forth, and in case alone, without an alias of its own name", async () => {
    await editOutlet(corpus, "herald", { name: "Morning Herald" });
    await editOutlet(corpus, "herald", { name: "Herald" });
    await editOutlet(corpus, "herald", { name: "HERALD" });
    expect(await rowOf("herald")).toMatchObject({
      name: "HERALD",
      formerNames: ["morning herald"],
    });
  });

  test("refuses a name that another outlet has or had, whatever its case", async () => {
    const taken = { code: "conflict", field: "name" };
    await expect(editOutlet(corpus, "herald", { name: "pOST" })).rejects.toMatchObject(taken);
    await editOutlet(corpus, "post", { name: "Evening Post" });
    await expect(editOutlet(corpus, "herald", { name: "Post" })).rejects.toMatchObject({
      ...taken,
      message: expect.stringContaining('former name of the outlet "Evening Post"'),
    });
    expect(await names()).toEqual(["Evening Post", "Herald"]);
  });

  test("changes domains, country and note, and empties them", async () => {
    const domains = ["https://www.herald.example/news", "herald.example", "blog.example"];
    await editOutlet(corpus, "herald", { domains, country: " Velmora ", note: "Founded 1881." });
    expect(await rowOf("herald")).toMatchObject({
      name: "Herald",
      domains: ["herald.example", "blog.example"],
      country: "Velmora",
      note: "Founded 1881.",
    });
    await editOutlet(corpus, "herald", { domains: [], country: "", note: " " });
    expect(await rowOf("herald")).toMatchObject({ domains: [], country: null, note: null });
  });

  test.each([
    ["an empty name", { name: " \u0000" }, "name"],
    ["a name that is too long", { name: "x".repeat(201) }, "name"],
    ["what is no domain", { domains: ["not a domain"] }, "domains"],
    ["a note that is too long", { note: "x".repeat(2001) }, "note"],
  ])("refuses %s", async (_, edit, field) => {
    await expect(editOutlet(corpus, "herald", edit)).rejects.toMatchObject({
      code: "bad_parameter",
      field,
    });
  });

  test("says where there is no such outlet", async () => {
    await expect(editOutlet(corpus, "nowhere", { name: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("mergeOutlets", () => {
  beforeAll(async () => {
    ({ corpus, server } = await createTestCorpus());
    await importInvented(corpus, COMPARED);
    await editOutlet(corpus, "brackwater-news", { name: "Brackwater", country: "Velmora" });
  });
  afterAll(() => server.drop());

  const metrics = async (outlets: string) => {
    const view = requireView({ outlets, signal: "hedge", granularity: "year" }, SIGNALS, {
      signals: [],
    });
    const { problems, ...resolved } = await resolveView(corpus, view);
    expect(problems).toEqual([]);
    const series = (await getMetrics(corpus, resolved))[0]?.series ?? [];
    return series.map(({ outlet, total }) => ({ slug: outlet.slug, ...total }));
  };
  const exact = async () => {
    const counted = await recountAll(corpus.pool, EXCLUDED);
    expect(await readRollups(corpus.pool)).toEqual(counted);
    return counted;
  };

  test("keeps every count: the outlet's numbers are those of the two together", async () => {
    const before = await metrics("aldmere-post,brackwater-news");
    expect((await exact()).size).toBeGreaterThan(100);
    const [a, b] = before;
    await mergeOutlets(corpus, "brackwater-news", "aldmere-post");
    expect((await corpus.pool.query("SELECT FROM rollup_due")).rowCount).toBeGreaterThan(0);
    await refreshRollups(corpus);
    await exact();
    const [merged, ...others] = await metrics("aldmere-post");
    expect(others).toEqual([]);
    for (const field of ["articles", "words", "hits", "articlesWithHit"] as const) {
      expect(merged?.[field], field).toBe((a?.[field] ?? 0) + (b?.[field] ?? 0));
    }
    const { rows } = await corpus.pool.query(
      "SELECT DISTINCT outlet_id FROM rollup_words EXCEPT SELECT id FROM outlet",
    );
    expect(rows).toEqual([]);
  });

  test("leaves aliases: old links and later imports find the outlet, and what it lacked it has", async () => {
    expect(await rowOf("aldmere-post")).toMatchObject({
      articles: 48,
      country: "Velmora",
      domains: ["AldmerePost.example", "BrackwaterNews.example"].map((d) => d.toLowerCase()),
      formerNames: ["brackwater", "brackwater news"],
    });
    const outlets = "brackwater-news,aldmere-post";
    const { view } = await resolveView(
      corpus,
      requireView({ outlets }, SIGNALS, { signals: ["hedge"] }),
    );
    expect(view.outlets).toEqual(["aldmere-post"]);
    const { query } = readArticleListQuery({ outlets: "brackwater-news" }, SIGNALS);
    const list = await listArticleRows(corpus, query);
    expect(list.problems).toEqual([]);
    expect(list.rows[0]?.outlet.name).toBe("Aldmere Post");
    await importRows(["Brackwater", "2031-04-01", "A"], ["Brackwater News", "2031-04-02", "B"]);
    expect(await rowOf("aldmere-post")).toMatchObject({ articles: 50 });
  });

  test("the same file again changes nothing, also where ids come from the outlet's name", async () => {
    const again = await importRows(
      ["Brackwater", "2031-04-01", "A"],
      ["Brackwater News", "2031-04-02", "B"],
    );
    expect(again).toMatchObject({ added: 0, known: 2 });
  });

  test("follows aliases through a second merge", async () => {
    await mergeOutlets(corpus, "brackwater-news", "carn-script");
    expect(await names()).toEqual(["Carn <script>"]);
    expect((await rowOf("carn-script"))?.articles).toBe(53);
    await analyseDue(corpus);
    await exact();
    expect((await metrics("brackwater-news"))[0]?.slug).toBe("carn-script");
  });

  test("refuses an outlet into itself, or one that is gone", async () => {
    const self = mergeOutlets(corpus, "carn-script", "brackwater-news");
    await expect(self).rejects.toMatchObject({ code: "bad_parameter", field: "into" });
    const gone = mergeOutlets(corpus, "nowhere", "carn-script");
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
  });

  test("loses no article that an import and workers bring meanwhile", async () => {
    const rows = Array.from({ length: 400 }, (_, n): [string, string, string] => [
      n % 2 ? "Left" : "Right",
      `2031-05-${String(1 + (n % 28)).padStart(2, "0")}`,
      `Bridge ${n} may fall`,
    ]);
    await importRows(["Left", "2031-05-01", "First"], ["Right", "2031-05-01", "First too"]);
    await Promise.all([
      importRows(...rows),
      analyseDue(corpus),
      mergeOutlets(corpus, "left", "right"),
    ]);
    await analyseDue(corpus);
    expect(await rowOf("right")).toMatchObject({ articles: 402, counted: 402 });
    expect(await rowOf("left")).toBeUndefined();
    await exact();
  });
});
