"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { anchorOf } from "./reading.ts";

interface ChosenFlag {
  article: ArticleView;
  textRef: RefObject<HTMLElement | null>;
  /** The flag that the address names. */
  first: number | null;
  /** Whether the address names a flag that isn't there. */
  lost: boolean;
}

/** Which flag is chosen; the address follows, so that a link and a reload show the same. */
export function useChosenFlag({ article, textRef, first, lost }: ChosenFlag) {
  const [chosen, setChosen] = useState<number | null>(first);
  const [lostNote, setLostNote] = useState(lost);
  const element = useCallback(
    (index: number) =>
      textRef.current?.querySelector<HTMLElement>(`[data-flag="${index}"][data-first]`) ?? null,
    [textRef],
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
  // The flag of a link stands in the middle of the screen; on a small one above the sheet of its card.
  useEffect(() => {
    const block = window.matchMedia("(width < 1024px)").matches ? "start" : "center";
    if (first !== null) element(first)?.scrollIntoView({ block });
  }, [first, element]);
  return { chosen, lostNote, choose, element };
}
