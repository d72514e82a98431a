import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { type InventedArticle, importInvented } from "../search/test-corpus.ts";
import type { RawParameters } from "../view/view.ts";
import { listArticles } from "./article-list.ts";
import { readArticleListQuery, requireArticleListQuery } from "./article-list-query.ts";

let corpus: CorpusDatabase;
let server: TestServer;

const COPY = "The dam could hold, the engineers of the valley wrote in their report on Monday.";

const ARTICLES: InventedArticle[] = [
  {
    outlet: "Aldmere Post",
    date: "2031-01-05",
    title: "White House visits dam",
    text: "It may rain. It may snow. Perhaps it will freeze.",
    desk: "world",
  },
  {
    outlet: "Aldmere Post",
    date: "2031-01-04",
    title: "A whitehouse by the sea",
    text: "The walls are white. House prices rose, the mayor's office said.",
    desk: "home",
  },
  {
    outlet: "Brackwater News",
    date: "2031-01-03",
    title: "Quarry, dam and river",
    text: "It may rain, she said. Don’t count on it.",
    desk: "home",
  },
  { outlet: "Brackwater News", date: "2031-01-02", title: "Copied", text: COPY, desk: "world" },
  { outlet: "Aldmere Post", date: "2031-01-02", title: "Copied too", text: COPY, desk: "world" },
  {
    outlet: "Carn Blatt",
    date: "2031-01-01",
    title: "Der Damm",
    text: "Der Damm hielt dem Wasser stand, sagten die Ingenieure am Montag in einem Bericht.",
    language: "de",
  },
];

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await importInvented(corpus, ARTICLES);
});
afterAll(() => server.drop());

const list = (raw: RawParameters = {}) =>
  listArticles(corpus, requireArticleListQuery(raw, SIGNALS));
const headlines = async (raw: RawParameters) => (await list(raw)).rows.map((row) => row.headline);

describe("listArticles", () => {
  test("lists every article, the newest first, with words and hits of the counted ones", async () => {
    const { rows, total, next } = await list();
    expect(total).toEqual({ articles: 6, exact: true });
    expect(next).toBeNull();
    expect(rows.map((row) => row.publishedOn)).toEqual(
      [...rows.map((row) => row.publishedOn)].sort().reverse(),
    );
    expect(rows[0]).toMatchObject({
      outlet: { name: "Aldmere Post", slug: "aldmere-post" },
      headline: "White House visits dam",
      language: "en",
      counted: true,
      dupClass: "single",
      words: 14,
      hits: { hedge: 3, loaded_term: 0 },
    });
    expect(rows[0]?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(rows.at(-1)).toMatchObject({ language: "de", counted: false, words: null, hits: null });
    expect(
      rows
        .map((row) => row.dupClass)
        .filter((name) => name !== "single")
        .sort(),
    ).toEqual(["copy", "first"]);
  });

  test.each<[RawParameters, string[]]>([
    [{ q: "dam" }, ["White House visits dam", "Quarry, dam and river", "Copied", "Copied too"]],
    [{ q: "dam -quarry -engineers" }, ["White House visits dam"]],
    [{ q: '"white house"' }, ["White House visits dam", "A whitehouse by the sea"]],
    [{ q: '"White House visits"' }, ["White House visits dam"]],
    [{ q: "whitehouse" }, ["A whitehouse by the sea"]],
    [{ q: 'dam -"white house" -"the dam"' }, ["Quarry, dam and river"]],
    [{ q: "don't" }, ["Quarry, dam and river"]],
    [{ q: "qua*" }, ["Quarry, dam and river"]],
    [{ q: "qu*y" }, ["Quarry, dam and river"]],
    [{ q: "damm" }, ["Der Damm"]],
    [{ outlets: "brackwater-news" }, ["Quarry, dam and river", "Copied"]],
    [
      { from: "2031-01-03", to: "2031-01-04" },
      ["A whitehouse by the sea", "Quarry, dam and river"],
    ],
    [{ "attr.desk": "home" }, ["A whitehouse by the sea", "Quarry, dam and river"]],
    [{ "attr.desk": ["home", "world"], q: "quarry" }, ["Quarry, dam and river"]],
    [{ language: "de" }, ["Der Damm"]],
    [{ counted: "false" }, ["Der Damm"]],
    [{ dup: "first" }, null as never],
    [
      { sort: "headline", counted: "true", "attr.desk": "home" },
      ["A whitehouse by the sea", "Quarry, dam and river"],
    ],
    [{ sort: "hedge", q: "rain" }, ["White House visits dam", "Quarry, dam and river"]],
    [{ sort: "oldest", q: "dam", outlets: "brackwater-news" }, ["Copied", "Quarry, dam and river"]],
  ])("answers %j", async (raw, expected) => {
    const found = await headlines(raw);
    if (expected === null) expect(found).toHaveLength(1);
    else if (raw.sort) expect(found).toEqual(expected);
    else expect([...found].sort()).toEqual([...expected].sort());
    expect((await list(raw)).total).toEqual({ articles: found.length, exact: true });
  });

  test("filters by hits of a signal in the voice asked for", async () => {
    expect(await headlines({ signal: "hedge", q: "rain" })).toEqual(["White House visits dam"]);
    expect((await headlines({ signal: "hedge", voice: "all", q: "rain" })).length).toBe(2);
  });

  test("counts each facet without its own filter", async () => {
    const { outlets, facets, total } = await list({
      outlets: "brackwater-news",
      "attr.desk": "home",
    });
    expect(total.articles).toBe(1);
    expect(outlets.map((each) => [each.value, each.articles])).toEqual([
      ["aldmere-post", 1],
      ["brackwater-news", 1],
      ["carn-blatt", 0],
    ]);
    expect(facets.attributes).toEqual([
      {
        name: "desk",
        sampled: false,
        values: [
          { value: "home", articles: 1 },
          { value: "world", articles: 1 },
        ],
      },
    ]);
    const open = await list();
    expect(open.facets.languages.values).toEqual([
      { value: "en", articles: 5 },
      { value: "de", articles: 1 },
    ]);
    const hedged = open.rows.filter((row) => (row.hits?.hedge ?? 0) > 0).length;
    expect(open.facets.signals.values.find((each) => each.value === "hedge")?.articles).toBe(
      hedged,
    );
  });

  test("names an outlet that is not there and lists all", async () => {
    const { problems, total } = await list({ outlets: "nobody" });
    expect(problems).toEqual([
      { field: "outlets", message: "outlets: no outlet here is called nobody." },
    ]);
    expect(total.articles).toBe(6);
  });

  test.each(["newest", "oldest", "headline", "hedge"])(
    "pages %s by key without a gap",
    async (sort) => {
      const many = Array.from({ length: 120 }, (_, n) => ({
        outlet: "Deepwell Page",
        date: `2032-01-${String((n % 7) + 1).padStart(2, "0")}`,
        title: `${"bca"[n % 3]} title ${n}`,
        text: `${"It may rain. ".repeat(n % 4)}Somebody writes of white house number ${n}.`,
      }));
      if (sort === "newest")
        await importInvented(
          corpus,
          many.map((each) => ({ ...each, desk: "pages" })),
        );
      for (const q of ["somebody", '"white house number"']) {
        const pages: string[][] = [];
        let cursor: string | null = "";
        while (cursor !== null) {
          const page = await list({ sort, q, outlets: "deepwell-page", cursor });
          expect(page.total.articles).toBe(120);
          pages.push(page.rows.map((row) => row.headline));
          cursor = page.next;
        }
        expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
        expect(new Set(pages.flat()).size).toBe(120);
      }
    },
  );

  test("refuses a cursor of another order", async () => {
    const first = await list({ q: "somebody" });
    await expect(list({ sort: "headline", cursor: first.next ?? "" })).rejects.toMatchObject({
      code: "bad_parameter",
      field: "cursor",
    });
    await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({
      code: "bad_parameter",
      field: "cursor",
    });
  });
});

describe("readArticleListQuery", () => {
  test.each<[RawParameters, string, string]>([
    [{ q: "dam (" }, "q", "q ends after ( (character 5): a word must follow."],
    [{ q: ["a", "b"] }, "q", "q must be given once."],
    [{ sort: "best" }, "sort", "sort must be one of newest, oldest, headline, "],
    [{ dup: "none" }, "dup", "dup must be a comma list of single, first, copy."],
    [{ counted: "yes" }, "counted", "counted must be true or false."],
    [{ language: "e n" }, "language", "language must be a comma list of languages such as en,de."],
    [{ from: "2031-13-01" }, "from", "from must be a date such as 2025-01-31."],
    [{ "attr.": "x" }, "attr.", "attr. must name a column and a value: attr.desk=world."],
    [
      { "attr.desk": "a\0" },
      "attr.desk",
      "attr.desk must name a column and a value: attr.desk=world.",
    ],
    [{ colour: "x" }, "colour", "colour is not a parameter here"],
  ])("leaves %j out and says so", (raw, field, message) => {
    const { problems } = readArticleListQuery(raw, SIGNALS);
    expect(problems).toEqual([{ field, message: expect.stringContaining(message) }]);
    expect(() => requireArticleListQuery(raw, SIGNALS)).toThrow(message);
  });
});
