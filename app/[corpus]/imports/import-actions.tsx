"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { ImportSummary } from "../../../lib/import/imports.ts";
import { RunAgain } from "../import/run-again.tsx";
import { UndoImport } from "../import/undo-import.tsx";

interface ImportActionsProps {
  corpus: string;
  one: ImportSummary;
  fileKept: boolean;
}

/** What can be done with an import; while it moves, the list is read again every second. */
export function ImportActions({ corpus, one, fileKept }: ImportActionsProps) {
  const router = useRouter();
  const refresh = () => router.refresh();
  const { id, source, status, added } = one;
  const moving = status === "undoing" || status === "running" || status === "waiting";
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => router.refresh(), 1000);
    return () => clearInterval(timer);
  }, [moving, router]);
  const ended = status === "done" || status === "failed";
  return (
    <span className="flex flex-wrap gap-2">
      {status === "failed" && fileKept && (
        <RunAgain corpus={corpus} id={id} source={source} onStarted={refresh} />
      )}
      {ended && added > 0 && (
        <UndoImport corpus={corpus} id={id} source={source} added={added} onUndone={refresh} />
      )}
    </span>
  );
}
