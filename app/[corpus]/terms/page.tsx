import { Download } from "lucide-react";
import type { Metadata } from "next";
import { linkTo } from "../../address.ts";
import { ListView } from "../../components/list-view.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pager } from "../../components/pager.tsx";
import { openCorpusOr404 } from "../../corpus.ts";
import type { SignalWords } from "../../view-words.ts";
import { signalWords } from "../explore/explore-data.ts";
import { LineTable } from "./line-table.tsx";
import { linesSentences, linesTitle } from "./line-words.ts";
import { type LinesPage, loadLines } from "./load-lines.ts";
import { NoLines } from "./no-lines.tsx";
import { SortRow } from "./sort-row.tsx";
import { TermBar } from "./term-bar.tsx";

export const metadata: Metadata = { title: "Terms" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Terms({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const page = await loadLines(corpus, await searchParams);
  const signals = signalWords(page.query.known);
  const path = `/${corpus.slug}/terms`;
  const { lines, next } = page.concordance;
  return (
    <ListView>
      <TermBar path={path} page={page} signals={signals} />
      <Notice lines={page.notices} />
      <main id="main" className="mx-auto max-w-[1980px] px-4 pt-5 pb-10 md:px-7">
        <LinesHead corpus={corpus.slug} page={page} signals={signals} />
        {(lines.length > 0 || next !== null) && <SortRow path={path} page={page} />}
        {lines.length > 0 ? (
          <LineTable
            corpus={corpus.slug}
            lines={lines}
            signals={signals}
            mixed={page.query.find === null && page.query.signals.length > 1}
          />
        ) : (
          <NoLines corpus={corpus} path={path} page={page} signals={signals} />
        )}
        <Pager path={path} address={page.address} trail={page.trail} next={next} />
        {lines.length > 0 && (
          <p className="mt-4 text-label text-ink3 max-md:hidden">
            <kbd className="kbd">j</kbd> <kbd className="kbd">k</kbd> next and previous line,{" "}
            <kbd className="kbd">Enter</kbd> opens the article there, <kbd className="kbd">s</kbd>{" "}
            leads to the order.
          </p>
        )}
      </main>
    </ListView>
  );
}

interface HeadProps {
  corpus: string;
  page: LinesPage;
  signals: SignalWords[];
}

/** What the lines are of, how many, and what holds for them. */
function LinesHead({ corpus, page, signals }: HeadProps) {
  return (
    <>
      <div className="figure-rule" />
      <div className="mt-3 flex items-start justify-between gap-3">
        <h1
          className="min-w-0 font-serif text-title-small break-words md:text-title"
          aria-live="polite"
        >
          {linesTitle(page, signals)}
        </h1>
        <FlagsFile corpus={corpus} page={page} />
      </div>
      <p id="find-problem" className="text-small text-question" role="alert">
        {page.findProblem && `${page.findProblem} Shown without it.`}
      </p>
      <div className="mt-1 max-w-[84ch] text-small text-ink2">
        {linesSentences(page).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}

const OF_FLAGS = ["signal", "label", "outlets", "from", "to", "part", "duplicates"];

/** The same flags as a file; typed words and single entries have none. */
function FlagsFile({
  corpus,
  page: { query, address, concordance },
}: {
  corpus: string;
  page: LinesPage;
}) {
  if (query.find || query.terms || concordance.lines.length === 0) return null;
  const kept = Object.fromEntries(
    Object.entries(address).filter(([name]) => OF_FLAGS.includes(name)),
  );
  // By day, or the range would be widened to whole periods.
  const exact = query.from || query.to ? { granularity: "day" } : {};
  const href = linkTo(`/api/${corpus}/export/flags.csv`, kept, { ...exact, voice: query.voice });
  return (
    <a className="control" download href={href}>
      <Download size={14} aria-hidden="true" />
      CSV
    </a>
  );
}
