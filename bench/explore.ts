import { randomUUID } from "node:crypto";
import { SIGNALS } from "../analysis/signals/list.ts";
import { seededRandom } from "../analysis/statistics/random.ts";
import { type CopyRow, copyRows } from "../lib/database/copy.ts";
import type { CorpusDatabase } from "../lib/database/corpus-database.ts";
import { createCorpus, openCorpus } from "../lib/database/registry.ts";
import { COLUMNS } from "../lib/pipeline/encode.ts";
import { refreshRollups } from "../lib/pipeline/refresh.ts";
import { vacuumTables } from "../lib/pipeline/vacuum.ts";
import { cellsOf } from "../lib/queries/cells.ts";
import { resolveView } from "../lib/queries/resolve-view.ts";
import { type SumsQuery, sumsFromArticles, sumsFromRollups } from "../lib/queries/sums.ts";
import { readView } from "../lib/view/view.ts";
import { contest, printRatios } from "./contest.ts";

const ARTICLES = Number(process.env.BENCH_ARTICLES ?? 200_000);
const OUTLETS = 30;
const DAYS = 1095;
const ROUNDS = 40;
const NO_BYTES = Buffer.alloc(32);

interface Place {
  id: string;
  outlet: number;
  day: string;
}

function* places(): Generator<Place> {
  const random = seededRandom(7);
  for (let i = 0; i < ARTICLES; i++) {
    const day = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * DAYS)))
      .toISOString()
      .slice(0, 10);
    yield { id: randomUUID(), outlet: 1 + Math.floor(random() * OUTLETS), day };
  }
}

const CELLS = [
  ["headline", "outlet", 9],
  ["teaser", "outlet", 24],
  ["body", "outlet", 320],
  ["body", "quoted", 80],
  ["body", "reported", 60],
] as const;

const ARTICLE_COLUMNS = [
  "id",
  "bucket",
  "outlet_id",
  "published_on",
  "headline",
  "teaser",
  "body",
  "language",
  "import_id",
  "content_hash",
];

function* articleRows(all: readonly Place[]): Generator<CopyRow> {
  for (const { id, outlet, day } of all) {
    const bucket = Number.parseInt(id.slice(0, 2), 16);
    yield [id, bucket, outlet, day, "", "", "", "en", 1, NO_BYTES];
  }
}

function* wordRows(all: readonly Place[], random: () => number): Generator<CopyRow> {
  for (const { id, outlet, day } of all) {
    for (const [part, voice, mean] of CELLS) {
      const words = 1 + Math.floor(mean * (0.5 + random()));
      yield [outlet, day, "single", id, part, voice, words, 1];
    }
  }
}

function* hitRows(all: readonly Place[], random: () => number): Generator<CopyRow> {
  for (const { id, outlet, day } of all) {
    for (const signal of SIGNALS.filter(() => random() < 0.7)) {
      const label = signal.labels[0]?.id ?? "";
      const hits = 1 + Math.floor(3 * random());
      yield [outlet, day, "single", id, signal.id, label, "body", "outlet", hits, random()];
    }
  }
}

const DUE_COLUMNS = ["article_id", "token", "outlet_id", "day"];

function* dueRows(all: readonly Place[]): Generator<CopyRow> {
  for (const { id, outlet, day } of all) yield [id, randomUUID(), outlet, day];
}

/** Article rows without text, with the words and hits that an analysis of them would have left. */
async function fill(corpus: CorpusDatabase): Promise<void> {
  const random = seededRandom(11);
  const all = [...places()];
  await corpus.pool.query(
    "INSERT INTO outlet (id, name, name_folded, slug, domains) SELECT i, 'Outlet ' || i, 'outlet ' || i, 'outlet-' || i, '{}' FROM generate_series(1, $1::int) AS i",
    [OUTLETS],
  );
  const into = async (table: string, columns: readonly string[], rows: Iterable<CopyRow>) => {
    const client = await corpus.pool.connect();
    try {
      await copyRows(client, table, columns, rows);
    } finally {
      client.release();
    }
  };
  await into("article", ARTICLE_COLUMNS, articleRows(all));
  // In this order: words and hits draw on the same random numbers.
  await into("article_words", COLUMNS.article_words, wordRows(all, random));
  await into("article_hits", COLUMNS.article_hits, hitRows(all, random));
  await into("rollup_due", DUE_COLUMNS, dueRows(all));
}

/** The default Explore query from rollups against the same from the articles' rows. */
export async function benchExplore(): Promise<void> {
  const corpus = await openCorpus(await createCorpus({ title: "Bench", slug: "bench-explore" }));
  await fill(corpus);
  await refreshRollups(corpus);
  await vacuumTables(corpus);
  const { view } = readView({}, SIGNALS, { signals: ["scare_quote"] });
  const resolved = await resolveView(corpus, view);
  if (resolved.to === null) throw new Error("The benchmark's corpus is empty.");
  const query: SumsQuery = {
    cells: cellsOf(view),
    outletIds: resolved.outlets.map((outlet) => outlet.id),
    periodStarts: resolved.periods.map((period) => period.start),
    to: resolved.to,
    labels: resolved.labels,
  };
  const results = await contest(
    [
      { name: "from rollups", run: () => sumsFromRollups(corpus.pool, query) },
      { name: "from the articles' rows", run: () => sumsFromArticles(corpus.pool, query) },
      {
        name: "the view resolved (outlets, range, granularity)",
        run: () => resolveView(corpus, view),
      },
    ],
    { rounds: ROUNDS },
  );
  printRatios(
    `Explore, ${ARTICLES.toLocaleString("en")} articles, ${OUTLETS} outlets, 3 years by ${resolved.granularity}`,
    results,
    ({ median, p95 }) => `p50 ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  );
}
