"use client";

import { useEffect, useRef, useState } from "react";
import { Failure } from "../../components/failure.tsx";
import { countOf } from "../../format.ts";
import { errorMessage, postJson } from "./error-message.ts";

interface UndoImportProps {
  corpus: string;
  id: number;
  source: string;
  /** Articles that the import brought. */
  added: number;
  onUndone: () => void;
}

/** Deletes what an import brought, after a second click that says how much that is. */
export function UndoImport({ corpus, id, source, added, onUndone }: UndoImportProps) {
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  const undo = async () => {
    setBusy(true);
    try {
      await postJson(`/api/${corpus}/imports/${id}/undo`);
      onUndone();
    } catch (error) {
      setFailure(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  if (!asking)
    return (
      <button
        type="button"
        className="control"
        aria-label={`Undo the import of ${source}`}
        onClick={() => setAsking(true)}
      >
        Undo
      </button>
    );
  return (
    <span className="flex flex-wrap items-center gap-2 text-small whitespace-normal">
      <span className="min-w-0">
        Deletes {countOf(added, "article")}, also those that a later file had too.
      </span>
      <button type="button" className="control" disabled={busy} onClick={undo}>
        Delete {countOf(added, "article")}
      </button>
      <button ref={keep} type="button" className="control" onClick={() => setAsking(false)}>
        Keep
      </button>
      <Failure sentence={failure} />
    </span>
  );
}
