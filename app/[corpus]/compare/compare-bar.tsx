"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ListLink } from "../../components/list-view.tsx";
import { Sheet } from "../../components/sheet.tsx";
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
        <div className="ml-auto flex h-[60px] items-center px-4">
          <ListLink
            href={props.base.path}
            className="text-small text-ink2 hover:text-ink hover:underline"
          >
            Reset
          </ListLink>
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
  const [open, setOpen] = useState(false);
  const value = (key: string) => filters.find((filter) => filter.key === key)?.value;
  return (
    <div className="flex items-center gap-3 px-4 py-3 md:px-7 lg:hidden">
      <p className="min-w-0 flex-1 break-words">
        {base.outlets.map(({ name }) => name).join(", ")}; {value("voice")}, {value("part")},{" "}
        {value("period")}
      </p>
      <button type="button" className="control" onClick={() => setOpen(true)}>
        Change
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Change what is compared">
        <CloseWhenMoved close={() => setOpen(false)} />
        {filters.map((filter) => (
          <details key={filter.key} className="border-b border-rule" name="filter">
            <summary className="flex min-h-11 items-center gap-2 px-4 py-2">
              <span className="w-24 shrink-0 text-small text-ink3">{filter.label}</span>
              <span className="min-w-0 font-semibold">{filter.value}</span>
            </summary>
            <div className="pb-2">
              <FilterChoices filter={filter} base={base} />
            </div>
          </details>
        ))}
        <p className="p-4">
          <ListLink href={base.path} className="link">
            Reset
          </ListLink>
        </p>
      </Sheet>
    </div>
  );
}
