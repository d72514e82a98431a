import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signalsOf } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { createTestCorpus, type TestServer } from "../database/test-database.ts";
import { prepareExport } from "../export/exports.ts";
import { analyseDue } from "../pipeline/analyse-all.ts";
import { countDue } from "../pipeline/due.ts";
import { readRollups, recountAll } from "../pipeline/test-recount.ts";
import { listArticles } from "../queries/article-list.ts";
import { readArticleListQuery } from "../queries/article-list-query.ts";
import { listLines } from "../queries/concordance.ts";
import { requireConcordanceQuery } from "../queries/concordance-query.ts";
import { getMetrics } from "../queries/metrics.ts";
import { requireResolvedView } from "../queries/resolve-view.ts";
import { importInvented } from "../search/test-corpus.ts";
import { type RawParameters, readView, requireView } from "../view/view.ts";
import { readDictionary } from "./dictionary/dictionary.ts";
import { toLexicon } from "./dictionary/to-lexicon.ts";
import { readShippedCodebook } from "./files.ts";
import { importLexicon, removeLexicon } from "./import-dictionary.ts";
import { listEntries, readEntryQuery } from "./list-entries.ts";
import { liveHash, readCodebookFiles } from "./live.ts";
import { liveSignals } from "./live-signals.ts";
import { changeCodebook, publishCodebook, publishShippedCodebook } from "./publish.ts";
import { userLexiconsOf, withLexicon, withUserLexicons } from "./user-files.ts";

let corpus: CorpusDatabase;
let server: TestServer;

const YAML = "water: [flood*, river, river bank]\nloss: [lost, the lost, '*less']\nlake: river\n";

/** Imports a dictionary as the command does. */
function importYaml(text: string, title: string) {
  const { lexicon } = toLexicon(readDictionary("own.yml", Buffer.from(text), "own"), { title });
  return changeCodebook(corpus, (files) => withLexicon(files, lexicon));
}

async function rowsOf(what: string, parameters: RawParameters): Promise<Record<string, string>[]> {
  let text = "";
  for await (const line of (await prepareExport(corpus, what, parameters)).lines) text += line;
  return parse(text, { columns: true });
}

beforeAll(async () => {
  ({ corpus, server } = await createTestCorpus());
  await importInvented(corpus, [
    {
      outlet: "Aldmere Post",
      date: "2031-01-01",
      title: "River may rise",
      text: "The flood left the river bank. “All is lost,” said the mayor. Homeless, the lost left.",
    },
    { outlet: "Aldmere Post", date: "2031-02-01", title: "Sun", text: "A dog slept all day." },
    {
      outlet: "Brackwater News",
      date: "2031-01-03",
      title: "Rain",
      text: "Floods may come, perhaps.",
    },
  ]);
  await importYaml(YAML, "Own words");
  await analyseDue(corpus);
});
afterAll(() => server.drop());

describe("an imported dictionary", () => {
  it("is a signal of the corpus, with its categories as labels", async () => {
    const own = (await liveSignals(corpus)).at(-1);
    expect(own).toMatchObject({ id: "user_own_words", title: "Own words", defaultLabel: "all" });
    expect(own?.labels.map(({ id }) => id)).toEqual(["water", "loss", "lake"]);
  });

  it("is exported flag by flag, with label, entry and voice", async () => {
    const flags = await rowsOf("flags", { signal: "user_own_words", voice: "all" });
    expect(flags.map((row) => [row.text, row.label, row.term, row.voice, row.evidence])).toEqual([
      ["River", "lake", "river", "outlet", "entry"],
      ["River", "water", "river", "outlet", "entry"],
      ["flood", "water", "flood*", "outlet", "entry"],
      ["river", "lake", "river", "outlet", "entry"],
      ["river bank", "water", "river bank", "outlet", "entry"],
      ["lost", "loss", "lost", "quoted", "entry"],
      ["Homeless", "loss", "*less", "outlet", "entry"],
      ["the lost", "loss", "the lost", "outlet", "entry"],
      ["Floods", "water", "flood*", "outlet", "entry"],
    ]);
  });

  it("is charted, by all labels or one, from rollups that equal a recount", async () => {
    const hits = async (raw: RawParameters) => {
      const known = await liveSignals(corpus);
      const view = requireView({ granularity: "year", ...raw }, known, { signals: [] });
      const [metrics] = await getMetrics(corpus, await requireResolvedView(corpus, view));
      return metrics?.series.map(({ outlet, total }) => [outlet.slug, total.hits, total.words]);
    };
    // The headline's 3 words, 6, then Homeless, the lost left: what the mayor said is not the outlet's.
    const own = await hits({ signal: "user_own_words" });
    expect(own?.map(([slug, count]) => [slug, count])).toEqual([
      ["aldmere-post", 7],
      ["brackwater-news", 1],
    ]);
    const lost = await hits({ signal: "user_own_words", label: "loss", voice: "all" });
    expect(lost?.map(([slug, count]) => [slug, count])).toEqual([
      ["aldmere-post", 3],
      ["brackwater-news", 0],
    ]);
    expect(await readRollups(corpus.pool)).toEqual(
      await recountAll(corpus.pool, ["scare_quote distanced"]),
    );
  });

  it("has its columns in article_metrics and its articles in lists and lines", async () => {
    const [first] = await rowsOf("article_metrics", { outlets: "aldmere-post" });
    expect(first?.hits_user_own_words_outlet).toBe("7");
    const known = await liveSignals(corpus);
    const { query, problems } = readArticleListQuery({ signal: "user_own_words" }, known);
    expect(problems).toEqual([]);
    const { rows, facets } = await listArticles(corpus, { ...query, sort: "user_own_words" });
    expect(rows.map(({ headline, hits }) => [headline, hits?.user_own_words])).toEqual([
      ["River may rise", 7],
      ["Rain", 1],
    ]);
    expect(facets.signals.values.at(-1)).toEqual({ value: "user_own_words", articles: 2 });
    const lines = requireConcordanceQuery({ signal: "user_own_words", term: "flood*" }, known);
    expect((await listLines(corpus, lines)).lines.map(({ match }) => match)).toEqual([
      "Floods",
      "flood",
    ]);
  });

  it("is listed entry by entry, with the articles that hold each", async () => {
    const { query } = readEntryQuery({ lexicon: "user_own_words", find: "flood" });
    expect((await listEntries(corpus, query)).rows).toMatchObject([
      { term: "flood*", label: "water", signal: "user_own_words", articles: 2 },
    ]);
  });

  it("leaves the numbers of built-in signals as they are", async () => {
    const { rows } = await corpus.pool.query(
      "SELECT sum(hits)::int AS hits FROM article_hits WHERE signal = 'hedge'",
    );
    expect(rows).toEqual([{ hits: 3 }]);
  });
});

describe("a link to a dictionary that is not live", () => {
  it("is words on a page and an error elsewhere, never a crash", async () => {
    const known = await liveSignals(corpus);
    const raw = { signal: "user_gone" };
    const { view, problems } = readView(raw, known, { signals: ["hedge"] });
    expect(view.signals).toEqual(["hedge"]);
    expect(problems).toEqual([
      {
        field: "signal",
        message: `signal must be all, or a comma list of ${known.map(({ id }) => id).join(", ")} (user_... names a lexicon that was imported into the live codebook).`,
      },
    ]);
    await expect(prepareExport(corpus, "flags", raw)).rejects.toMatchObject({
      code: "bad_parameter",
      field: "signal",
    });
  });
});

describe("changing the codebook", () => {
  it("replaces a dictionary of the same slug, and makes the articles due", async () => {
    const { before, after } = await importYaml("water: [flood]\n", "Own words");
    expect(after).not.toBe(before);
    expect(await countDue(corpus)).toBe(3);
    expect(await importYaml("water: [flood]\n", "Own words")).toEqual({ before: after, after });
    const files = await readCodebookFiles(corpus, after);
    expect(userLexiconsOf(files).map(({ entries }) => entries.length)).toEqual([1]);
  });

  it("keeps what is known of a dictionary that is imported again, unless it is said anew", async () => {
    const again = (said: { licence?: string; title?: string }) => {
      const wishes = { slug: "own_words", ...said };
      const dictionary = readDictionary("other.yml", Buffer.from("water: [flood]\n"), "own");
      return importLexicon(corpus, toLexicon(dictionary, wishes), wishes);
    };
    const { lexicon } = await again({ licence: "CC0" });
    expect(lexicon).toMatchObject({ title: "Own words", source: "own.yml", licence: "CC0" });
    expect((await again({ title: "Waters" })).lexicon).toMatchObject({
      title: "Waters",
      licence: "CC0",
    });
    await expect(removeLexicon(corpus, "gone")).rejects.toMatchObject({
      code: "not_found",
      message: "The live codebook has no dictionary gone: known are own_words.",
    });
    await removeLexicon(corpus, "own_words");
    await importYaml("water: [flood]\n", "Own words");
  });

  it("keeps dictionaries beside each other, in one order whichever came first", async () => {
    const both = (await importYaml("fire: [burn*]\n", "Fire")).after;
    await changeCodebook(corpus, (files) => withUserLexicons(files, []));
    await importYaml("fire: [burn*]\n", "Fire");
    expect((await importYaml("water: [flood]\n", "Own words")).after).toBe(both);
    expect((await liveSignals(corpus)).slice(-2).map(({ id }) => id)).toEqual([
      "user_fire",
      "user_own_words",
    ]);
  });

  it("goes back to the shipped codebook when the last one is taken out", async () => {
    const { after } = await changeCodebook(corpus, (files) => withUserLexicons(files, []));
    expect(after).toBe(readShippedCodebook().hash);
    const { rows } = await corpus.pool.query("SELECT shipped FROM codebook WHERE live");
    expect(rows).toEqual([{ shipped: true }]);
    await analyseDue(corpus);
    const left = await corpus.pool.query("SELECT FROM flag WHERE starts_with(signal, 'user_')");
    expect(left.rowCount).toBe(0);
  });

  it("carries dictionaries over to the codebook of another release", async () => {
    const { files } = readShippedCodebook();
    const older = { ...files, "rule-lists.csv": `${files["rule-lists.csv"]}zz_old,zzword\n` };
    await publishCodebook(corpus, older, { shipped: true });
    await importYaml(YAML, "Own words");
    await publishShippedCodebook(corpus);
    const live = await readCodebookFiles(corpus, await liveHash(corpus));
    expect(live["rule-lists.csv"]).toBe(files["rule-lists.csv"]);
    expect(userLexiconsOf(live).map(({ slug }) => slug)).toEqual(["own_words"]);
  });

  it("leaves built-in files alone that a user has changed", async () => {
    const { files } = readShippedCodebook();
    const own = { ...files, "rule-lists.csv": `${files["rule-lists.csv"]}zz_own,zzword\n` };
    await publishCodebook(corpus, own, { shipped: false });
    const { after } = await importYaml(YAML, "Own words");
    await publishShippedCodebook(corpus);
    expect(await liveHash(corpus)).toBe(after);
  });
});

it("signals of a codebook and of its files are the same", async () => {
  const { files } = readShippedCodebook();
  const { lexicon } = toLexicon(readDictionary("own.yml", Buffer.from(YAML), "own"), {});
  const read = userLexiconsOf(withLexicon(files, lexicon));
  expect(read).toEqual([lexicon]);
  expect(signalsOf({ userLexicons: read }).at(-1)?.id).toBe("user_own");
});
