import { randomUUID } from "node:crypto";
import { SIGNALS } from "../analysis/signals/list.ts";
import { seededRandom } from "../analysis/statistics/random.ts";
import { copyRows } from "../lib/database/copy.ts";
import type { CorpusDatabase } from "../lib/database/corpus-database.ts";
import { createCorpus, openCorpus } from "../lib/database/registry.ts";
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

/** Article rows without text, with the words and hits that an analysis of them would have left. */
async function fill(corpus: CorpusDatabase): Promise<void> {
  const random = seededRandom(11);
  const all = [...places()];
  await corpus.pool.query(
    "INSERT INTO outlet (id, name, name_folded, slug, domains) SELECT i, 'Outlet ' || i, 'outlet ' || i, 'outlet-' || i, '{}' FROM generate_series(1, $1::int) AS i",
    [OUTLETS],
  );
  const into = async (table: string, columns: string[], rows: Iterable<unknown[]>) => {
    const client = await corpus.pool.connect();
    try {
      await copyRows(client, table, columns, rows as Iterable<never[]>);
    } finally {
      client.release();
    }
  };
  await into(
    "article",
    [
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
    ],
    all.map(({ id, outlet, day }) => [
      id,
      Number.parseInt(id.slice(0, 2), 16),
      outlet,
      day,
      "",
      "",
      "",
      "en",
      1,
      NO_BYTES,
    ]),
  );
  await into(
    "article_words",
    [
      "article_id",
      "part",
      "voice",
      "words",
      "quotations",
      "outlet_id",
      "published_on",
      "dup_class",
    ],
    all.flatMap(({ id, outlet, day }) =>
      CELLS.map(([part, voice, words]) => [
        id,
        part,
        voice,
        1 + Math.floor(words * (0.5 + random())),
        1,
        outlet,
        day,
        "single",
      ]),
    ),
  );
  await into(
    "article_hits",
    [
      "article_id",
      "signal",
      "label",
      "part",
      "voice",
      "hits",
      "expected",
      "outlet_id",
      "published_on",
      "dup_class",
    ],
    all.flatMap(({ id, outlet, day }) =>
      SIGNALS.filter(() => random() < 0.7).map((signal) => [
        id,
        signal.id,
        signal.labels[0]?.id ?? "",
        "body",
        "outlet",
        1 + Math.floor(3 * random()),
        random(),
        outlet,
        day,
        "single",
      ]),
    ),
  );
  await into(
    "rollup_due",
    ["article_id", "token", "outlet_id", "day"],
    all.map(({ id, outlet, day }) => [id, randomUUID(), outlet, day]),
  );
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
