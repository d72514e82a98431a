"use client";

import { useEffect } from "react";
import { isTyping, singleKeysAreOn } from "./single-keys.ts";

/** z takes back what was just done, while there is anything to take back. */
export function useUndoKey(undo: (() => void) | undefined) {
  useEffect(() => {
    if (!undo) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.defaultPrevented) return;
      if (event.key !== "z" || isTyping(event.target) || !singleKeysAreOn()) return;
      if (document.querySelector("dialog[open]")) return;
      undo();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo]);
}
