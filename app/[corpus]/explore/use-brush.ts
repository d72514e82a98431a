"use client";

import { useCallback, useState } from "react";
import type { View } from "../../../lib/view/view.ts";
import { useUndoKey } from "../../components/use-undo-key.ts";

type Period = Pick<View, "from" | "to">;

const isSame = (a: Period, b: Period) => a.from === b.from && a.to === b.to;

/** Sets the period of the view; z goes back, brush by brush, while the period is the one that was brushed. */
export function useBrush(view: View, show: (period: Period) => void) {
  const [brushes, setBrushes] = useState<{ before: Period; after: Period }[]>([]);
  const brush = useCallback(
    (from: string, to: string) => {
      const after = { from, to };
      setBrushes((made) => [...made, { before: { from: view.from, to: view.to }, after }]);
      show(after);
    },
    [view.from, view.to, show],
  );
  const last = brushes.at(-1);
  const undo = useCallback(() => {
    if (!last) return;
    setBrushes((made) => made.slice(0, -1));
    show(last.before);
  }, [last, show]);
  useUndoKey(last && isSame(last.after, view) ? undo : undefined);
  return brush;
}
