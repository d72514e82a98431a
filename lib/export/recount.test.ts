import { createReadStream } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { rateSums, rateWithInterval } from "../../analysis/statistics/rate.ts";
import { shareWithInterval } from "../../analysis/statistics/share.ts";
import { projectRoot } from "../config.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus } from "../database/test-database.ts";
import { FramescopeError } from "../errors.ts";
import { importFile } from "../import/run.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { cellsOf } from "../queries/cells.ts";
import { requireResolvedView } from "../queries/resolve-view.ts";
import { sumsFromArticles, sumsFromRollups } from "../queries/sums.ts";
import { type RawParameters, requireView } from "../view/view.ts";
import { prepareExport } from "./exports.ts";

let corpus: CorpusDatabase;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await createTestCorpus();
  corpus = made.corpus;
  drop = made.server.drop;
  const file = path.join(projectRoot(), "lib/sample/articles.jsonl");
  await importFile(corpus, {
    name: "articles.jsonl",
    size: null,
    open: () => createReadStream(file),
  });
  await analyseDue(corpus);
}, 180_000);
afterAll(() => drop());

type Row = Record<string, string>;

async function rowsOf(what: string, parameters: RawParameters): Promise<Row[]> {
  let text = "";
  for await (const line of (await prepareExport(corpus, what, parameters)).lines) text += line;
  return parse(text, { columns: true });
}

const PARTS = ["headline", "teaser", "body"];
const VOICES = ["outlet", "quoted", "reported"];

/** Words and hits of one article in the cells that a row of metrics.csv stands for. */
function countArticle(article: Row, flags: readonly Row[], row: Row) {
  const kept =
    row.duplicates === "all" ||
    article.dup_class === "single" ||
    (row.duplicates === "first" && article.dup_class === "first");
  const parts = (row.part === "all" ? PARTS : [row.part]).filter(
    (part) => kept || part === "headline",
  );
  const voices = row.voice === "all" ? VOICES : [row.voice];
  let x = 0;
  for (const part of parts)
    for (const voice of voices) x += Number(article[`words_${part}_${voice}`]);
  const y = flags.filter(
    (flag) =>
      flag.signal === row.signal &&
      (row.label === "all" || flag.label === row.label) &&
      parts.includes(flag.part) &&
      voices.includes(flag.voice),
  ).length;
  return { x, y };
}

/** Counts a row of metrics.csv again from articles.csv and flags.csv. */
function recount(row: Row, articles: readonly Row[], flagsOf: ReadonlyMap<string, Row[]>) {
  const counted = articles
    .filter((article) => article.counted === "true" && article.outlet === row.outlet)
    .filter(
      ({ published_on: day = "" }) =>
        day >= (row.period_start ?? "") && day <= (row.period_end ?? ""),
    )
    .map((article) => countArticle(article, flagsOf.get(article.article_id ?? "") ?? [], row))
    .filter(({ x }) => x > 0);
  const sums = rateSums(counted);
  const withHit = counted.filter(({ y }) => y > 0).length;
  return {
    sums,
    withHit,
    rate: rateWithInterval(sums),
    share: shareWithInterval(withHit, counted.length),
  };
}

const cell = (value: number | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

const VIEWS: RawParameters[] = [
  {},
  { signal: "all", granularity: "week" },
  { signal: "hedge", voice: "all", part: "body", granularity: "quarter" },
  { signal: "scare_quote", label: "all", duplicates: "first" },
  { signal: "loaded_term", part: "headline", duplicates: "none" },
  {
    signal: "attribution",
    voice: "reported",
    granularity: "month",
    from: "2025-02-10",
    to: "2025-05-02",
  },
  {
    signal: "loaded_term,hedge",
    label: "strong",
    part: "all",
    duplicates: "none",
    granularity: "month",
  },
  { signal: "hedge", voice: "all", part: "teaser", granularity: "year" },
];

describe("metrics.csv", () => {
  it.each(VIEWS)(
    "is counted again from articles.csv and flags.csv of the same view: %o",
    async (view) => {
      const [metrics, articles, flags] = await Promise.all([
        rowsOf("metrics", { ...view, signal: view.signal ?? "scare_quote" }),
        rowsOf("articles", view),
        rowsOf("flags", { ...view, signal: view.signal ?? "scare_quote" }),
      ]);
      const flagsOf = new Map<string, Row[]>();
      for (const flag of flags) {
        const list = flagsOf.get(flag.article_id ?? "") ?? [];
        list.push(flag);
        flagsOf.set(flag.article_id ?? "", list);
      }
      expect(metrics.length).toBeGreaterThan(5);
      for (const row of metrics) {
        const { sums, withHit, rate, share } = recount(row, articles, flagsOf);
        expect(row).toMatchObject({
          articles: String(sums.n),
          articles_with_hit: String(withHit),
          words: String(sums.x),
          hits: String(sums.y),
          rate_per_1000_words: cell(rate?.rate),
          ci_low: cell(rate?.low),
          ci_high: cell(rate?.high),
          share_of_articles: cell(share?.share),
        });
      }
      expect(metrics.some((row) => Number(row.hits) > 0)).toBe(true);
    },
  );

  it("has every period of the range for every outlet, with no_articles for the month of the gap", async () => {
    const rows = await rowsOf("metrics", { granularity: "month" });
    const outlets = new Set(rows.map((row) => row.outlet));
    expect(outlets.size).toBe(6);
    expect(rows).toHaveLength(6 * 7);
    const gaps = rows.filter((row) => row.status === "no_articles");
    expect(
      gaps.map((row) => [row.outlet, row.period_start, row.hits, row.rate_per_1000_words]),
    ).toEqual([["The Harbour Gazette", "2025-04-01", "0", ""]]);
  });

  it("gives the same sums from rollups as from the articles' own rows", async () => {
    for (const duplicates of ["all", "first", "none"]) {
      const view = requireView({ signal: "all", duplicates, granularity: "week" }, SIGNALS, {
        signals: [],
      });
      const resolved = await requireResolvedView(corpus, view);
      const query = {
        cells: cellsOf(view),
        outletIds: resolved.outlets.map((outlet) => outlet.id),
        periodStarts: resolved.periods.map((period) => period.start),
        to: resolved.to ?? "",
        labels: resolved.labels,
      };
      const sorted = (sums: Awaited<ReturnType<typeof sumsFromRollups>>) => ({
        words: sums.words.sort((a, b) => a.outletId - b.outletId || a.period - b.period),
        hits: sums.hits.sort(
          (a, b) =>
            a.outletId - b.outletId || a.period - b.period || a.signal.localeCompare(b.signal),
        ),
      });
      expect(sorted(await sumsFromRollups(corpus.pool, query))).toEqual(
        sorted(await sumsFromArticles(corpus.pool, query)),
      );
    }
  });
});

describe("a bad parameter", () => {
  it.each([
    [{ granularity: "banana" }, "granularity", "auto, day, week, month, quarter, year"],
    [{ outlets: "nobody" }, "outlets", "nobody"],
    [{ from: "2025-02-30" }, "from", "date such as"],
    [{ from: "2025-03-01", to: "2025-02-01" }, "to", "before from"],
    [{ signal: "bias" }, "signal", "scare_quote"],
    [{ label: "modal" }, "label", "none of the signals"],
    [{ colour: "red" }, "colour", "not a parameter"],
    [{ codebook: "00000000" }, "codebook", "not the live one"],
  ])("%o is refused by its name and what is allowed", async (parameters, field, words) => {
    const error = await prepareExport(corpus, "metrics", parameters).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(FramescopeError);
    expect(error).toMatchObject({ field });
    expect((error as Error).message).toContain(words);
  });
});
