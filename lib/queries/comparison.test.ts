import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { adjustPValues } from "../../analysis/statistics/multiple-testing.ts";
import { rateSums, rateWithInterval } from "../../analysis/statistics/rate.ts";
import {
  type PairedCounts,
  pairedRateRatio,
  rateRatio,
} from "../../analysis/statistics/rate-ratio.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { importInvented } from "../search/test-corpus.ts";
import { type RawParameters, requireView } from "../view/view.ts";
import { getAttributionVerbs } from "./attribution-verbs.ts";
import { getComparison } from "./comparison.ts";
import { COMPARED } from "./comparison-for-test.ts";
import { getHeadlineAgainstBody } from "./headline-body.ts";
import { requireResolvedView } from "./resolve-view.ts";

let corpus: CorpusDatabase;
let server: TestServer;

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await importInvented(corpus, COMPARED);
});
afterAll(() => server.drop());

const EVERY = ["scare_quote", "hedge", "loaded_term", "attribution"];
const resolve = (raw: RawParameters) =>
  requireResolvedView(corpus, requireView(raw, SIGNALS, { signals: EVERY }));
const TWO = "aldmere-post,brackwater-news";

interface PlainCount {
  outlet: string;
  part: string;
  x: number;
  y: number;
}

/** Words and hedges in the outlet's own voice, an article and part a row. */
async function countPlainly(): Promise<(PlainCount & { id: string })[]> {
  const { rows } = await corpus.pool.query(
    `SELECT w.article_id AS id, o.slug AS outlet, w.part, w.words::float8 AS x, coalesce(h.hits, 0)::float8 AS y
     FROM article_words AS w JOIN outlet AS o ON o.id = w.outlet_id LEFT JOIN (
       SELECT article_id, part, sum(hits) AS hits FROM article_hits
       WHERE signal = 'hedge' AND voice = 'outlet' GROUP BY 1, 2) AS h USING (article_id, part)
     WHERE w.voice = 'outlet' AND w.words > 0`,
  );
  return rows;
}

/** The same, an article a row. */
async function wholeArticles(slug: string): Promise<{ x: number; y: number }[]> {
  const articles = new Map<string, { x: number; y: number }>();
  for (const { id, outlet, x, y } of await countPlainly()) {
    if (outlet !== slug) continue;
    const sum = articles.get(id) ?? { x: 0, y: 0 };
    articles.set(id, { x: sum.x + x, y: sum.y + y });
  }
  return [...articles.values()];
}

describe("getComparison", () => {
  test("sets the first outlet against the second, with the rates and the ratio of a plain count", async () => {
    const { signals, reference } = await getComparison(
      corpus,
      await resolve({ outlets: TWO }),
      null,
    );
    expect(reference.slug).toBe("brackwater-news");
    const a = rateSums(await wholeArticles("aldmere-post"));
    const b = rateSums(await wholeArticles("brackwater-news"));
    const [ofA, ofB] = signals.find(({ signal }) => signal === "hedge")?.outlets ?? [];
    const rate = rateWithInterval(a);
    expect(ofA?.measure).toMatchObject({ articles: 24, words: a.x, hits: a.y, rate: rate?.rate });
    expect(ofA?.measure.rateLow).toBeCloseTo(rate?.low ?? 0, 9);
    const ratio = rateRatio(a, b);
    expect(ofA?.ratio?.ratio).toBeCloseTo(ratio?.ratio ?? 0, 9);
    expect(ofA?.ratio?.low).toBeCloseTo(ratio?.low ?? 0, 9);
    expect(ofA?.verdict).toBe("more_often");
    expect(ofB).toMatchObject({ ratio: null, verdict: null });
  });

  test("adjusts p over every ratio there is", async () => {
    const { signals, tests } = await getComparison(corpus, await resolve({ outlets: TWO }), null);
    const ratios = signals.flatMap(({ outlets }) => outlets.map(({ ratio }) => ratio));
    const raw = ratios.map((ratio) => ratio?.p ?? null);
    expect(ratios.map((ratio) => ratio?.pAdjusted ?? null)).toEqual(adjustPValues(raw));
    expect(tests).toBe(raw.filter((p) => p !== null).length);
  });

  test("follows the order asked for, and the reference named", async () => {
    const turned = await resolve({ outlets: "brackwater-news,aldmere-post" });
    expect((await getComparison(corpus, turned, null)).reference.slug).toBe("aldmere-post");
    const named = await getComparison(corpus, turned, "brackwater-news");
    expect(named.reference.slug).toBe("brackwater-news");
    await expect(getComparison(corpus, turned, "nobody")).rejects.toThrow(/reference/);
  });

  test("compares nothing with a thin outlet, and has words where there is no hit", async () => {
    const { signals } = await getComparison(corpus, await resolve({}), "aldmere-post");
    const verdicts = Object.fromEntries(
      signals.map(({ signal, outlets }) => [signal, outlets.map(({ verdict }) => verdict)]),
    );
    expect(verdicts.hedge).toEqual([null, "less_often", "too_few_articles"]);
    expect(verdicts.scare_quote).toEqual([null, "no_ratio", "too_few_articles"]);
    await expect(
      resolve({ outlets: "aldmere-post" }).then((one) => getComparison(corpus, one, null)),
    ).rejects.toThrow(/two to six/);
  });
});

describe("getHeadlineAgainstBody", () => {
  test("has the paired ratio of a plain count, and leaves thin outlets without one", async () => {
    const { signals, tests } = await getHeadlineAgainstBody(corpus, await resolve({}));
    const hedges = signals.find(({ signal }) => signal === "hedge")?.outlets ?? [];
    const pairs = new Map<string, PairedCounts>();
    for (const { id, outlet, part, x, y } of await countPlainly()) {
      if (outlet !== "aldmere-post") continue;
      const pair = pairs.get(id) ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
      pairs.set(id, part === "headline" ? { ...pair, x1: x, y1: y } : { ...pair, x2: x, y2: y });
    }
    const expected = pairedRateRatio([...pairs.values()]);
    expect(expected).not.toBeNull();
    expect(hedges[0]).toMatchObject({ articles: 24, headline: { hits: 12 } });
    expect(hedges[0]?.ratio?.ratio).toBeCloseTo(expected?.ratio ?? 0, 9);
    expect(hedges[0]?.ratio?.logError).toBeCloseTo(expected?.logError ?? 0, 9);
    expect(hedges[2]).toMatchObject({ articles: 3, ratio: null, verdict: "too_few_articles" });
    expect(tests).toBe(2);
  });

  test("is the same whatever part the view asks for, and empty without a range", async () => {
    const whole = await getHeadlineAgainstBody(corpus, await resolve({ outlets: TWO }));
    const body = await resolve({
      outlets: TWO,
      part: "body",
      from: "2031-03-01",
      to: "2031-03-31",
    });
    expect(await getHeadlineAgainstBody(corpus, body)).toEqual(whole);
    const none = await getHeadlineAgainstBody(corpus, { ...body, from: null, to: null });
    expect(none.tests).toBe(0);
  });
});

describe("getAttributionVerbs", () => {
  test("counts each stance, all of them adding up to the signal's hits", async () => {
    const resolved = await resolve({ outlets: TWO });
    const { outlets } = await getAttributionVerbs(corpus, resolved);
    const { signals } = await getComparison(corpus, resolved, null);
    const hits = signals.find(({ signal }) => signal === "attribution")?.outlets ?? [];
    expect(outlets.map(({ attributions }) => attributions)).toEqual(
      hits.map(({ measure }) => measure.hits),
    );
    const doubting = outlets[0]?.stances.find(({ label }) => label === "doubting");
    expect(doubting).toEqual({
      label: "doubting",
      hits: 6,
      share: 6 / (outlets[0]?.attributions ?? 1),
    });
  });

  test("names the sources with the verbs that each outlet gives them, pronouns left out", async () => {
    const { sources, read } = await getAttributionVerbs(corpus, await resolve({ outlets: TWO }));
    expect(sources.map(({ source }) => source)).toEqual(["The harbour master"]);
    expect(sources[0]?.outlets[0]).toMatchObject({
      attributions: 24,
      verbs: [
        { term: "say", hits: 12 },
        { term: "claim", hits: 6 },
        { term: "warn", hits: 6 },
      ],
    });
    expect(read.map(({ articles, total }) => [articles, total])).toEqual([
      [24, 24],
      [24, 24],
    ]);
  });
});
