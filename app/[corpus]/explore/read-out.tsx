"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { formatCount, formatPeriod } from "../../format.ts";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import { intervalWords, valueWords } from "./reading-words.ts";
import { OutletMark } from "./shape.tsx";

/** The names and numbers of the line ends as a table below the plot, where there is no room beside it. */
export function ReadOut() {
  const { figure, coloured, others, slots, href, navigate } = useExplore();
  const { crosshair, setCrosshair } = useCrosshair();
  const { periods, granularity, unit } = figure;
  const last = periods.length - 1;
  const index = crosshair.index ?? last;
  const period = periods[index];
  const step = (by: number) =>
    setCrosshair({
      index: Math.min(last, Math.max(0, index + by)),
      slug: crosshair.slug ?? coloured[0]?.slug ?? null,
    });
  return (
    <div className="mt-3">
      <table className="w-full text-small">
        <thead>
          <tr className="border-b border-ink text-label text-ink3">
            <th scope="col" className="py-2 text-left text-body font-semibold text-ink">
              {period && formatPeriod(period, granularity)}
            </th>
            <th scope="col" className="text-right font-normal">
              <span className="sr-only">value</span>
            </th>
            <th scope="col" className="text-right font-normal">
              {unit === "count" ? "" : "95% CI"}
            </th>
            <th scope="col" className="text-right font-normal">
              articles
            </th>
          </tr>
        </thead>
        <tbody>
          {coloured.map((series) => {
            const reading = series.readings[index];
            if (!reading || !period) return null;
            const chosen = series.slug === crosshair.slug;
            return (
              <tr
                key={series.slug}
                className={`h-11 border-b border-rule ${chosen ? "bg-inset" : ""}`}
              >
                <th scope="row" className="text-left font-semibold">
                  <button
                    type="button"
                    className="flex min-h-11 w-full items-center gap-2 text-left wrap-anywhere"
                    onClick={() => navigate(href({}, { at: `${series.slug}:${period.start}` }))}
                  >
                    <OutletMark slot={slots[series.slug]} size={14} />
                    {series.name}
                  </button>
                </th>
                <td className="pl-2 text-right font-semibold">{valueWords(reading, unit)}</td>
                <td className="pl-2 text-right text-ink3">{intervalWords(reading, unit)}</td>
                <td className="pl-2 text-right text-ink2">
                  {formatCount(reading.n)}
                  {reading.status === "thin" ? ", thin" : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="mt-2 flex items-center gap-2">
        <span className="flex-1 text-small text-ink3">
          {others.length > 0 &&
            `${others.length} ${others.length === 1 ? "other" : "others"} in grey`}
        </span>
        <button
          type="button"
          className="control"
          aria-label={`Earlier ${granularity}`}
          onClick={() => step(-1)}
          disabled={index === 0}
        >
          <ChevronLeft size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="control"
          aria-label={`Later ${granularity}`}
          onClick={() => step(1)}
          disabled={index === last}
        >
          <ChevronRight size={18} aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
