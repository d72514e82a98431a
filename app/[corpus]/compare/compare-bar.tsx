"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { CopyLink } from "../../components/copy-link.tsx";
import { FilterSheet } from "../../components/filter-sheet.tsx";
import { ListLink } from "../../components/list-view.tsx";
import { FilterPopover } from "../explore/filter-popover.tsx";
import {
  type BarProps,
  type Filter,
  FilterChoices,
  outletFilters,
  viewFilters,
} from "./bar-filters.tsx";

/** What is compared: from 1024 px a bar of popovers, below it a sentence with Change. */
export function CompareBar(props: BarProps) {
  const outlets = outletFilters(props);
  const rest = viewFilters(props.base);
  const filters = [...outlets, ...rest];
  return (
    <search aria-label="View" className="block border-b border-rule bg-desk">
      <div className="hidden flex-wrap items-stretch px-2 lg:flex" data-testid="compare-bar">
        {filters.map((filter) => (
          <FilterPopover
            key={filter.key}
            label={filter.label}
            value={filter.value}
            end={filter.period ?? false}
          >
            {(close) => (
              <>
                <CloseWhenMoved close={close} />
                <FilterChoices filter={filter} base={props.base} />
              </>
            )}
          </FilterPopover>
        ))}
        <div className="ml-auto flex h-[60px] items-center gap-4 px-4">
          <ListLink
            href={props.base.path}
            className="text-small text-ink2 hover:text-ink hover:underline"
          >
            Reset
          </ListLink>
          <CopyLink />
        </div>
      </div>
      <FilterSentence base={props.base} filters={filters} />
    </search>
  );
}

/** Once the view chosen is there, what chose it closes. */
function CloseWhenMoved({ close }: { close: () => void }) {
  const address = useSearchParams().toString();
  const before = useRef(address);
  useEffect(() => {
    if (address !== before.current) close();
  }, [address, close]);
  return null;
}

/** Small screens: what is compared as a sentence, and one sheet to change it. */
function FilterSentence({ base, filters }: { base: BarProps["base"]; filters: Filter[] }) {
  const value = (key: string) => filters.find((filter) => filter.key === key)?.value;
  return (
    <FilterSheet
      className="px-4 py-3 md:px-7"
      title="Change what is compared"
      sentence={
        <>
          {base.outlets.map(({ name }) => name).join(", ")}; {value("voice")}, {value("part")},{" "}
          {value("period")}
        </>
      }
      filters={filters}
      choices={(filter) => <FilterChoices filter={filter} base={base} />}
      foot={(close) => (
        <div className="flex items-center gap-4 p-4">
          <CloseWhenMoved close={close} />
          <CopyLink />
          <ListLink href={base.path} className="link">
            Reset
          </ListLink>
        </div>
      )}
    />
  );
}
