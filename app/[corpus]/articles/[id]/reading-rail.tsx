"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import type { Voice } from "../../../../analysis/types.ts";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { markClass } from "../../../components/marked-sentence.tsx";
import { countOf, formatCodebook, formatCount } from "../../../format.ts";
import { isCounted, type SignalWords } from "../../../view-words.ts";
import { LAST_VIEW } from "../../explore/last-view.ts";
import { QUOTATION_WORDS } from "./quotation-words.ts";

interface RailProps {
  corpus: string;
  article: ArticleView;
  signals: SignalWords[];
  shown: ReadonlySet<string>;
  toggle: (signal: string) => void;
}

/** Signals with their counts by voice, quotations by function, and the article in numbers: counts, no rates. */
export function ReadingRail(props: RailProps) {
  const { corpus, article } = props;
  return (
    <aside
      aria-label="About this article"
      className="reading-rail border-rule px-4 pt-4 xl:border-r xl:px-6 xl:py-6"
    >
      <BackLink corpus={corpus} />
      <States article={article} />
      <SignalSwitches {...props} />
      <details className="mt-4 xl:hidden">
        <summary className="link w-fit text-small">Quotations, words, source</summary>
        <Facts {...props} />
      </details>
      <div className="max-xl:hidden">
        <Facts {...props} />
      </div>
    </aside>
  );
}

/** The pages that lead to an article, by their path. */
const CAME_FROM: Readonly<Record<string, string>> = {
  explore: "chart",
  compare: "comparison",
  articles: "articles",
  terms: "lines",
  codebook: "codebook",
};

function BackLink({ corpus }: { corpus: string }) {
  const [href, setHref] = useState(`/${corpus}/explore`);
  useEffect(() => {
    const last = sessionStorage.getItem(LAST_VIEW);
    if (last?.startsWith(`/${corpus}/`)) setHref(last);
  }, [corpus]);
  const page = /^\/[^/]+\/(\w+)/.exec(href)?.[1] ?? "";
  return (
    <Link
      href={href}
      className="link inline-flex min-h-8 items-center gap-1 text-small touch:min-h-11"
    >
      <ChevronLeft size={15} aria-hidden="true" />
      Back to the {CAME_FROM[page] ?? "chart"}
    </Link>
  );
}

function States({ article }: { article: ArticleView }) {
  if (article.pending) {
    return (
      <p className="mt-2 text-small text-question">
        The charts still await this article’s analysis under codebook{" "}
        {formatCodebook(article.codebook)}.
      </p>
    );
  }
  if (!article.counted) {
    return (
      <p className="mt-2 text-small text-question">
        Language “{article.language}”: shown, and left out of all rates, which count English alone.
      </p>
    );
  }
  return null;
}

/** Flags of a signal that charts count unless asked otherwise, by voice. */
function countsBy({ article }: RailProps, signal: SignalWords): Record<Voice, number> {
  const counts = { outlet: 0, quoted: 0, reported: 0 };
  for (const flag of article.flags)
    if (flag.signal === signal.id && isCounted(signal, flag.label)) counts[flag.voice]++;
  return counts;
}

/** A switch a signal: rows in the rail, chips on small screens. */
function SignalSwitches(props: RailProps) {
  const { signals, shown, toggle } = props;
  return (
    <section className="mt-4" aria-labelledby="signals-title">
      <div className="reading-signal-head flex items-baseline border-b border-ink pb-1 text-label text-ink3">
        <h2 id="signals-title" className="flex-1 text-body font-semibold text-ink">
          Signals
        </h2>
        <span className="w-9 text-right">own</span>
        <span className="w-9 text-right max-xl:hidden">quot.</span>
        <span className="w-9 text-right max-xl:hidden">rep.</span>
      </div>
      <ul className="max-xl:flex max-xl:gap-2 max-xl:overflow-x-auto max-xl:py-2">
        {signals.map((signal) => {
          const { id, title } = signal;
          const counts = countsBy(props, signal);
          return (
            <li
              key={id}
              className="border-rule text-small xl:border-b max-xl:flex-none max-xl:border max-xl:px-2"
            >
              <label className="flex min-h-[37px] cursor-pointer items-center touch:min-h-11">
                <input
                  type="checkbox"
                  className="mr-2 size-4 accent-ink"
                  checked={shown.has(id)}
                  onChange={() => toggle(id)}
                />
                <span className="flex-1">
                  <span
                    className={`text-body ${shown.has(id) ? `mark mark-tint ${markClass(id)}` : "text-ink3"}`}
                  >
                    {title}
                  </span>
                </span>
                <span className="w-9 text-right font-semibold max-xl:w-7">{counts.outlet}</span>
                <span className="w-9 text-right text-ink3 max-xl:hidden">{counts.quoted}</span>
                <span className="w-9 text-right text-ink3 max-xl:hidden">{counts.reported}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const FUNCTIONS = ["direct", "partial", "scare", "title", "term", "mention", "other"] as const;

/** Own flags of a signal: those that count, then each label that charts leave out unless asked for it. */
function ownFlags({ flags }: ArticleView, signal: SignalWords): [string, number][] {
  const own = flags.filter((flag) => flag.signal === signal.id && flag.voice === "outlet");
  const aside = signal.labels.filter(({ id }) => !isCounted(signal, id));
  return [
    [signal.title, own.filter(({ label }) => isCounted(signal, label)).length],
    ...aside.map(({ id, title }): [string, number] => [
      `${title}, apart`,
      own.filter(({ label }) => label === id).length,
    ]),
  ];
}

function Facts({ article, signals }: RailProps) {
  const words = article.words.reduce((sum, cell) => sum + cell.count, 0);
  const own = article.words.reduce(
    (sum, cell) => sum + (cell.voice === "outlet" ? cell.count : 0),
    0,
  );
  const quoted = FUNCTIONS.map(
    (name) => [name, article.quotations.filter((one) => one.function === name).length] as const,
  );
  return (
    <>
      <FactList
        title="Quotations"
        note="by function"
        rows={quoted
          .filter(([, count]) => count > 0)
          .map(([name, count]) => [QUOTATION_WORDS[name], String(count)])}
        none="None"
      />
      <FactList
        title="This article"
        note="own voice"
        rows={[
          ["Words", formatCount(words)],
          ["In the outlet’s own voice", formatCount(own)],
          ...signals
            .flatMap((signal) => ownFlags(article, signal))
            .map(([name, count]): [string, string] => [
              name,
              `${count} in ${countOf(own, "word")}`,
            ]),
        ]}
      />
      <FactList
        title="Source"
        rows={[
          ["Language", article.language],
          ...(article.author ? [["Author", article.author] as [string, string]] : []),
          ...Object.entries(article.attributes),
          ["Codebook", formatCodebook(article.codebook)],
        ]}
      />
    </>
  );
}

interface FactListProps {
  title: string;
  note?: string;
  rows: [string, string][];
  none?: string;
}

function FactList({ title, note, rows, none }: FactListProps) {
  return (
    <section className="mt-6">
      <div className="flex items-baseline justify-between border-b border-ink pb-1">
        <h2 className="font-semibold">{title}</h2>
        {note && <span className="text-label text-ink3">{note}</span>}
      </div>
      <dl className="text-small">
        {rows.map(([name, value]) => (
          <div
            key={name}
            className="flex min-h-[33px] items-center justify-between gap-3 border-b border-rule"
          >
            <dt className="text-ink2">{name}</dt>
            <dd className="min-w-0 text-right break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 && <p className="py-2 text-small text-ink3">{none}</p>}
    </section>
  );
}
