"use client";

import { useLayoutEffect, useState } from "react";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import type { SignalWords } from "../../../view-words.ts";
import { FlagCard } from "./flag-card.tsx";
import { LostFlag } from "./lost-flag.tsx";

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
  const { article, signals, chosen, lostNote, choose, element } = props;
  const top = useTop(chosen, element);
  const flag = chosen === null ? undefined : article.flags[chosen];
  const signal = signals.find(({ id }) => id === flag?.signal);
  if (lostNote) {
    return (
      <div className="reading-card-column">
        <div className="reading-card">
          <LostFlag onClose={() => choose(null)} />
          {article.flags.length > 0 && <KeysNote signals={signals} />}
        </div>
      </div>
    );
  }
  if (chosen === null || !flag || !signal) {
    return (
      <div className="reading-card-column max-xl:hidden">
        {article.flags.length > 0 ? (
          <KeysNote signals={signals} />
        ) : (
          <p className="text-small text-ink3">No flags in this article.</p>
        )}
      </div>
    );
  }
  return (
    <div className="reading-card-column">
      <div className="reading-card" style={{ "--card-top": `${top}px` } as React.CSSProperties}>
        <FlagCard {...props} chosen={chosen} flag={flag} signal={signal} />
        <KeysNote signals={signals} />
      </div>
    </div>
  );
}

/** The keys that useReadingKeys serves. */
function KeysNote({ signals }: { signals: SignalWords[] }) {
  return (
    <p className="mt-6 text-label text-ink3 max-md:hidden">
      <kbd className="kbd">j</kbd> <kbd className="kbd">k</kbd> next and previous flag,{" "}
      <kbd className="kbd">Enter</kbd> evidence, <kbd className="kbd">1</kbd> to{" "}
      <kbd className="kbd">{Math.min(signals.length, 9)}</kbd> switch signals,{" "}
      <kbd className="kbd">Esc</kbd> close.
    </p>
  );
}

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
