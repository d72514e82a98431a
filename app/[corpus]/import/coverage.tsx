"use client";

import { useState } from "react";
import type { ForecastOutlet, ImportForecast } from "../../../lib/import/forecast.ts";
import { countOf, formatCount } from "../../format.ts";
import { coverageBars, coveragePeriods } from "./forecast-words.ts";

const FIRST = 8;
const HEIGHT = 20;

/** The outlets of the new articles: known or new, how many, and how they lie in time beside what is here. */
export function Coverage({ forecast }: { forecast: ImportForecast }) {
  const [all, setAll] = useState(false);
  const { outlets, knownOutlets, newOutlets } = forecast;
  if (outlets.length === 0) return null;
  const shown = all ? outlets : outlets.slice(0, FIRST);
  const periods = coveragePeriods(shown);
  const first = periods.periods[0];
  const last = periods.periods.at(-1);
  const total = knownOutlets + newOutlets;
  return (
    <section className="mt-6" aria-labelledby="coverage-title">
      <div className="flex items-baseline justify-between gap-3 border-b border-ink pb-1">
        <h3 id="coverage-title" className="font-semibold">
          Coverage after this import
        </h3>
        <span className="text-label text-ink3">{outletWords(knownOutlets, newOutlets)}</span>
      </div>
      <table className="w-full text-small">
        <thead className="sr-only">
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">By {periods.grain}</th>
            <th scope="col">New articles</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((outlet) => (
            <OutletRow key={outlet.name} outlet={outlet} periods={periods} />
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-label text-ink3">
        {first === last ? first : `A bar a ${periods.grain}, ${first} to ${last}`}; grey is here
        already, black is new.
      </p>
      {outlets.length > FIRST && (
        <button
          type="button"
          className="link mt-1 text-small touch:min-h-11"
          onClick={() => setAll(!all)}
        >
          {all ? `Show the first ${FIRST}` : `Show ${formatCount(outlets.length)} outlets`}
        </button>
      )}
      {all && total > outlets.length && (
        <p className="text-label text-ink3">
          {countOf(total - outlets.length, "more outlet")} with fewer articles.
        </p>
      )}
    </section>
  );
}

function outletWords(known: number, fresh: number): string {
  const parts = [
    known > 0 && `${formatCount(known)} known`,
    fresh > 0 && `${formatCount(fresh)} new`,
  ];
  return parts.filter(Boolean).join(", ");
}

interface OutletRowProps {
  outlet: ForecastOutlet;
  periods: ReturnType<typeof coveragePeriods>;
}

function OutletRow({ outlet, periods }: OutletRowProps) {
  const bars = coverageBars(outlet, periods);
  const most = Math.max(1, ...bars.map(({ before, added }) => before + added));
  const height = (articles: number) =>
    articles === 0 ? 0 : Math.max(1.5, (articles / most) * HEIGHT);
  return (
    <tr className="h-[33px] border-b border-rule">
      <th scope="row" className="max-w-[130px] truncate pr-2 text-left font-normal">
        {outlet.name}
      </th>
      <td className="w-[132px]">
        <span className="flex items-end gap-px" style={{ height: HEIGHT }} aria-hidden="true">
          {bars.map(({ period, before, added }) => (
            <span key={period} className="flex max-w-2 min-w-0 flex-1 flex-col justify-end">
              <span className="bg-ink" style={{ height: height(added) }} />
              <span className="bg-restline" style={{ height: height(before) }} />
              {before + added === 0 && <span className="h-px bg-rule" />}
            </span>
          ))}
        </span>
      </td>
      <td className="pl-2 text-right whitespace-nowrap">
        {outlet.known ? "" : "new, "}+ {formatCount(outlet.added)}
      </td>
    </tr>
  );
}
