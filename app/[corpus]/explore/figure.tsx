"use client";

import { SampleButton } from "../../corpora/sample-button.tsx";
import { countOf } from "../../format.ts";
import { Chart } from "./chart.tsx";
import { useExplore } from "./explore-state.tsx";
import { FigureFoot } from "./figure-foot.tsx";
import { NumbersTable } from "./numbers-table.tsx";
import { OutletButton } from "./outlet-rail.tsx";
import { ViewLink } from "./view-link.tsx";

/** The page is the figure: rule, title, filter sentence, chart, note, source, files; then the same numbers as a table. */
export function Figure() {
  const { title, subtitle, granularityReason, pending, view, figure } = useExplore();
  const empty = figure.periods.length === 0;
  return (
    <div className="min-w-0 px-4 pt-5 pb-10 md:px-7" data-pending={pending} aria-busy={pending}>
      <figure aria-labelledby="figure-title">
        <div className="figure-rule" />
        <figcaption>
          <h1 id="figure-title" className="mt-3 font-serif text-title-small md:text-title">
            {title}
          </h1>
          <p className="mt-1 max-w-[84ch] text-small text-ink2 md:text-body">{subtitle}</p>
          {granularityReason && <p className="mt-1 text-label text-ink3">{granularityReason}</p>}
        </figcaption>
        {view.signals.length > 1 && <SignalTabs />}
        <div className="mt-3 xl:hidden">
          <OutletButton />
        </div>
        {empty ? (
          <NothingThere />
        ) : (
          <div className="mt-4">
            <Chart />
          </div>
        )}
        {!empty && <FigureFoot />}
      </figure>
      {!empty && (
        <div className="figure-dim">
          <NumbersTable />
        </div>
      )}
    </div>
  );
}

/** A view of several signals draws one at a time; which one is said and can be changed. */
function SignalTabs() {
  const { view, signals, signal, href } = useExplore();
  return (
    <nav aria-label="Signal drawn" className="mt-3 flex flex-wrap items-center">
      <span className="mr-3 text-small text-ink2">
        Drawn, of {countOf(view.signals.length, "signal")}:
      </span>
      {signals
        .filter(({ id }) => view.signals.includes(id))
        .map((one, i) => (
          <ViewLink
            key={one.id}
            href={href({}, { show: i === 0 ? "" : one.id })}
            current={one.id === signal.id}
            className={`control -ml-px rounded-none ${one.id === signal.id ? "control-chosen" : ""}`}
          >
            {one.title}
          </ViewLink>
        ))}
    </nav>
  );
}

function NothingThere() {
  const { corpus, view, href } = useExplore();
  const narrowed =
    view.from || view.to || view.outlets || view.part !== "all" || view.voice !== "outlet";
  return (
    <div className="mt-6 border-t border-b border-rule py-8">
      <p className="text-body">
        {narrowed
          ? "No articles match."
          : "Nothing imported yet. Choose files, or open the sample corpus."}
      </p>
      <p className="mt-3 flex gap-4">
        {narrowed ? (
          <ViewLink
            href={href(
              {
                from: null,
                to: null,
                outlets: null,
                part: "all",
                voice: "outlet",
                unit: "rate",
                duplicates: "all",
              },
              { at: "" },
            )}
            className="link"
          >
            Clear dates, outlets, part and voice
          </ViewLink>
        ) : (
          <>
            <a className="link" href={`/${corpus.slug}/import`}>
              Import articles
            </a>
            <SampleButton className="link">Sample corpus</SampleButton>
          </>
        )}
      </p>
    </div>
  );
}
