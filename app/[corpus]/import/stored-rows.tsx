"use client";

import { useState } from "react";
import type { ImportPreview } from "../../../lib/import/preview.ts";
import { formatDay } from "../../format.ts";
import { Stepper } from "./stepper.tsx";

/** The first rows as they would be stored, or why they would be left out. */
export function StoredRows({ rows }: { rows: ImportPreview["rows"] }) {
  const [at, setAt] = useState(0);
  const row = rows[Math.min(at, rows.length - 1)];
  if (!row) return null;
  return (
    <section className="mt-6" aria-labelledby="stored-title" data-testid="stored-row">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-ink pb-1">
        <h2 id="stored-title" className="font-semibold">
          Line {row.line}, {row.kind === "article" ? "as it will be stored" : "left out"}
        </h2>
        <Stepper
          now={Math.min(at, rows.length - 1)}
          count={rows.length}
          words="Row"
          onStep={setAt}
        />
      </div>
      {row.kind === "refused" ? (
        <p className="py-3 text-question">{row.reason}</p>
      ) : (
        <div className="grid gap-x-8 gap-y-2 py-3 md:grid-cols-[180px_1fr]">
          <dl className="text-small text-ink2">
            <dt className="sr-only">Outlet</dt>
            <dd className="font-semibold break-words text-ink">{row.outlet ?? "No outlet"}</dd>
            <dt className="sr-only">Published</dt>
            <dd>
              {row.publishedOn ? formatDay(row.publishedOn) : "No date"}
              {row.publishedTime ? `, ${row.publishedTime}` : ""}
            </dd>
            <dt className="sr-only">Language</dt>
            <dd>Language {row.language}</dd>
            {Object.entries(row.attributes).map(([name, value]) => (
              <div key={name} className="flex gap-1">
                <dt>{name}:</dt>
                <dd className="truncate">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="min-w-0 font-serif break-words">
            <p className="text-section">{row.headline}</p>
            {row.teaser && <p className="mt-1 text-sentence text-ink2">{row.teaser}</p>}
            <p className="mt-1 text-sentence">{row.body}</p>
          </div>
        </div>
      )}
    </section>
  );
}
