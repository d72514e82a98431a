"use client";

import { CopyLink } from "../../components/copy-link.tsx";
import { FilterSheet } from "../../components/filter-sheet.tsx";
import { useExplore } from "./explore-state.tsx";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterPopover } from "./filter-popover.tsx";
import { useFilters } from "./use-filters.ts";
import { ViewLink } from "./view-link.tsx";

/** From 1024 px a bar of popovers (four and "3 more" under 1360 px); below, one sentence with Change. */
export function FilterBar() {
  const filters = useFilters();
  const { corpus } = useExplore();
  const narrow = filters.slice(0, 4);
  const more = filters.slice(4);
  return (
    <search aria-label="View" className="block border-b border-rule bg-desk">
      <div className="hidden h-[60px] items-stretch lg:flex" data-testid="filter-bar">
        {narrow.map((filter, i) => (
          <FilterPopover key={filter.key} label={filter.label} value={filter.value} first={i === 0}>
            {(close) => <FilterChoices filter={filter} close={close} />}
          </FilterPopover>
        ))}
        <div className="hidden xl:contents">
          {more.map((filter) => (
            <FilterPopover key={filter.key} label={filter.label} value={filter.value} end>
              {(close) => <FilterChoices filter={filter} close={close} />}
            </FilterPopover>
          ))}
        </div>
        <div className="contents xl:hidden">
          <FilterPopover
            label={`${more.length} more`}
            value={more.map(({ label }) => label).join(", ")}
          >
            {(close) =>
              more.map((filter) => (
                <section key={filter.key} className="pb-2">
                  <h3 className="px-4 py-1 text-label text-ink3">
                    {filter.label}: {filter.value}
                  </h3>
                  <FilterChoices filter={filter} close={close} />
                </section>
              ))
            }
          </FilterPopover>
        </div>
        <div className="ml-auto flex items-center gap-4 px-6">
          <ViewLink
            href={`/${corpus.slug}/explore`}
            className="text-small text-ink2 hover:text-ink hover:underline"
          >
            Reset
          </ViewLink>
          <CopyLink />
        </div>
      </div>
      <FilterSentence />
    </search>
  );
}

/** Small screens: the whole filter as a sentence, and one sheet to change it. */
function FilterSentence() {
  const filters = useFilters();
  const { corpus } = useExplore();
  const value = (key: string) => filters.find((filter) => filter.key === key)?.value ?? "";
  return (
    <FilterSheet
      className="px-4 py-3 md:px-7"
      title="Change the view"
      sentence={
        <>
          {value("signal")}, {value("unit").toLowerCase()}, {value("voice").toLowerCase()},{" "}
          {value("period")} <span className="text-ink3">and 3 more</span>
        </>
      }
      filters={filters}
      choices={(filter, close) => <FilterChoices filter={filter} close={close} />}
      foot={(close) => (
        <div className="flex items-center gap-4 p-4">
          <CopyLink />
          <ViewLink href={`/${corpus.slug}/explore`} className="link" onFollow={close}>
            Reset
          </ViewLink>
        </div>
      )}
    />
  );
}
