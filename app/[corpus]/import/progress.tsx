"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ImportSummary, Refusal } from "../../../lib/import/imports.ts";
import { countOf, formatBytes, formatCount } from "../../format.ts";

type Standing = ImportSummary & { due: number };

interface ProgressProps {
  corpus: string;
  first: Standing;
  refused: Refusal[];
}

const isOver = ({ status }: Standing) => status === "done" || status === "failed";

/** Where the import stands; a reload shows the same, since the state is the database's. */
export function Progress({ corpus, first, refused }: ProgressProps) {
  const now = useStanding(corpus, first);
  const share = now.bytesTotal ? Math.min(1, now.bytesRead / now.bytesTotal) : 0;
  return (
    <div className="mt-4" data-testid="import-progress">
      <p className="border border-rule bg-desk px-4 py-2 text-small">
        <span className="font-semibold break-all">{now.source}</span>
        <span className="ml-4 text-ink2">
          {now.format}
          {now.bytesTotal === null ? "" : `, ${formatBytes(now.bytesTotal)}`}
        </span>
      </p>
      <p role="status" className="mt-4 font-serif text-section">
        {statusSentence(now)}
      </p>
      {!isOver(now) && <progress className="bar mt-3" value={share} max={1} aria-label="Read" />}
      {now.status === "failed" && (
        <p role="alert" className="mt-3 border-l-3 border-failure bg-failure-ground p-3">
          {now.failure}
        </p>
      )}
      <Outcome now={now} />
      {now.status === "done" && now.added === 0 && now.known > 0 && (
        <p className="mt-3 text-small text-ink2">
          Everything in this file was here already: nothing changed.
        </p>
      )}
      {now.status === "done" && now.due > 0 && (
        <p role="status" className="mt-3 text-small text-ink2">
          {countOf(now.due, "article")} still await analysis. The chart says so too.
        </p>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <a className={`control ${isOver(now) ? "control-chosen" : ""}`} href={`/${corpus}/explore`}>
          Open the chart
        </a>
        <a className="control" href={`/${corpus}/import`}>
          Import another file
        </a>
      </div>
      {now.refused > 0 && (
        <Refused corpus={corpus} id={now.id} count={now.refused} rows={refused} />
      )}
    </div>
  );
}

function statusSentence(now: Standing): string {
  switch (now.status) {
    case "waiting":
      return "Waiting for a worker";
    case "running":
      return `Reading: ${countOf(now.rowsRead, "row")} so far. You can leave this page.`;
    case "failed":
      return "The import stopped";
    default:
      return `Imported ${countOf(now.added, "new article")}`;
  }
}

/** Asks once a second until import and analysis are over, then fetches the page's list of refused rows anew. */
function useStanding(corpus: string, first: Standing): Standing {
  const router = useRouter();
  const [now, setNow] = useState(first);
  const resting = isOver(now) && now.due === 0;
  useEffect(() => {
    if (resting) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/api/${corpus}/imports/${first.id}`).catch(() => null);
      if (!response?.ok) return;
      const next = (await response.json()) as Standing;
      setNow((before) => {
        if (isOver(next) && !isOver(before)) router.refresh();
        return next;
      });
    }, 1000);
    return () => clearInterval(timer);
  }, [corpus, first.id, resting, router]);
  return now;
}

function Outcome({ now }: { now: Standing }) {
  const rows: [number, string][] = [
    [now.added, "new articles"],
    [now.known, "already here"],
    [now.changed, "already here with another text: the first is kept"],
    [now.repeated, "repeated in the file"],
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

function Refused({
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
