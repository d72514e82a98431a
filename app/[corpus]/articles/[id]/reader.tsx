"use client";

import { type MouseEvent, useCallback, useRef, useState } from "react";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import type { SignalWords } from "../../../view-words.ts";
import { ArticleText } from "./article-text.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { FlagMap } from "./flag-map.tsx";
import { ReadingRail } from "./reading-rail.tsx";
import { useChosenFlag } from "./use-chosen-flag.ts";
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
  const { shown, toggle } = useShownSignals(signals);
  const text = useRef<HTMLElement>(null);
  const flag = useChosenFlag({ article, textRef: text, first, lost });
  const { chosen, lostNote, choose, element } = flag;
  useReadingKeys({ article, signals, shown, chosen, lostNote, choose, toggle });

  const chooseUnder = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>("[data-flag]");
    if (mark && window.getSelection()?.isCollapsed !== false) choose(Number(mark.dataset.flag));
  };
  const marked = { article, signals, shown };

  return (
    <main id="main" className="reading mx-auto max-w-[1980px]">
      <ReadingRail corpus={corpus} {...marked} toggle={toggle} />
      <div className="relative min-w-0 px-4 py-6 md:px-12">
        <ArticleText ref={text} {...marked} chosen={chosen} onClick={chooseUnder} />
        {/* After the text, whose flags it measures. */}
        <FlagMap {...marked} textRef={text} element={element} choose={choose} />
      </div>
      <EvidenceCard corpus={corpus} {...marked} {...flag} />
    </main>
  );
}

/** The signals that are switched on: at first all. */
function useShownSignals(signals: readonly SignalWords[]) {
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(signals.map(({ id }) => id)),
  );
  const toggle = useCallback((signal: string) => {
    setShown((before) => {
      const next = new Set(before);
      if (!next.delete(signal)) next.add(signal);
      return next;
    });
  }, []);
  return { shown, toggle };
}
