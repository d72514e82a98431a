import type { PreviewRow } from "../../../lib/import/preview.ts";
import { formatCount, formatDay, formatTime } from "../../format.ts";
import { languageName } from "./forecast-words.ts";

/** The chosen row as it would be stored, or why it would be left out. */
export function StoredRow({ row }: { row: PreviewRow }) {
  return (
    <section className="mt-6" aria-labelledby="stored-title" data-testid="stored-row">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-ink pb-1">
        <h2 id="stored-title" className="font-semibold">
          Line {formatCount(row.line)},{" "}
          {row.kind === "article" ? "as it will be stored" : "left out"}
        </h2>
        {row.kind === "article" && (
          <span className="text-small text-ink3">nothing in the text is changed</span>
        )}
      </div>
      {row.kind === "refused" ? (
        <p className="py-3 text-question">{row.reason}</p>
      ) : (
        <div className="grid gap-x-8 gap-y-2 py-3 md:grid-cols-[160px_1fr]">
          <dl className="text-small text-ink2">
            <dt className="sr-only">Outlet</dt>
            <dd className="font-semibold break-words text-ink">{row.outlet ?? "No outlet"}</dd>
            <dt className="sr-only">Published</dt>
            <dd>
              {row.publishedOn ? formatDay(row.publishedOn) : "No date"}
              {row.publishedTime ? `, ${formatTime(row.publishedTime)}` : ""}
            </dd>
            <dt className="sr-only">Language</dt>
            <dd>{languageName(row.language)}</dd>
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
