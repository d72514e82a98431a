import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SIGNALS } from "../../analysis/signals/list.ts";
import { dispersion } from "../../analysis/statistics/dispersion.ts";
import { keyness } from "../../analysis/statistics/keyness.ts";
import { rateSums } from "../../analysis/statistics/rate.ts";
import { rateRatio } from "../../analysis/statistics/rate-ratio.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { prepareExport } from "../export/exports.ts";
import { requireResolvedView } from "../queries/resolve-view.ts";
import { type InventedArticle, importInvented } from "../search/test-corpus.ts";
import { type RawParameters, requireView } from "../view/view.ts";
import { compareTerms } from "./compare-terms.ts";
import { selectionOf } from "./selection.ts";

let corpus: CorpusDatabase;
let server: TestServer;

const FILLER = ["bridge", "mayor", "council", "budget", "school", "harbour", "market", "road"];

/** Twelve articles an outlet: Aldmere writes "regime" two to four times in each, Brackwater "government" and "regime" once in three. */
const ARTICLES: InventedArticle[] = Array.from({ length: 24 }, (_, n) => {
  const aldmere = n < 12;
  const words = Array.from({ length: 30 }, (_, i) => FILLER[(i * 3 + n) % FILLER.length]);
  const rare = n % 3 === 0 ? "regime" : "calm";
  const own = aldmere
    ? `${"regime ".repeat(2 + (n % 3))}government`
    : `government government government ${rare}`;
  return {
    outlet: aldmere ? "Aldmere Post" : "Brackwater News",
    date: `2031-01-${String((n % 12) + 1).padStart(2, "0")}`,
    title: `Day ${n}`,
    text: `The ${words.join(" ")} ${own} the. ${aldmere ? "Zebra zebra." : ""} He said: "The quagga came, and the quagga went away again."`,
  };
});

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await importInvented(corpus, ARTICLES);
});
afterAll(() => server.drop());

async function compare(raw: RawParameters = {}) {
  const resolved = await requireResolvedView(
    corpus,
    requireView(raw, SIGNALS, { signals: ["hedge"] }),
  );
  const ids = Object.fromEntries(resolved.outlets.map((outlet) => [outlet.slug, outlet.id]));
  const side = (slug: string) => selectionOf(resolved, [ids[slug] ?? 0]);
  const [a, b] = [side("aldmere-post"), side("brackwater-news")];
  if (!a || !b) throw new Error("The view has no article");
  return compareTerms(corpus, { a, b });
}

const tokensOf = ({ title, text }: InventedArticle) =>
  `${title} ${text}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Words and hits of an outlet's articles, counted in plain code. */
const countPlainly = (outlet: string, term: string) =>
  ARTICLES.filter((article) => article.outlet === outlet).map((article) => ({
    x: tokensOf(article).length,
    y: tokensOf(article).filter((word) => word === term).length,
  }));

describe("compareTerms", () => {
  test.each(["regime", "government", "the", "bridge", "quagga"])(
    "agrees with a plain count for %s",
    async (term) => {
      const { terms, a, b } = await compare({ voice: "all" });
      const [plainA, plainB] = [
        countPlainly("Aldmere Post", term),
        countPlainly("Brackwater News", term),
      ];
      const [sumsA, sumsB] = [rateSums(plainA), rateSums(plainB)];
      expect(a).toEqual({ articles: 12, words: sumsA.x, total: 12 });
      expect(b).toEqual({ articles: 12, words: sumsB.x, total: 12 });
      const found = terms.find((each) => each.term === term);
      expect(found?.a).toMatchObject({
        count: sumsA.y,
        articles: plainA.filter(({ y }) => y > 0).length,
      });
      expect(found?.a.dp).toBeCloseTo(dispersion(plainA)?.dp ?? Number.NaN, 12);
      expect(found?.b.dp).toBeCloseTo(dispersion(plainB)?.dp ?? Number.NaN, 12);
      expect(found).toMatchObject(keyness(sumsA.y, sumsB.y, sumsA.x, sumsB.x) ?? {});
      const ratio = rateRatio(sumsA, sumsB);
      if (ratio) expect(found?.ratio).toMatchObject(ratio);
      else expect(found?.ratio).toBeNull();
    },
  );

  test("finds the terms that were built in, by log ratio, and those of one side alone apart", async () => {
    const { apart, only, tests, terms, thin } = await compare();
    expect(thin).toBe(false);
    expect(apart[0]?.term).toBe("regime");
    expect(apart.at(-1)?.term).toBe("government");
    expect(apart.map((term) => term.logRatio)).toEqual(
      apart.map((term) => term.logRatio).sort((x, y) => y - x),
    );
    for (const { ratio } of apart) expect(ratio?.pAdjusted).toBeLessThanOrEqual(0.05);
    expect(only.a.map((term) => term.term)).toEqual(["zebra"]);
    expect(only.b.map((term) => term.term)).toEqual(["calm"]);
    expect(terms.filter((term) => term.ratio).length).toBe(tests);
    // "Day 3" is one article's: too rare to be considered.
    expect(terms.map((term) => term.term)).not.toContain("3");
    expect(terms.map((term) => term.term)).toEqual(terms.map((term) => term.term).sort());
  });

  test("counts the words of one voice or part as article_words does", async () => {
    const filters: RawParameters[] = [
      { voice: "quoted" },
      { voice: "outlet" },
      { part: "headline", voice: "all" },
      { part: "body", voice: "outlet", from: "2031-01-03", to: "2031-01-09", granularity: "day" },
    ];
    for (const raw of filters) {
      const { a, terms } = await compare(raw);
      const { rows } = await corpus.pool.query(
        `SELECT sum(words)::int AS words, count(DISTINCT article_id)::int AS articles FROM article_words AS w
           JOIN outlet AS o ON o.id = w.outlet_id WHERE o.slug = 'aldmere-post'
           AND $1 IN (voice, 'all') AND $2 IN (part, 'all') AND published_on BETWEEN $3 AND $4`,
        [raw.voice, raw.part ?? "all", raw.from ?? "2031-01-01", raw.to ?? "2031-12-31"],
      );
      expect(a).toMatchObject(rows[0]);
      if (raw.voice === "quoted")
        expect(terms.find((term) => term.term === "quagga")?.a.count).toBe(24);
      if (raw.voice === "outlet") expect(terms.map((term) => term.term)).not.toContain("quagga");
    }
  });

  test("tests nothing where a side is thin", async () => {
    const { thin, apart, tests } = await compare({
      from: "2031-01-01",
      to: "2031-01-04",
      granularity: "day",
    });
    expect({ thin, apart, tests }).toEqual({ thin: true, apart: [], tests: 0 });
  });
});

describe("terms.csv", () => {
  async function rowsOf(raw: RawParameters): Promise<string[][]> {
    const { lines } = await prepareExport(corpus, "terms", raw);
    const text: string[] = [];
    for await (const line of lines) text.push(line);
    return text
      .join("")
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
  }

  test("holds every term considered, by name, with the columns as documented", async () => {
    const rows = await rowsOf({ outlets: "aldmere-post,brackwater-news" });
    const { terms, a, b } = await compare();
    expect(rows[0]?.join()).toBe(
      "term,a_count,a_words,a_articles,a_dp,b_count,b_words,b_articles,b_dp,g2,log_ratio,percent_diff,bic,log_odds_z,p_adjusted",
    );
    expect(rows.slice(1).map((row) => row[0])).toEqual(terms.map((term) => term.term));
    const regime = rows.find((row) => row[0] === "regime");
    expect(regime?.slice(1, 4)).toEqual(["36", String(a.words), "12"]);
    expect(regime?.slice(5, 8)).toEqual(["4", String(b.words), "4"]);
    expect(rows.find((row) => row[0] === "zebra")?.at(-1)).toBe("");
  });

  test("a is the outlet named first; the other way round is another file", async () => {
    const there = { outlets: "aldmere-post,brackwater-news" };
    const back = { outlets: "brackwater-news,aldmere-post" };
    const turned = (await rowsOf(back)).find((row) => row[0] === "regime");
    expect(turned?.[1]).toBe("4");
    const names = await Promise.all(
      [there, back].map(async (raw) => (await prepareExport(corpus, "terms", raw)).fileName),
    );
    expect(names[0]).not.toBe(names[1]);
  });

  test.each<RawParameters>([{ outlets: "aldmere-post" }])("refuses %j", async (raw) => {
    await expect(prepareExport(corpus, "terms", raw)).rejects.toMatchObject({
      code: "bad_parameter",
      field: "outlets",
    });
  });
});
