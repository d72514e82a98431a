"use client";

import type { MouseEvent, ReactNode } from "react";
import { useExplore } from "./explore-state.tsx";

interface ViewLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  current?: boolean;
  label?: string;
  onFollow?: () => void;
}

/** A link to another view: a real address, followed within the page so that the old figure stays until the new one is there. */
export function ViewLink({ href, children, className, current, label, onFollow }: ViewLinkProps) {
  const { navigate } = useExplore();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onFollow?.();
    navigate(href);
  };
  return (
    <a
      href={href}
      className={className}
      aria-current={current ? "true" : undefined}
      aria-label={label}
      onClick={follow}
    >
      {children}
    </a>
  );
}
