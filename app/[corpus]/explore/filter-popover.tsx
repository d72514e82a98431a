"use client";

import { Popover } from "@base-ui/react/popover";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";

interface FilterPopoverProps {
  label: string;
  value: string;
  /** Given a function that closes the popover. */
  children: (close: () => void) => ReactNode;
  className?: string;
}

/** A filter of the bar: label over value; opens what can be chosen. */
export function FilterPopover({ label, value, children, className = "" }: FilterPopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={`flex h-[60px] min-w-0 flex-col justify-center border-r border-rule px-4 text-left hover:bg-inset 2xl:px-6 ${className}`}
      >
        <span className="text-label text-ink3">{label}</span>
        <span className="flex max-w-full items-center gap-1 font-semibold whitespace-nowrap">
          <span className="truncate">{value}</span>
          <ChevronDown size={14} className="shrink-0 text-ink2" aria-hidden="true" />
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={0} collisionPadding={8} className="z-40">
          <Popover.Popup className="float float-in max-h-[min(560px,var(--available-height))] w-[320px] overflow-y-auto py-2">
            <Popover.Title className="sr-only">{label}</Popover.Title>
            {children(() => setOpen(false))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
