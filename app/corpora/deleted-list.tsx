"use client";

import { useState } from "react";
import type { TrashEntry } from "../../lib/database/registry.ts";
import { countOf, formatDayShort } from "../format.ts";

interface DeletedListProps {
  deleted: readonly TrashEntry[];
  onRestore: (entry: TrashEntry) => Promise<void>;
}

/** What was deleted in the last 30 days, the latest first. */
export function DeletedList({ deleted, onRestore }: DeletedListProps) {
  const [busy, setBusy] = useState<string | null>(null);
  if (deleted.length === 0) return null;
  const restore = async (entry: TrashEntry) => {
    setBusy(entry.id);
    await onRestore(entry);
    setBusy(null);
  };
  return (
    <section className="mt-10" aria-labelledby="deleted-title" data-testid="deleted">
      <h2 id="deleted-title" className="border-b border-ink pb-1 font-semibold">
        Deleted, kept for 30 days
      </h2>
      <ul>
        {deleted.map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-1.5 text-small"
          >
            <DeletedWords entry={entry} />
            <button
              type="button"
              className="control"
              aria-label={`Restore ${entry.title}`}
              disabled={busy !== null}
              onClick={() => void restore(entry)}
            >
              Restore
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DeletedWords({
  entry: { title, slug, articles, deletedAt, keptUntil },
}: {
  entry: TrashEntry;
}) {
  return (
    <span className="min-w-0 flex-1 basis-60">
      <span className="font-semibold break-words">{title}</span>{" "}
      <span className="font-mono text-mono whitespace-nowrap text-ink3">/{slug}</span>{" "}
      <span className="text-ink2">
        {countOf(articles, "article")}, deleted {formatDayShort(deletedAt.slice(0, 10))}, kept until{" "}
        {formatDayShort(keptUntil)}
      </span>
    </span>
  );
}
