import type { ImportSummary } from "../../../lib/import/imports.ts";
import { formatCount, formatDayShort } from "../../format.ts";

const STATUS_WORDS: Record<ImportSummary["status"], string> = {
  uploading: "Not uploaded whole",
  uploaded: "Columns to be matched",
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  failed: "Failed",
};

/** What was imported into this corpus before. */
export function PastImports({ corpus, imports }: { corpus: string; imports: ImportSummary[] }) {
  const shown = imports.filter(({ status }) => status !== "uploading");
  if (shown.length === 0) return null;
  return (
    <section className="mt-8" aria-labelledby="past-title">
      <h2 id="past-title" className="font-semibold">
        Imports of this corpus
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
      <section className="mt-2 overflow-x-auto" aria-label="Imports, scrollable" tabIndex={0}>
        <table className="w-full text-small">
          <thead className="border-b border-ink text-left text-label text-ink3">
            <tr>
              <th scope="col" className="py-2 font-normal">
                File
              </th>
              <th scope="col" className="pl-4 font-normal">
                When
              </th>
              <th scope="col" className="pl-4 font-normal">
                State
              </th>
              <th scope="col" className="pl-4 text-right font-normal">
                New articles
              </th>
              <th scope="col" className="pl-4 text-right font-normal">
                Left out
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id} className="h-[33px] border-b border-rule">
                <td>
                  <a className="link break-all" href={`/${corpus}/import?id=${one.id}`}>
                    {one.source}
                  </a>
                </td>
                <td className="pl-4 whitespace-nowrap">
                  {formatDayShort(one.startedAt.slice(0, 10))}
                </td>
                <td className="pl-4 whitespace-nowrap">{STATUS_WORDS[one.status]}</td>
                <td className="pl-4 text-right">{formatCount(one.added)}</td>
                <td className="pl-4 text-right">{formatCount(one.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
