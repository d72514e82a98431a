"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { markClass } from "../../../components/marked-sentence.tsx";
import type { SignalWords } from "../../../view-words.ts";

interface FlagMapProps {
  article: ArticleView;
  signals: SignalWords[];
  shown: ReadonlySet<string>;
  textRef: RefObject<HTMLElement | null>;
  element: (index: number) => HTMLElement | null;
  choose: (index: number | null, focus?: boolean) => void;
}

/** Left of the text a tick for each flag, a lane for each signal: where in the article they gather. */
export function FlagMap({ article, signals, shown, textRef, element, choose }: FlagMapProps) {
  const [tops, setTops] = useState<(number | null)[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown moves the flags
  useLayoutEffect(() => {
    const text = textRef.current;
    if (!text) return;
    const measure = () => {
      const origin = text.getBoundingClientRect().top;
      setTops(
        article.flags.map((_, i) => {
          const box = element(i)?.getClientRects()[0];
          return box ? box.top - origin + box.height / 2 : null;
        }),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(text);
    return () => observer.disconnect();
  }, [article, shown, textRef, element]);
  const lane = 14 / signals.length;
  return (
    <svg
      className="absolute top-6 left-6 hidden overflow-visible md:block"
      width={14}
      height={1}
      aria-hidden="true"
    >
      {article.flags.map((flag, index) => {
        const top = tops[index];
        if (top === null || top === undefined) return null;
        const column = signals.findIndex(({ id }) => id === flag.signal);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: j and k go through the same flags
          <g
            key={`${flag.part} ${flag.start} ${flag.signal} ${flag.label}`}
            className={`cursor-pointer ${markClass(flag.signal)}`}
            onClick={() => choose(index, true)}
          >
            <rect
              x={column * lane - 1}
              y={top - 6}
              width={lane + 2}
              height={12}
              fill="transparent"
            />
            <rect x={column * lane} y={top - 4} width={2.5} height={8} fill="var(--mark)" />
          </g>
        );
      })}
    </svg>
  );
}
