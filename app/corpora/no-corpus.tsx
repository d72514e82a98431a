"use client";

import Link from "next/link";
import { SampleButton } from "./sample-button.tsx";

/** What to do where there is no corpus, or why nothing can be done. */
export function NoCorpus({ problem }: { problem: string | null }) {
  if (problem) {
    return (
      <p className="mt-3 border-l-3 border-question bg-question-ground p-3">
        Nothing imported yet. {problem}
      </p>
    );
  }
  return (
    <p className="mt-3 text-ink2" data-testid="empty">
      Nothing imported yet.{" "}
      <Link className="link" href="/corpora?new">
        Choose files
      </Link>
      , or <SampleButton className="link">open the sample corpus</SampleButton>.
    </p>
  );
}
