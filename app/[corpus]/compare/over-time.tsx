"use client";

import { Chart } from "../explore/chart.tsx";
import { type ExploreInput, ExploreProvider, useExplore } from "../explore/explore-state.tsx";
import { FigureFoot } from "../explore/figure-foot.tsx";
import { NumbersTable } from "../explore/numbers-table.tsx";

/** The chosen signal's lines, as Explore draws them; a point leads to its sentences there. */
export function OverTime({ input }: { input: ExploreInput }) {
  return (
    <ExploreProvider input={input}>
      <OverTimeFigure />
    </ExploreProvider>
  );
}

function OverTimeFigure() {
  const { title, subtitle, granularityReason, href } = useExplore();
  return (
    <div>
      <figure aria-labelledby="over-time-title">
        <figcaption>
          <h2 id="over-time-title" className="font-serif text-section">
            {title}
          </h2>
          <p className="mt-1 max-w-[84ch] text-small text-ink2">{subtitle}</p>
          {granularityReason && <p className="mt-1 text-label text-ink3">{granularityReason}</p>}
          <p className="mt-1 text-small">
            <a className="link touch:py-2" href={href({})}>
              Open in Explore
            </a>
          </p>
        </figcaption>
        <div className="mt-3">
          <Chart />
        </div>
        <FigureFoot />
      </figure>
      <NumbersTable />
    </div>
  );
}
