"use client";

import { useState } from "react";
import type { ImportPreview } from "../../../lib/import/preview.ts";
import type { ImportStanding } from "../../../lib/import/standing.ts";
import { formatBytes } from "../../format.ts";
import { ColumnTable } from "./column-table.tsx";
import { Forecast } from "./forecast.tsx";
import { Questions } from "./questions.tsx";
import { Stepper } from "./stepper.tsx";
import { StoredRow } from "./stored-rows.tsx";
import { useImport } from "./use-import.ts";

interface MatchColumnsProps {
  corpus: string;
  first: { preview: ImportPreview; standing: ImportStanding };
}

/** Which column is what, on real rows; one question at a time; beside it what will happen, counted over all rows; then Import. */
export function MatchColumns({ corpus, first }: MatchColumnsProps) {
  const uploaded = useImport(corpus, first);
  const { preview, standing, forecast, mapping, change, busy } = uploaded;
  const [at, setAt] = useState(0);
  const row = preview.rows[Math.min(at, preview.rows.length - 1)];
  return (
    <div className="mt-4 lg:grid lg:grid-cols-[minmax(0,1fr)_372px] lg:gap-10">
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border border-rule bg-desk px-4 py-2 text-small">
          <span className="font-semibold break-all">{preview.name}</span>
          <span className="text-ink2">
            {preview.format}
            {preview.packed ? ", gzipped" : ""}
            {preview.bytes === null ? "" : `, ${formatBytes(preview.bytes)}`}. {preview.encoding}
          </span>
          <button type="button" className="link ml-auto touch:min-h-11" onClick={uploaded.discard}>
            Another file
          </button>
        </div>
        <div className="mt-6 flex flex-wrap items-center gap-x-4">
          <h2 className="font-serif text-section">Which column is what</h2>
          <span className="flex-1 text-small text-ink2 max-md:hidden">
            Guessed from names and contents. Change any.
          </span>
          {row && (
            <Stepper
              now={Math.min(at, preview.rows.length - 1)}
              count={preview.rows.length}
              words="Row"
              onStep={setAt}
            />
          )}
        </div>
        <ColumnTable
          preview={preview}
          cells={row?.cells ?? {}}
          mapping={mapping}
          busy={busy}
          onChange={change}
        />
        <Questions
          preview={preview}
          mapping={mapping}
          domains={forecast?.domains ?? []}
          rights={uploaded.rights}
          onMapping={change}
          onRights={uploaded.allow}
        />
        {row && <StoredRow row={row} />}
      </div>
      <Forecast
        corpus={corpus}
        standing={standing}
        forecast={forecast}
        problem={preview.problem}
        failure={uploaded.failure}
        busy={busy}
        onStart={uploaded.start}
        onAgain={() => change(mapping)}
      />
    </div>
  );
}
