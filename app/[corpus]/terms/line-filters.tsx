"use client";

import type { ReactNode } from "react";
import { FilterSheet } from "../../components/filter-sheet.tsx";
import { FilterPopover } from "../explore/filter-popover.tsx";

/** A filter of the bar: label over value, and what opens under it. */
export interface BarFilter {
  key: string;
  label: string;
  value: string;
  panel: ReactNode;
  /** Several values are chosen in it: it stays open. */
  stays?: boolean;
}

interface LineFiltersProps {
  filters: readonly BarFilter[];
  /** The words of the bar on small screens. */
  sentence: string;
}

/** From 1024 px popovers (three and the rest in one under 1360 px); below, a sentence with Change. */
export function LineFilters({ filters, sentence }: LineFiltersProps) {
  const more = filters.slice(3);
  return (
    <>
      <div className="flex max-lg:hidden">
        {filters.slice(0, 3).map((filter) => (
          <Popover key={filter.key} filter={filter} />
        ))}
        <div className="hidden xl:contents">
          {more.map((filter, i) => (
            <Popover key={filter.key} filter={filter} end={i === more.length - 1} />
          ))}
        </div>
        <div className="contents xl:hidden">
          <FilterPopover
            label={`${more.length} more`}
            value={more.map(({ label }) => label).join(", ")}
            end
          >
            {(close) =>
              more.map((filter) => (
                <section key={filter.key} className="pb-2">
                  <h3 className="px-4 py-1 text-label text-ink3">
                    {filter.label}: {filter.value}
                  </h3>
                  <Closing filter={filter} close={close} />
                </section>
              ))
            }
          </FilterPopover>
        </div>
      </div>
      <FilterSheet
        className="flex-1"
        title="Change the lines"
        sentence={sentence}
        filters={filters}
        choices={(filter, close) => <Closing filter={filter} close={close} />}
      />
    </>
  );
}

function Popover({ filter, end = false }: { filter: BarFilter; end?: boolean }) {
  return (
    <FilterPopover label={filter.label} value={filter.value} end={end}>
      {(close) => <Closing filter={filter} close={close} />}
    </FilterPopover>
  );
}

/** The panel came from the server: following one of its links, or sending its form, closes it. */
function Closing({ filter, close }: { filter: BarFilter; close: () => void }) {
  if (filter.stays) return filter.panel;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the clicks on the links inside
    <div
      onClick={(event) => (event.target as Element).closest("a") && close()}
      onSubmit={() => close()}
    >
      {filter.panel}
    </div>
  );
}
