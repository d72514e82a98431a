"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useLayoutEffect, useState } from "react";
import type { Flag, Quotation } from "../../../../analysis/types.ts";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { markClass } from "../../../components/marked-sentence.tsx";
import { isCounted, labelTitle, type SignalWords, VOICE_OF_FLAG } from "../../../view-words.ts";
import { HowOftenRight } from "../../methods/how-often-right.tsx";
import { CardFoot } from "./card-foot.tsx";
import { EvidenceRows } from "./evidence-rows.tsx";
import { LostFlag } from "./lost-flag.tsx";
import { QUOTATION_WORDS } from "./quotation-words.ts";
import { overlapping } from "./reading.ts";
import { whySentences } from "./why.ts";

interface CardProps {
  corpus: string;
  article: ArticleView;
  signals: SignalWords[];
  shown: ReadonlySet<string>;
  chosen: number | null;
  /** Whether the link named a flag that isn't there, and no other is chosen yet. */
  lostNote: boolean;
  choose: (index: number | null, focus?: boolean) => void;
  element: (index: number) => HTMLElement | null;
}

/** Why the chosen words are flagged: beside their line where there is room, else a sheet from below. */
export function EvidenceCard(props: CardProps) {
  const { article, signals, shown, chosen, lostNote, choose, element } = props;
  const top = useTop(chosen, element);
  const flag = chosen === null ? undefined : article.flags[chosen];
  const signal = signals.find(({ id }) => id === flag?.signal);
  const keys = (
    <p className="mt-6 text-label text-ink3 max-md:hidden">
      <kbd className="kbd">j</kbd> <kbd className="kbd">k</kbd> next and previous flag,{" "}
      <kbd className="kbd">Enter</kbd> evidence, <kbd className="kbd">1</kbd> to{" "}
      <kbd className="kbd">{Math.min(signals.length, 9)}</kbd> switch signals,{" "}
      <kbd className="kbd">Esc</kbd> close.
    </p>
  );
  if (lostNote) {
    return (
      <div className="reading-card-column">
        <div className="reading-card">
          <LostFlag onClose={() => choose(null)} />
          {article.flags.length > 0 && keys}
        </div>
      </div>
    );
  }
  if (chosen === null || !flag || !signal) {
    return (
      <div className="reading-card-column max-xl:hidden">
        {article.flags.length > 0 ? (
          keys
        ) : (
          <p className="text-small text-ink3">No flags in this article.</p>
        )}
      </div>
    );
  }
  const visible = [...article.flags.keys()].filter((i) =>
    shown.has(article.flags[i]?.signal ?? ""),
  );
  const at = visible.indexOf(chosen);
  const tabs = overlapping(article.flags, chosen).filter((i) => visible.includes(i));
  const quotation = article.quotations.find(
    ({ part, start }) => part === flag.part && start === flag.start,
  );
  const step = (by: number) => choose(visible[at + by] ?? chosen, true);
  return (
    <div className="reading-card-column">
      <div className="reading-card" style={{ "--card-top": `${top}px` } as React.CSSProperties}>
        <section
          aria-labelledby="card-title"
          className={`float max-h-full overflow-y-auto border-t-3 p-5 ${markClass(flag.signal)} card-edge`}
          data-testid="card"
        >
          <header className="flex items-center gap-1">
            <h2 id="card-title" tabIndex={-1} className="flex-1">
              <span className="font-semibold">{capital(flagName(flag, signal))}</span>
              <span className="ml-3 text-small text-ink2 max-md:ml-0 max-md:block">
                {VOICE_OF_FLAG[flag.voice]}
              </span>
            </h2>
            <button
              type="button"
              className="control-icon control-small"
              aria-label="Previous flag"
              disabled={at <= 0}
              onClick={() => step(-1)}
            >
              <ChevronLeft size={17} aria-hidden="true" />
            </button>
            <span className="text-small whitespace-nowrap text-ink2">
              {at + 1} of {visible.length}
            </span>
            <button
              type="button"
              className="control-icon control-small"
              aria-label="Next flag"
              disabled={at >= visible.length - 1}
              onClick={() => step(1)}
            >
              <ChevronRight size={17} aria-hidden="true" />
            </button>
            <button
              type="button"
              className="control-icon control-small"
              aria-label="Close"
              onClick={() => choose(null)}
            >
              <X size={17} aria-hidden="true" />
            </button>
          </header>
          {tabs.length > 1 && <OverlapTabs tabs={tabs} {...props} />}
          <p className="mt-3 font-serif text-section font-normal break-words">
            {flag.signal === "scare_quote" ? `“${flag.text}”` : flag.text}
          </p>
          {whySentences(flag, signal, quotation).map((sentence) => (
            <p key={sentence} className="mt-1 text-small text-ink2">
              {sentence}
            </p>
          ))}
          <EvidenceRows
            key={chosen}
            evidence={flag.evidence}
            rules={article.rules}
            weighed={flag.score !== null}
            words={
              quotation && flag.signal === "scare_quote"
                ? QUOTATION_WORDS[quotation.function].toLowerCase()
                : signal.singular
            }
          />
          {flag.signal === "scare_quote" && quotation && <Rivals quotation={quotation} />}
          <CardFoot corpus={props.corpus} article={article} flag={flag} signal={signal} />
          <HowOftenRight corpus={props.corpus} signal={signal} codebook={article.codebook} />
        </section>
        {keys}
      </div>
    </div>
  );
}

/** What the flag is called: a label that charts leave out has its own name. */
const flagName = (flag: Flag, signal: SignalWords) =>
  isCounted(signal, flag.label) ? signal.singular : labelTitle(signal, flag.label).toLowerCase();

function tabName(flag: Flag | undefined, signals: readonly SignalWords[]): string {
  const signal = signals.find(({ id }) => id === flag?.signal);
  return flag && signal ? capital(flagName(flag, signal)) : "";
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Where the chosen flag stands, so that the card can stand beside it. */
function useTop(chosen: number | null, element: (index: number) => HTMLElement | null): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const mark = chosen === null ? null : element(chosen);
    const column = document.querySelector(".reading-card-column");
    if (!mark || !column) return;
    setTop(Math.max(0, mark.getBoundingClientRect().top - column.getBoundingClientRect().top - 60));
  }, [chosen, element]);
  return top;
}

function OverlapTabs({ tabs, article, signals, chosen, choose }: CardProps & { tabs: number[] }) {
  return (
    <div className="mt-2 flex flex-wrap">
      {tabs.map((index) => (
        <button
          key={index}
          type="button"
          aria-pressed={index === chosen}
          className={`control -ml-px rounded-none text-small ${index === chosen ? "control-chosen" : ""}`}
          onClick={() => choose(index)}
        >
          {tabName(article.flags[index], signals)}
        </button>
      ))}
    </div>
  );
}

/** The readings that competed, by probability. */
function Rivals({ quotation }: { quotation: Quotation }) {
  const rivals = Object.entries(quotation.probabilities)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3) as [keyof typeof QUOTATION_WORDS, number][];
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 text-small">
      {rivals.map(([name, probability], i) => (
        <span key={name} className={i === 0 ? "font-semibold" : "text-ink2"}>
          {QUOTATION_WORDS[name]} {probability.toFixed(2)}
        </span>
      ))}
    </p>
  );
}
