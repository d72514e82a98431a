import { liveSignals } from "../codebook/live-signals.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { COUNTED_LANGUAGE } from "../pipeline/metrics.ts";
import { coverageByOutlet } from "../queries/coverage.ts";
import { addSums, measureOf, NO_SUMS } from "../queries/measure.ts";
import { getPointSums } from "../queries/metrics.ts";
import type { Measure, ResolvedView } from "../queries/metrics-types.ts";
import { resolveView } from "../queries/resolve-view.ts";
import { readView } from "../view/view.ts";

/** What the Methods page says of a corpus. */
export interface CorpusFigures {
  /** Counted articles. */
  articles: number;
  outlets: number;
  /** First and last day of a counted article; null without one. */
  from: string | null;
  to: string | null;
  codebook: string;
  engineVersion: string;
  pendingArticles: number;
  /** Articles in another language: stored, but in no rate. */
  otherLanguages: number;
  /** Each signal over all outlets and days, in the outlet's own voice; empty without a counted article. */
  signals: { signal: string; measure: Measure }[];
}

/** Counts a corpus as a whole, by the view that pages start with. */
export async function getCorpusFigures(corpus: CorpusDatabase): Promise<CorpusFigures> {
  const known = await liveSignals(corpus);
  const { view } = readView({}, known, { signals: known.map(({ id }) => id) });
  const resolved = await resolveView(corpus, view);
  const everyVoice = { ...view, voice: "all" as const };
  const coverage = await coverageByOutlet(corpus.pool, everyVoice, resolved.outlets);
  const days = coverage.flatMap(({ first, last }) => [first, last]).sort();
  const { codebook, engineVersion, pendingArticles } = resolved;
  return {
    articles: resolved.outlets.reduce((sum, outlet) => sum + outlet.articles, 0),
    outlets: resolved.outlets.filter((outlet) => outlet.articles > 0).length,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    codebook,
    engineVersion,
    pendingArticles,
    otherLanguages: await countOtherLanguages(corpus),
    signals: await measureAll(corpus, resolved),
  };
}

async function countOtherLanguages({ pool }: CorpusDatabase): Promise<number> {
  const { rows } = await pool.query<{ articles: number }>(
    "SELECT count(*)::int AS articles FROM article WHERE language <> $1",
    [COUNTED_LANGUAGE],
  );
  return rows[0]?.articles ?? 0;
}

async function measureAll(corpus: CorpusDatabase, resolved: ResolvedView) {
  const { from, to, outlets, labels, view } = resolved;
  if (from === null || to === null) return [];
  const sums = await getPointSums(corpus, { ...resolved, periods: [{ start: from, end: to }] });
  return Object.entries(labels).map(([signal, label]) => {
    const all = outlets.map(({ id }) => sums(id, 0, signal)).reduce(addSums, NO_SUMS);
    return { signal, measure: measureOf(all, view, label) };
  });
}
