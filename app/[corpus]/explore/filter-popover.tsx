"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure } from "../../components/disclosure.tsx";

interface FilterPopoverProps {
  label: string;
  value: ReactNode;
  /** The last ones of the bar open to the left. */
  end?: boolean;
  first?: boolean;
  /** Given a function that closes the popover. */
  children: (close: () => void) => ReactNode;
}

/** A filter of the bar: label over value; opens what can be chosen. */
export function FilterPopover({
  label,
  value,
  end = false,
  first = false,
  children,
}: FilterPopoverProps) {
  return (
    <Disclosure
      title={label}
      triggerClass={`flex h-[60px] min-w-0 max-w-[270px] flex-col justify-center border-r border-rule pr-4 text-left hover:bg-inset aria-expanded:bg-inset 2xl:px-6 ${first ? "pl-6" : "pl-4"}`}
      panelClass={`max-h-[min(560px,calc(100dvh-120px))] w-[320px] overflow-y-auto ${end ? "right-0" : "left-0"}`}
      trigger={
        <>
          <span className="text-label text-ink3">{label}</span>
          <span className="flex max-w-full items-center gap-1 font-semibold whitespace-nowrap">
            <span className="truncate">{value}</span>
            <ChevronDown size={14} className="shrink-0 text-ink2" aria-hidden="true" />
          </span>
        </>
      }
    >
      {children}
    </Disclosure>
  );
}
