"use client";

import { type ReactNode, useState } from "react";
import { Sheet } from "../../../components/sheet.tsx";

interface DrawerProps {
  /** "Filters (2)". */
  words: string;
  /** What closes it again: "Show 12 articles". */
  done: string;
  children: ReactNode;
}

/** Under 1360 px the filters are a drawer behind a button; it stays open while they are changed. */
export function FilterDrawer({ words, done, children }: DrawerProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="control xl:hidden" onClick={() => setOpen(true)}>
        {words}
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Filters" side>
        <div className="p-4">{children}</div>
        <div className="sticky bottom-0 border-t border-rule bg-paper p-4">
          <button
            type="button"
            className="control control-chosen w-full"
            onClick={() => setOpen(false)}
          >
            {done}
          </button>
        </div>
      </Sheet>
    </>
  );
}
