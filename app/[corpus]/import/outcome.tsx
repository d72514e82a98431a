import { Download } from "lucide-react";
import type { Refusal } from "../../../lib/import/imports.ts";
import type { ImportStanding } from "../../../lib/import/standing.ts";
import { formatCount } from "../../format.ts";

/** What became of the rows. */
export function Outcome({ now }: { now: ImportStanding }) {
  const rows: [number, string][] = [
    [now.added, now.added === 1 ? "new article" : "new articles"],
    [now.known, "already here"],
    [now.changed, "already here with another text: the first is kept"],
    [now.repeated, "of these, repeated in the file"],
    [now.refused, "left out"],
  ];
  return (
    <table className="mt-4 text-small">
      <caption className="sr-only">What became of the rows</caption>
      <tbody>
        {rows
          .filter(([count], i) => i === 0 || count > 0)
          .map(([count, words]) => (
            <tr key={words} className="h-[33px] border-b border-rule">
              <td className="pr-3 text-right font-semibold">{formatCount(count)}</td>
              <th scope="row" className="pr-6 text-left font-normal">
                {words}
              </th>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The rows left out, the first of them with their reasons. */
export function Refused({
  corpus,
  id,
  count,
  rows,
}: {
  corpus: string;
  id: number;
  count: number;
  rows: Refusal[];
}) {
  return (
    <section className="mt-6" aria-labelledby="refused-title" data-testid="refused">
      <div className="flex items-baseline justify-between border-b border-ink pb-1">
        <h2 id="refused-title" className="font-semibold">
          Rows left out
        </h2>
        <a
          className="link inline-flex items-center gap-1 text-small"
          download
          href={`/api/${corpus}/imports/${id}/refused.csv`}
        >
          <Download size={14} aria-hidden="true" />
          All {formatCount(count)} as CSV
        </a>
      </div>
      <ul className="text-small">
        {rows.map((row) => (
          <li
            key={`${row.line} ${row.reason}`}
            className="flex min-h-[33px] items-baseline gap-4 border-b border-rule py-1.5"
          >
            <span className="w-24 shrink-0 font-mono text-mono text-ink2">
              line {formatCount(row.line)}
            </span>
            <span className="min-w-0 break-words">{row.reason}</span>
          </li>
        ))}
      </ul>
      {rows.length < count && (
        <p className="mt-2 text-small text-ink3">
          The first {rows.length} of {formatCount(count)}.
        </p>
      )}
    </section>
  );
}
