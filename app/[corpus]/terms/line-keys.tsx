"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { singleKeysAreOn } from "../../components/single-keys.ts";

/** j and k go from line to line, Enter opens (the match is a link), s leads to the order; a click anywhere on a line opens it. */
export function LineKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) || !singleKeysAreOn()) return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "j") step(root.current, 1);
      else if (event.key === "k") step(root.current, -1);
      else if (event.key === "s") focusOrder();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const open = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest("a") || window.getSelection()?.isCollapsed === false) return;
    target.closest("[data-line]")?.querySelector<HTMLElement>("a")?.click();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each line has its link for the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: the link of each line is the control
    <div ref={root} onClick={open}>
      {children}
    </div>
  );
}

function step(root: HTMLElement | null, by: number): void {
  const links = [...(root?.querySelectorAll<HTMLElement>("[data-line] a") ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (by > 0 ? links[0] : links.at(-1)) : links[at + by];
  next?.focus({ preventScroll: true });
  next?.closest("[data-line]")?.scrollIntoView({ block: "nearest" });
}

/** The order that is chosen, in the row of orders or, on small screens, in the list of them. */
function focusOrder(): void {
  const orders = document.querySelectorAll<HTMLElement>("[data-order]");
  [...orders].find((order) => order.offsetParent !== null)?.focus();
}
