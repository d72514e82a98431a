"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Refusal } from "../../../lib/import/imports.ts";
import type { ImportStanding } from "../../../lib/import/standing.ts";
import { countOf, formatBytes, formatCount } from "../../format.ts";
import { readJson } from "./error-message.ts";
import { Outcome, Refused } from "./outcome.tsx";
import { RunAgain } from "./run-again.tsx";
import { UndoImport } from "./undo-import.tsx";

interface ProgressProps {
  corpus: string;
  first: ImportStanding;
  refused: Refusal[];
}

const isOver = ({ status }: ImportStanding) =>
  status === "done" || status === "failed" || status === "undone";
const canUndo = ({ status, added }: ImportStanding) =>
  (status === "done" || status === "failed") && added > 0;

/** Where the import stands; a reload shows the same, since the state is the database's. */
export function Progress({ corpus, first, refused }: ProgressProps) {
  const { now, ask } = useStanding(corpus, first);
  const { id, source } = now;
  return (
    <div className="mt-4 max-w-[860px]" data-testid="import-progress">
      <p className="border border-rule bg-desk px-4 py-2 text-small">
        <span className="font-semibold break-all">{source}</span>
        <span className="ml-4 text-ink2">
          {now.format}
          {now.bytesTotal === null ? "" : `, ${formatBytes(now.bytesTotal)}`}
        </span>
      </p>
      <p role="status" className="mt-4 font-serif text-section">
        {statusSentence(now)}
      </p>
      <Bar now={now} />
      {now.failure !== null && (
        <p
          role="alert"
          className="mt-3 border-l-3 border-failure bg-failure-ground p-3 break-words"
        >
          {now.failure}
        </p>
      )}
      {now.status !== "undoing" && now.status !== "undone" && <Outcome now={now} />}
      {now.status === "done" && now.added === 0 && now.known > 0 && (
        <p className="mt-3 text-small text-ink2">
          Everything in this file was here already: nothing changed.
        </p>
      )}
      <Analysis now={now} />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {now.status !== "undone" && (
          <a
            className={`control ${isOver(now) ? "control-chosen" : ""}`}
            href={`/${corpus}/explore`}
          >
            Open the chart
          </a>
        )}
        <a className="control" href={`/${corpus}/import`}>
          {now.status === "failed" && !now.canRunAgain
            ? "Choose the file again"
            : "Import another file"}
        </a>
        {now.canRunAgain && <RunAgain corpus={corpus} id={id} source={source} onStarted={ask} />}
        {canUndo(now) && (
          <UndoImport corpus={corpus} id={id} source={source} added={now.added} onUndone={ask} />
        )}
        <Link className="link text-small touch:py-3" href={`/${corpus}/imports`}>
          All imports
        </Link>
      </div>
      {now.refused > 0 && <Refused corpus={corpus} id={id} count={now.refused} rows={refused} />}
    </div>
  );
}

function statusSentence(now: ImportStanding): string {
  switch (now.status) {
    case "waiting":
      return "Waiting for a worker. You can leave this page.";
    case "running":
      return `Importing: ${countOf(now.rowsRead, "row")} so far. You can leave this page.`;
    case "failed":
      return "The import stopped";
    case "undoing":
      return `Undoing: ${formatCount(now.removed)} of ${countOf(now.added, "article")} deleted`;
    case "undone":
      return `Undone: ${countOf(now.removed, "article")} deleted`;
    default:
      return `Imported ${countOf(now.added, "new article")}`;
  }
}

function Bar({ now }: { now: ImportStanding }) {
  if (isOver(now)) return null;
  const share =
    now.status === "undoing"
      ? now.removed / Math.max(1, now.added)
      : now.bytesRead / Math.max(1, now.bytesTotal ?? 0);
  return <progress className="bar mt-3" value={Math.min(1, share)} max={1} aria-label="Done" />;
}

/** How much of what came in has been analysed, and when its numbers are on the chart. */
function Analysis({ now }: { now: ImportStanding }) {
  if ((now.status !== "done" && now.status !== "failed") || now.added === 0) return null;
  const analysed = now.added - now.toAnalyse;
  return (
    <div className="mt-4" data-testid="analysis">
      <p role="status" className="text-small">
        {formatCount(analysed)} of {formatCount(now.added)} analysed
        {now.toAnalyse === 0 && now.toRecount > 0 && ", rates are being counted again"}
        {now.toAnalyse === 0 && now.toRecount === 0 && ". The chart is up to date."}
      </p>
      {now.toAnalyse > 0 && (
        <progress className="bar mt-2" value={analysed} max={now.added} aria-label="Analysed" />
      )}
    </div>
  );
}

/** Asks once a second until import and analysis are over; the page's list of refused rows comes anew with the end. */
function useStanding(corpus: string, first: ImportStanding) {
  const router = useRouter();
  const [now, setNow] = useState(first);
  const ask = async () => {
    const answer = await fetch(`/api/${corpus}/imports/${first.id}`)
      .then((response) => readJson<ImportStanding>(response))
      .catch(() => null);
    if (answer) setNow(answer);
  };
  const over = isOver(now);
  const resting = over && now.toAnalyse === 0 && now.toRecount === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: ask is the same but for its identity
  useEffect(() => {
    if (resting) return;
    const timer = setInterval(ask, 1000);
    return () => clearInterval(timer);
  }, [resting]);
  const [wasOver, setWasOver] = useState(over);
  useEffect(() => {
    if (over && !wasOver) router.refresh();
    setWasOver(over);
  }, [over, wasOver, router]);
  return { now, ask };
}
