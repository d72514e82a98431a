"use client";

import { useEffect } from "react";
import type { ArticleView } from "../../../../lib/queries/article.ts";
import { singleKeysAreOn } from "../../../components/single-keys.ts";
import type { SignalWords } from "../../../view-words.ts";

interface ReadingKeys {
  article: ArticleView;
  signals: SignalWords[];
  shown: ReadonlySet<string>;
  chosen: number | null;
  /** Whether the card says that the flag of the link isn't there. */
  lostNote: boolean;
  choose: (index: number | null, focus?: boolean) => void;
  toggle: (signal: string) => void;
}

/** j and k go through the flags shown, Enter moves into the card, Esc closes it, digits switch signals. */
export function useReadingKeys(keys: ReadingKeys) {
  const { article, signals, shown, chosen, lostNote, choose, toggle } = keys;
  useEffect(() => {
    const step = (by: number) => {
      const visible = [...article.flags.keys()].filter((i) =>
        shown.has(article.flags[i]?.signal ?? ""),
      );
      const at = chosen === null ? -1 : visible.indexOf(chosen);
      const next = at < 0 ? (by > 0 ? visible[0] : visible.at(-1)) : visible[at + by];
      if (next !== undefined) choose(next, true);
    };
    const enter = (event: KeyboardEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>("[data-flag]");
      if (!mark) return;
      event.preventDefault();
      choose(Number(mark.dataset.flag));
      // The card is there after the next paint.
      requestAnimationFrame(() => document.getElementById("card-title")?.focus());
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (
        /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) &&
        target.getAttribute("type") !== "checkbox"
      )
        return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "Enter") enter(event);
      else if (event.key === "Escape" && chosen !== null) {
        document.querySelector<HTMLElement>(`[data-flag="${chosen}"][data-first]`)?.focus();
        choose(null);
      } else if (event.key === "Escape" && lostNote) choose(null);
      else if (singleKeysAreOn()) {
        const signal = signals[Number(event.key) - 1];
        if (event.key === "j") step(1);
        else if (event.key === "k") step(-1);
        else if (/^[1-9]$/.test(event.key) && signal) toggle(signal.id);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
