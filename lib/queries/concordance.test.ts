import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { type InventedArticle, importInvented } from "../search/test-corpus.ts";
import type { RawParameters } from "../view/view.ts";
import { listLines } from "./concordance.ts";
import { readConcordanceQuery, requireConcordanceQuery } from "./concordance-query.ts";
import type { ConcordanceLine } from "./concordance-types.ts";

let corpus: CorpusDatabase;
let server: TestServer;

const ARTICLES: InventedArticle[] = [
  {
    outlet: "Aldmere Post",
    date: "2031-01-02",
    title: "River may rise",
    text: "The old dam may hold.\n\nThe new dam may break. Nobody knows the dam.",
  },
  {
    outlet: "Brackwater News",
    date: "2031-01-01",
    title: "Dam watch",
    text: 'The mayor said: "The dam may break tonight." Dams elsewhere are old.',
  },
  {
    outlet: "Carn Blatt",
    date: "2031-01-03",
    title: "Der Damm",
    text: "Der Damm hielt dem Wasser stand, sagten die Ingenieure am Montag. Ein dam ist er nicht.",
    language: "de",
  },
];

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await importInvented(corpus, ARTICLES);
});
afterAll(() => server.drop());

const list = (raw: RawParameters) => listLines(corpus, requireConcordanceQuery(raw, SIGNALS));
const show = ({ left, match, right }: ConcordanceLine) => `${left}[${match}]${right}`;

/** Every page, one after the other. */
async function listAll(raw: RawParameters): Promise<ConcordanceLine[][]> {
  const pages: ConcordanceLine[][] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await list({ ...raw, cursor });
    pages.push(page.lines);
    cursor = page.next;
  }
  return pages;
}

describe("listLines of flags", () => {
  test("shows each flag in its context, the newest first, in the order of reading", async () => {
    const { lines, total, next, sampled } = await list({ signal: "hedge", term: "may" });
    expect(lines.map(show)).toEqual([
      "River [may] rise",
      "The old dam [may] hold.  The new dam may break. Nobody knows the dam.",
      "The old dam may hold.  The new dam [may] break. Nobody knows the dam.",
      'The mayor said: "The dam [may] break tonight." Dams elsewhere are old.',
    ]);
    expect(lines.map((line) => line.voice)).toEqual(["outlet", "outlet", "outlet", "quoted"]);
    expect(lines[0]).toMatchObject({
      outlet: { name: "Aldmere Post", slug: "aldmere-post" },
      publishedOn: "2031-01-02",
      headline: "River may rise",
      part: "headline",
      anchor: "headline:6",
      signal: "hedge",
      term: "may",
      sortedBy: null,
    });
    expect({ total, next, sampled }).toEqual({
      total: { lines: 4, exact: true, searched: null },
      next: null,
      sampled: null,
    });
  });

  test.each<[RawParameters, number]>([
    [{ signal: "hedge", term: "may", voice: "quoted" }, 1],
    [{ signal: "hedge", term: "may", voice: "outlet" }, 3],
    [{ signal: "hedge", term: "may", part: "body", voice: "outlet" }, 2],
    [{ signal: "hedge", voice: "outlet", part: "headline" }, 1],
    [{ term: "may", outlets: "brackwater-news" }, 1],
    [{ term: "may", from: "2031-01-02" }, 3],
    [{ term: ["may", "say"] }, 5],
    [{ term: "nothing" }, 0],
    [{ signal: "loaded_term", outlets: "carn-blatt" }, 0],
  ])("counts %j", async (raw, count) => {
    const { lines, total } = await list(raw);
    expect(lines).toHaveLength(count);
    expect(total).toMatchObject({ lines: count, exact: true });
    expect((await list({ ...raw, sort: "1R" })).lines).toHaveLength(count);
  });

  test("the total without an entry is the same as by counting the flags", async () => {
    const { lines, total } = await list({});
    const { rows } = await corpus.pool.query(
      "SELECT count(*)::int AS n FROM flag AS f JOIN article AS a ON a.id = f.article_id WHERE a.language = 'en' AND label <> 'distanced'",
    );
    expect(total.lines).toBe(rows[0].n);
    expect(lines).toHaveLength(rows[0].n);
  });
});

describe("listLines of typed words", () => {
  test("finds words on tokens, in any language, with the voice of each", async () => {
    const { lines, total } = await list({ find: "dam" });
    expect(lines.map((line) => `${line.part} ${line.match} ${line.voice}`)).toEqual([
      "body dam outlet",
      "body dam outlet",
      "body dam outlet",
      "body dam outlet",
      "headline Dam outlet",
      "body dam quoted",
    ]);
    expect(lines.map((line) => line.publishedOn)).toEqual([
      "2031-01-03",
      "2031-01-02",
      "2031-01-02",
      "2031-01-02",
      "2031-01-01",
      "2031-01-01",
    ]);
    expect(total).toEqual({ lines: 6, exact: true, searched: { articles: 3, of: 3 } });
  });

  test.each<[string, RawParameters, string[]]>([
    ["a wildcard", { find: "da*s" }, ["Dams"]],
    ["a phrase", { find: "THE  dam" }, ["the dam", "The dam"]],
    ["a word between", { find: "the * dam" }, ["The old dam", "The new dam"]],
    ["no match across a word", { find: "old hold" }, []],
    ["a phrase over a mark", { find: "tonight dams" }, ['tonight." Dams']],
    ["one voice", { find: "dam", voice: "quoted" }, ["dam"]],
    ["one part", { find: "dam", part: "headline" }, ["Dam"]],
    ["one outlet", { find: "old", outlets: "brackwater-news" }, ["old"]],
    ["a range", { find: "may", to: "2031-01-01" }, ["may"]],
    ["oldest first", { find: "may", sort: "oldest", part: "headline" }, ["may"]],
    ["nothing", { find: "zebra" }, []],
  ])("takes %s", async (_, raw, matches) => {
    const { lines, total } = await list(raw);
    expect(lines.map((line) => line.match)).toEqual(matches);
    expect(total).toMatchObject({ lines: matches.length, exact: true });
  });

  test("sorts by the words beside the match", async () => {
    const left = await list({ find: "dam", sort: "1L", part: "body" });
    const words = left.lines.map(({ left: text, sortedBy }) =>
      text.slice(sortedBy?.start, sortedBy?.end).toLowerCase(),
    );
    expect(words).toEqual(["ein", "new", "old", "the", "the"]);
    const right = await list({ find: "dam", sort: "2R", part: "body" });
    expect(
      right.lines.map(
        ({ right: text, sortedBy }) => sortedBy && text.slice(sortedBy.start, sortedBy.end),
      ),
    ).toEqual([null, "break", "break", "er", "hold"]);
  });

  test("draws the same lines for the same seed", async () => {
    const drawn = async (seed: string) =>
      (await list({ find: "dam", sort: "random", n: "4", seed })).lines.map(
        (line) => `${line.articleId} ${line.anchor}`,
      );
    expect(await drawn("7")).toEqual(await drawn("7"));
    expect(await drawn("7")).toHaveLength(4);
    const draws = await Promise.all(["1", "2", "3", "4", "5"].map(drawn));
    expect(new Set(draws.map((each) => each.join())).size).toBeGreaterThan(1);
  });
});

describe("pages", () => {
  beforeAll(async () => {
    await importInvented(
      corpus,
      Array.from({ length: 130 }, (_, n) => ({
        outlet: "Deepwell Page",
        date: `2032-01-${String((n % 5) + 1).padStart(2, "0")}`,
        title: `Report ${n}`,
        text: `Harvest ${n} may fail. ${"The harvest may fail again. ".repeat(n % 3)}`,
      })),
    );
  });

  // 130 + 0, 1, 2, 0, 1, ... (43 times three, then 0) = 130 + 43 * 3.
  const LINES = 130 + 129;

  test.each([
    ["newest", { find: "harvest" }],
    ["oldest", { find: "harvest" }],
    ["newest", { term: "may", signal: "hedge" }],
    ["oldest", { term: "may", signal: "hedge" }],
    ["1L", { find: "harvest" }],
    ["1L", { term: "may", signal: "hedge" }],
  ])("%s, %j: every line once, in order", async (sort, raw) => {
    const pages = await listAll({ ...raw, sort, outlets: "deepwell-page" });
    expect(pages.map((page) => page.length)).toEqual([50, 50, 50, 50, 50, 9]);
    const lines = pages.flat();
    expect(new Set(lines.map((line) => `${line.articleId} ${line.anchor}`)).size).toBe(LINES);
    const days = lines.map((line) => line.publishedOn);
    if (sort === "oldest") expect(days).toEqual([...days].sort());
    if (sort === "newest") expect(days).toEqual([...days].sort().reverse());
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      if (!sort.endsWith("L") && next?.articleId === line.articleId)
        expect(next.start).toBeGreaterThan(line.start);
    }
  });

  test("refuses a cursor of another order", async () => {
    const { next } = await list({ find: "harvest" });
    for (const raw of [{ find: "harvest", sort: "1L" }, { term: "may" }]) {
      await expect(list({ ...raw, cursor: next ?? "" })).rejects.toMatchObject({
        code: "bad_parameter",
        field: "cursor",
      });
    }
  });
});

describe("readConcordanceQuery", () => {
  test.each<[RawParameters, string, string]>([
    [{ find: "—" }, "find", "find has no word in it at character 1."],
    [
      { find: "*" },
      "find",
      "find needs 2 letters or more before the * at character 1, or a whole word beside it.",
    ],
    [{ find: "dam", signal: "hedge" }, "signal", "signal can't be asked together with find."],
    [{ sort: "4L" }, "sort", "sort must be one of newest, oldest, 3L"],
    [{ n: "501" }, "n", "n must be a number from 1 to 500."],
    [{ seed: "a b" }, "seed", "seed must be 1 to 40 letters, digits or hyphens."],
    [{ voice: "loud" }, "voice", "voice must be one of"],
    [{ term: "a\0" }, "term", "term must be an entry of a lexicon, such as may."],
  ])("leaves %j out and says so", (raw, field, message) => {
    const { problems } = readConcordanceQuery(raw, SIGNALS);
    expect(problems).toEqual([{ field, message: expect.stringContaining(message) }]);
    expect(() => requireConcordanceQuery(raw, SIGNALS)).toThrow(message);
  });
});
