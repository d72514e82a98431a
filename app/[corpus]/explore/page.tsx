import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { listSentences } from "../../../lib/queries/sentences.ts";
import { Notice } from "../../components/notice.tsx";
import { corpusList, openCorpusOr404 } from "../../corpus.ts";
import { type ExplorePage, loadExplore } from "./explore-data.ts";
import { ExploreProvider } from "./explore-state.tsx";
import { Figure } from "./figure.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FirstRun } from "./first-run.tsx";
import { FIRST_RUN_COOKIE } from "./first-run-cookie.ts";
import { Inspector } from "./inspector.tsx";
import { OutletRail } from "./outlet-rail.tsx";

export const metadata: Metadata = { title: "Explore" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Explore({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const words = (await corpusList()).find(({ slug }) => slug === corpus.slug);
  const page = await loadExplore(
    corpus,
    words ?? { slug: corpus.slug, title: corpus.slug, sample: false },
    await searchParams,
  );
  const firstRun =
    words?.sample && !(await cookies()).has(FIRST_RUN_COOKIE)
      ? await firstSteps(corpus, page)
      : null;
  return (
    <ExploreProvider input={page.input}>
      <FilterBar />
      <Notice lines={page.notices} />
      {firstRun && <FirstRun {...firstRun} />}
      <main id="main" className="explore mx-auto max-w-[1980px]">
        <div className="border-r border-rule px-6 py-5 max-xl:hidden">
          <OutletRail />
        </div>
        <Figure />
        <div className="inspector-column border-rule xl:border-l">
          {page.input.at ? (
            <Inspector corpus={corpus} page={page} />
          ) : (
            <p className="px-6 py-5 text-small text-ink3 max-xl:hidden">
              Click a point, or press Enter on it, to read the sentences it was counted from.
            </p>
          )}
        </div>
      </main>
    </ExploreProvider>
  );
}

/** A point with sentences behind it, and an article to read, for a first look. */
async function firstSteps(corpus: CorpusDatabase, { input, resolved, series }: ExplorePage) {
  const articles = series.reduce((sum, { total }) => sum + total.articles, 0);
  let best: { slug: string; index: number; rate: number } | null = null;
  for (const { outlet, points } of series) {
    points.forEach(({ status, rate }, index) => {
      if (status === "ok" && rate !== null && rate > (best?.rate ?? 0))
        best = { slug: outlet.slug, index, rate };
    });
  }
  const found = best as { slug: string; index: number } | null;
  const period = found ? resolved.periods[found.index] : undefined;
  if (!found || !period) return { articles, outlets: series.length, point: null, article: null };
  const query = {
    outlet: found.slug,
    period,
    signal: input.signal.id,
    sort: "score" as const,
    cursor: null,
  };
  const sentence = (await listSentences(corpus, resolved, query)).sentences[0];
  return {
    articles,
    outlets: series.length,
    point: `${found.slug}:${period.start}`,
    article: sentence
      ? `/${corpus.slug}/articles/${sentence.articleId}?flag=${sentence.anchor}`
      : null,
  };
}
