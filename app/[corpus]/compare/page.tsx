import { Download } from "lucide-react";
import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { ListView } from "../../components/list-view.tsx";
import { Notice } from "../../components/notice.tsx";
import { corpusList, openCorpusOr404 } from "../../corpus.ts";
import { countOf, formatRange } from "../../format.ts";
import { DUPLICATES_IN_SENTENCE, PART_IN_SENTENCE, VOICE_IN_TITLE } from "../../view-words.ts";
import { CompareBar } from "./compare-bar.tsx";
import { type CompareView, loadCompare } from "./compare-data.ts";
import { ComparisonPictures } from "./comparison-pictures.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { comparisonFigure } from "./figure-rows.ts";
import { HeadlineSection } from "./headline-section.tsx";
import { comparisonFile } from "./links.ts";
import { Notes } from "./notes.tsx";
import { NothingToCompare } from "./nothing-to-compare.tsx";
import { OverTime } from "./over-time.tsx";
import { nameOutlets } from "./ratio-words.ts";
import { SentencesBehind } from "./sentences-behind.tsx";
import { articlesToRead, TermsApart, TermsOffer, termsPair } from "./terms-apart.tsx";
import { VerbsSection } from "./verbs-section.tsx";

export const metadata: Metadata = { title: "Compare" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Compare({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const words = (await corpusList()).find(({ slug }) => slug === corpus.slug);
  const { base, compared, all, notices } = await loadCompare(
    corpus,
    words ?? { slug: corpus.slug, title: corpus.slug, sample: false },
    await searchParams,
  );
  return (
    <ListView>
      {base.outlets.length > 1 && <CompareBar base={base} all={all} />}
      <Notice lines={notices} />
      <main id="main" className="mx-auto max-w-[1980px] px-4 pt-5 pb-10 break-words md:px-7">
        <div className="figure-rule" />
        {compared ? <Compared corpus={corpus} page={compared} /> : <NothingToCompare base={base} />}
      </main>
    </ListView>
  );
}

function Compared({ corpus, page }: { corpus: CorpusDatabase; page: CompareView }) {
  return (
    <div className="figure-dim">
      <Figure page={page} />
      <section
        id="over-time"
        className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-7 border-t border-ink pt-4 xl:grid-cols-[minmax(0,1fr)_400px]"
      >
        <OverTime key={page.chart.colour} input={page.chart} />
        <SentencesBehind corpus={corpus} page={page} />
      </section>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-x-7 gap-y-8 lg:grid-cols-2 xl:grid-cols-[5fr_4fr_3fr]">
        <Block id="terms-apart" title="Terms that tell them apart" className="lg:max-xl:col-span-2">
          <Terms corpus={corpus} page={page} />
        </Block>
        <Block id="verbs" title="Who gets which verb">
          <Suspense fallback={<Waiting words="Counting attributions" />}>
            <VerbsSection corpus={corpus} page={page} />
          </Suspense>
        </Block>
        <Block id="headlines" title="Headline against body">
          <Suspense fallback={<Waiting words="Pairing headlines and bodies" />}>
            <HeadlineSection corpus={corpus} page={page} />
          </Suspense>
        </Block>
      </div>
    </div>
  );
}

function Figure({ page }: { page: CompareView }) {
  const { outlets, byDefault } = page;
  return (
    <figure aria-labelledby="compare-title">
      <figcaption className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-[360px]">
          <h1
            id="compare-title"
            className="mt-3 font-serif text-title-small break-words md:text-title"
          >
            {nameOutlets(outlets.map(({ name }) => name))}, signal by signal
          </h1>
          <p className="mt-1 max-w-[120ch] text-small text-ink2 md:text-body">{subtitle(page)}</p>
          {byDefault && (
            <p className="mt-1 text-label text-ink3">
              No outlets were chosen: these two have most articles.
            </p>
          )}
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <a className="control" download href={comparisonFile(page)}>
            <Download size={14} aria-hidden="true" />
            Comparison CSV
          </a>
          <ComparisonPictures
            figure={comparisonFigure(page, subtitle(page))}
            fileName={pictureName(page)}
          />
        </div>
      </figcaption>
      <ComparisonTable page={page} />
      <Notes page={page} />
    </figure>
  );
}

/** "framescope_comparison_daily-clarion_ebrel-wire_2021-01-01_2021-12-31". */
const pictureName = ({ outlets, resolved: { from, to } }: CompareView) =>
  ["framescope_comparison", ...outlets.map(({ slug }) => slug), from, to].join("_");

/** The filter as a sentence, and over how many ratios p was adjusted. */
function subtitle({ view, resolved, comparison }: CompareView): string {
  const { from, to } = resolved;
  const when = from && to ? `, ${formatRange(from, to)}` : "";
  const tested =
    comparison.tests > 0
      ? `p adjusted over the ${countOf(comparison.tests, "ratio")} of this table (Benjamini-Hochberg), and the words follow it at .05.`
      : "no ratio can be drawn.";
  return `Rates per 1,000 words ${VOICE_IN_TITLE[view.voice]}, ${PART_IN_SENTENCE[view.part]}${when}; ${DUPLICATES_IN_SENTENCE[view.duplicates]}. Lines are 95% confidence intervals; ${tested}`;
}

function Terms({ corpus, page }: { corpus: CorpusDatabase; page: CompareView }) {
  if (!page.asksTerms) return <TermsOffer page={page} />;
  const reading = countOf(articlesToRead(page, termsPair(page)), "article");
  return (
    <Suspense fallback={<Waiting words={`Counting the words of ${reading}`} />}>
      <TermsApart corpus={corpus} page={page} />
    </Suspense>
  );
}

interface BlockProps {
  id: string;
  title: string;
  children: ReactNode;
  className?: string;
}

function Block({ id, title, children, className = "" }: BlockProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={`min-w-0 border-t border-ink pt-3 ${className}`}
    >
      <h2 id={`${id}-title`} className="font-serif text-section">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Holds a place until its numbers are there. */
const Waiting = ({ words }: { words: string }) => (
  <p role="status" className="mt-1 min-h-40 text-small text-ink2">
    {words}
  </p>
);
