"use client";

import { type ReactNode, useState } from "react";
import { Sheet } from "./sheet.tsx";

interface FilterSheetProps<F> {
  /** The view in words. */
  sentence: ReactNode;
  /** Heading of the sheet. */
  title: string;
  filters: readonly F[];
  /** What a filter offers. */
  choices: (filter: F, close: () => void) => ReactNode;
  /** Below the filters. */
  foot?: (close: () => void) => ReactNode;
  className?: string;
}

/** Small screens: the filters as a sentence, and one sheet to change them. */
export function FilterSheet<F extends { key: string; label: string; value: ReactNode }>({
  sentence,
  title,
  filters,
  choices,
  foot,
  className = "",
}: FilterSheetProps<F>) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className={`flex items-center gap-3 lg:hidden ${className}`}>
      <p className="min-w-0 flex-1 text-body break-words">{sentence}</p>
      <button type="button" className="control" onClick={() => setOpen(true)}>
        Change
      </button>
      <Sheet open={open} onClose={close} title={title}>
        {filters.map((filter) => (
          <details key={filter.key} className="border-b border-rule" name="filter">
            <summary className="flex min-h-11 items-center gap-2 px-4 py-2">
              <span className="w-24 shrink-0 text-small text-ink3">{filter.label}</span>
              <span className="min-w-0 font-semibold">{filter.value}</span>
            </summary>
            <div className="pb-2">{choices(filter, close)}</div>
          </details>
        ))}
        {foot?.(close)}
      </Sheet>
    </div>
  );
}
