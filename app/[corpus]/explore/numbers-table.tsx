"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { countOf, formatCount, formatPeriod, formatPeriodShort } from "../../format.ts";
import { UNIT_WORDS } from "../../view-words.ts";
import { useExplore } from "./explore-state.tsx";
import type { FigureSeries, Reading } from "./figure-data.ts";
import { intervalWords, valueWords } from "./reading-words.ts";
import { OutletMark } from "./shape.tsx";

/** Above this many cells the outlets in grey wait for a click: a page of a megabyte helps nobody. */
const MOST_CELLS = 2000;
const MOST_COLUMNS = 10;

/** The numbers of the chart, in the server's HTML too: a row a period; value, interval and n of each outlet side by side. */
export function NumbersTable() {
  const { figure, coloured, others, at, signal } = useExplore();
  const { periods, granularity, unit } = figure;
  const [latestFirst, setLatestFirst] = useState(false);
  const [all, setAll] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  useOpenAtChosen(scroller, at?.index);
  const series = [...coloured, ...[...others].sort((a, b) => b.articles - a.articles)];
  const fits = series.length * periods.length <= MOST_CELLS;
  const shown = all || fits ? series : series.slice(0, Math.max(coloured.length, MOST_COLUMNS));

  return (
    <div className="mt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="table-title" tabIndex={-1} className="font-semibold">
          The same numbers as a table
        </h2>
        <span className="text-label text-ink3">
          {signal.title}, {UNIT_WORDS[unit].toLowerCase()}; {countOf(periods.length, granularity)}
        </span>
      </div>
      <section
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
        tabIndex={0}
        aria-label="Numbers, scrollable"
        className="relative mt-2 max-h-[480px] overflow-auto"
      >
        <table className="w-max min-w-full text-small" data-testid="numbers">
          <Head shown={shown} latestFirst={latestFirst} onOrder={setLatestFirst} />
          <PeriodRows shown={shown} latestFirst={latestFirst} />
          <WholeRange shown={shown} />
        </table>
      </section>
      {shown.length < series.length && (
        <button type="button" className="link mt-3 text-small" onClick={() => setAll(true)}>
          Show all {series.length} outlets
        </button>
      )}
    </div>
  );
}

/** The table opens at the chosen period, and only then moves. */
function useOpenAtChosen(scroller: RefObject<HTMLElement | null>, chosen: number | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen period is the trigger
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>("tr[aria-selected=true]");
    const head = scroller.current?.querySelector("thead");
    if (row && head && scroller.current)
      scroller.current.scrollTop = row.offsetTop - head.clientHeight - 33;
  }, [chosen]);
}

interface HeadProps {
  shown: FigureSeries[];
  latestFirst: boolean;
  onOrder: (latestFirst: boolean) => void;
}

function Head({ shown, latestFirst, onOrder }: HeadProps) {
  const { unit } = useExplore().figure;
  return (
    <thead className="sticky top-0 z-20 bg-paper text-label text-ink2">
      <tr>
        <th
          scope="col"
          className="sticky left-0 z-10 bg-paper py-2 pr-3 text-left font-normal shadow-[inset_0_-1px_0_var(--ink)]"
          aria-sort={latestFirst ? "descending" : "ascending"}
        >
          <button
            type="button"
            className="inline-flex items-center gap-1"
            onClick={() => onOrder(!latestFirst)}
          >
            Period
            {latestFirst ? (
              <ArrowDown size={13} aria-hidden="true" />
            ) : (
              <ArrowUp size={13} aria-hidden="true" />
            )}
            <span className="sr-only">{latestFirst ? ", latest first" : ", earliest first"}</span>
          </button>
        </th>
        {shown.map((one) => (
          <OutletHead key={one.slug} series={one} counts={unit === "count"} />
        ))}
      </tr>
    </thead>
  );
}

function PeriodRows({ shown, latestFirst }: Omit<HeadProps, "onOrder">) {
  const { figure, at } = useExplore();
  const order = [...figure.periods.keys()];
  if (latestFirst) order.reverse();
  return (
    <tbody>
      {order.map((index) => {
        const period = figure.periods[index];
        if (!period) return null;
        const chosen = at?.index === index;
        return (
          <tr
            key={period.start}
            aria-selected={chosen ? true : undefined}
            className={`h-[33px] border-b border-rule ${chosen ? "bg-inset" : ""}`}
          >
            <th
              scope="row"
              title={formatPeriod(period, figure.granularity)}
              className={`sticky left-0 pr-3 text-left font-normal whitespace-nowrap ${chosen ? "bg-inset pl-2 shadow-[inset_3px_0_0_var(--ink)]" : "bg-paper"}`}
            >
              {formatPeriodShort(period, figure.granularity)}
            </th>
            {shown.map((one) => (
              <Cells key={one.slug} reading={one.readings[index]} />
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

function WholeRange({ shown }: { shown: FigureSeries[] }) {
  return (
    <tfoot>
      <tr className="h-[33px] border-t border-ink">
        <th
          scope="row"
          className="sticky left-0 bg-paper pr-3 text-left font-semibold whitespace-nowrap"
        >
          Whole range
        </th>
        {shown.map((one) => (
          <Cells key={one.slug} reading={one.total} />
        ))}
      </tr>
    </tfoot>
  );
}

function OutletHead({ series, counts }: { series: FigureSeries; counts: boolean }) {
  const { slots } = useExplore();
  const slot = slots[series.slug];
  return (
    <>
      <th
        scope="col"
        className={`py-2 pl-6 text-right font-semibold whitespace-nowrap shadow-[inset_0_-1px_0_var(--ink)] ${slot ? `slot-${slot} slot-text` : ""}`}
      >
        <span className="inline-flex items-center gap-1.5">
          <OutletMark slot={slot} size={10} />
          {series.name}
        </span>
        {!counts && <span className="font-normal text-ink3">, 95% CI</span>}
      </th>
      <th
        scope="col"
        className="py-2 pl-3 text-right font-normal shadow-[inset_0_-1px_0_var(--ink)]"
      >
        <abbr title="articles" className="no-underline">
          n
        </abbr>
      </th>
    </>
  );
}

/** Value, interval and n: never further apart than the row. A gap says so and holds no number. */
function Cells({ reading }: { reading: Reading | undefined }) {
  const { unit } = useExplore().figure;
  if (!reading) return null;
  if (reading.status === "no_articles") {
    return (
      <>
        <td className="pl-6 text-right text-ink3">no articles</td>
        <td className="pl-3 text-right text-ink3">0</td>
      </>
    );
  }
  const interval = intervalWords(reading, unit);
  return (
    <>
      <td className="pl-6 text-right whitespace-nowrap">
        <span className={reading.status === "thin" ? "text-ink2" : "font-semibold"}>
          {valueWords(reading, unit)}
        </span>
        {interval && <span className="ml-2 text-ink3">{interval}</span>}
        {reading.status === "thin" && <span className="ml-2 text-ink3">thin</span>}
      </td>
      <td className="pl-3 text-right text-ink2">{formatCount(reading.n)}</td>
    </>
  );
}
