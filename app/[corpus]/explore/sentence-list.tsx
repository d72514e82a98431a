"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { Period } from "../../../lib/queries/metrics-types.ts";
import type { FlaggedSentence } from "../../../lib/queries/sentences.ts";
import { toQueryString } from "../../../lib/view/query-string.ts";
import { MarkedSentence } from "../../components/marked-sentence.tsx";
import { countOf, formatDayShort } from "../../format.ts";
import { VOICE_OF_FLAG } from "../../view-words.ts";
import type { Sort } from "./explore-data.ts";
import { useExplore } from "./explore-state.tsx";

interface SentenceListProps {
  first: FlaggedSentence[];
  next: string | null;
  /** Flags, equal to the point's hits. */
  total: number;
  sort: Sort;
  period: Period;
}

/** The sentences of a point, in pages; each leads to its flag in the article. */
export function SentenceList({ first, next, total, sort, period }: SentenceListProps) {
  const { corpus, signal, href, navigate, view, figure, at } = useExplore();
  const { sentences, more, loading, failed, load } = usePages(first, next, sort, period);
  // Only some signals have a score to sort by.
  const scored = first.some(({ flags }) => flags.some(({ score }) => score !== null));
  const csv = toQueryString({
    ...view,
    outlets: [at?.slug ?? ""],
    from: period.start,
    to: period.end,
    granularity: figure.granularity,
  });
  return (
    <section className="mt-3 border-t border-ink" aria-label="Sentences" data-testid="sentences">
      <div className="flex min-h-10 items-center justify-between border-b border-rule text-small text-ink2">
        <span>{countOf(total, signal.singular, signal.title.toLowerCase())}</span>
        {scored ? (
          <select
            aria-label="Order of the sentences"
            className="cursor-pointer bg-paper text-ink2 touch:min-h-11"
            value={sort}
            onChange={(event) =>
              navigate(href({}, { sort: event.target.value === "date" ? "date" : "" }))
            }
          >
            <option value="score">Highest score first</option>
            <option value="date">Earliest first</option>
          </select>
        ) : (
          <span>Earliest first</span>
        )}
      </div>
      <ol>
        {sentences.map((sentence) => (
          <li
            key={`${sentence.articleId} ${sentence.anchor}`}
            className="border-b border-rule py-3"
          >
            <div className="flex justify-between text-label text-ink3">
              <span>
                {formatDayShort(sentence.publishedOn)}
                {sentence.part === "body" ? "" : `, ${sentence.part}`}
              </span>
              <span>{scoreWords(sentence)}</span>
            </div>
            <p className="mt-1 font-serif text-sentence break-words" lang="">
              {sentence.cutBefore && "… "}
              <MarkedSentence text={sentence.text} flags={sentence.flags} signal={signal.id} />
              {sentence.cutAfter && " …"}
            </p>
            <Link
              className="link mt-1 inline-block text-small break-words touch:py-2"
              prefetch={false}
              href={`/${corpus.slug}/articles/${sentence.articleId}?flag=${sentence.anchor}`}
            >
              {sentence.headline || "Without a headline"}
            </Link>
          </li>
        ))}
      </ol>
      {failed && (
        <p role="alert" className="mt-3 text-small text-failure">
          The next sentences did not come. Try again.
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {more && (
          <button type="button" className="control" onClick={load} disabled={loading}>
            {loading ? "Loading" : "Show more sentences"}
          </button>
        )}
        <a className="control" download href={`/api/${corpus.slug}/export/flags.csv?${csv}`}>
          <Download size={14} aria-hidden="true" />
          CSV of these
        </a>
      </div>
    </section>
  );
}

/** "score 0.94" where the signal has one, else the voice where it is not the outlet's own. */
function scoreWords({ flags }: FlaggedSentence): string {
  const scores = flags.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length > 0) return `score ${Math.max(...scores).toFixed(2)}`;
  const voice = flags[0]?.voice ?? "outlet";
  return voice === "outlet" ? "" : VOICE_OF_FLAG[voice];
}

function usePages(first: FlaggedSentence[], next: string | null, sort: Sort, period: Period) {
  const { corpus, view, signal, at } = useExplore();
  const [sentences, setSentences] = useState(first);
  const [more, setMore] = useState(next);
  const [state, setState] = useState<"still" | "loading" | "failed">("still");
  const load = async () => {
    if (!more || !at) return;
    setState("loading");
    const query = toQueryString(view, {
      at: `${at.slug}:${period.start}`,
      show: signal.id,
      sort,
      cursor: more,
    });
    try {
      const response = await fetch(`/api/${corpus.slug}/sentences?${query}`);
      if (!response.ok) throw new Error("refused");
      const page = (await response.json()) as { sentences: FlaggedSentence[]; next: string | null };
      setSentences((before) => [...before, ...page.sentences]);
      setMore(page.next);
      setState("still");
    } catch {
      setState("failed");
    }
  };
  return { sentences, more, load, loading: state === "loading", failed: state === "failed" };
}
