"use client";

import { type MouseEvent, useCallback, useEffect, useRef, useState } from "react";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import type { SignalWords } from "../../../view-words.ts";
import { ArticleText } from "./article-text.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { FlagMap } from "./flag-map.tsx";
import { anchorOf } from "./reading.ts";
import { ReadingRail } from "./reading-rail.tsx";
import { useReadingKeys } from "./use-reading-keys.ts";

interface ReaderProps {
  corpus: string;
  article: ArticleView;
  signals: SignalWords[];
  /** The flag that the address names. */
  first: number | null;
  /** Whether the address names a flag that isn't there. */
  lost: boolean;
}

/** The article with its flags: signals on the left, text in the middle, the chosen flag's evidence on the right. */
export function Reader({ corpus, article, signals, first, lost }: ReaderProps) {
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(signals.map(({ id }) => id)),
  );
  const [chosen, setChosen] = useState<number | null>(first);
  const [lostNote, setLostNote] = useState(lost);
  const text = useRef<HTMLElement>(null);
  const element = useCallback(
    (index: number) =>
      text.current?.querySelector<HTMLElement>(`[data-flag="${index}"][data-first]`) ?? null,
    [],
  );

  const choose = useCallback(
    (index: number | null, focus = false) => {
      setChosen(index);
      setLostNote(false);
      const flag = index === null ? undefined : article.flags[index];
      const url = new URL(window.location.href);
      if (flag) url.searchParams.set("flag", anchorOf(flag));
      else url.searchParams.delete("flag");
      window.history.replaceState(null, "", url.toString().replaceAll("%3A", ":"));
      if (index !== null && focus) {
        element(index)?.focus({ preventScroll: true });
        element(index)?.scrollIntoView({ block: "nearest" });
      }
    },
    [article, element],
  );
  const toggle = useCallback((signal: string) => {
    setShown((before) => {
      const next = new Set(before);
      if (!next.delete(signal)) next.add(signal);
      return next;
    });
  }, []);
  // The flag of a link stands in the middle of the screen; on a small one above the sheet of its card.
  useEffect(() => {
    const block = window.matchMedia("(width < 1024px)").matches ? "start" : "center";
    if (first !== null) element(first)?.scrollIntoView({ block });
  }, [first, element]);
  useReadingKeys({ article, signals, shown, chosen, lostNote, choose, toggle });

  const chooseUnder = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>("[data-flag]");
    if (mark && window.getSelection()?.isCollapsed !== false) choose(Number(mark.dataset.flag));
  };

  return (
    <main id="main" className="reading mx-auto max-w-[1980px]">
      <ReadingRail
        corpus={corpus}
        article={article}
        signals={signals}
        shown={shown}
        toggle={toggle}
      />
      <div className="relative min-w-0 px-4 py-6 md:px-12">
        <ArticleText
          ref={text}
          article={article}
          signals={signals}
          shown={shown}
          chosen={chosen}
          onClick={chooseUnder}
        />
        {/* After the text, whose flags it measures. */}
        <FlagMap
          article={article}
          signals={signals}
          shown={shown}
          textRef={text}
          element={element}
          choose={choose}
        />
      </div>
      <EvidenceCard
        corpus={corpus}
        article={article}
        signals={signals}
        shown={shown}
        chosen={chosen}
        lostNote={lostNote}
        choose={choose}
        element={element}
      />
    </main>
  );
}
