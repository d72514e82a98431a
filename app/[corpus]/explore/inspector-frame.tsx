"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { countOf } from "../../format.ts";
import { useExplore } from "./explore-state.tsx";
import { OutletMark } from "./shape.tsx";
import { ViewLink } from "./view-link.tsx";

interface InspectorFrameProps {
  title: string;
  hits: number;
  children: ReactNode;
}

/** A column at 1360 px and more, a drawer over the right edge below, a sheet from the bottom on small screens. */
export function InspectorFrame({ title, hits, children }: InspectorFrameProps) {
  const { at, figure, slots, href, navigate } = useExplore();
  const [open, setOpen] = useState(false);
  const key = at ? `${at.slug} ${at.index}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new point peeks again
  useEffect(() => setOpen(false), [key]);
  if (!at) return null;
  const close = href({}, { at: "" });
  const neighbour = (step: number) => {
    const period = figure.periods[at.index + step];
    return period ? href({}, { at: `${at.slug}:${period.start}` }) : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    navigate(close);
    document.querySelector<HTMLElement>("[role=application]")?.focus();
  };
  return (
    <aside
      aria-labelledby="inspector-title"
      className="inspector bg-paper"
      data-open={open}
      data-testid="inspector"
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className="inspector-handle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="sr-only">{open ? "Show less" : "Show all sentences"}</span>
      </button>
      <header className="flex items-center gap-2">
        <OutletMark slot={slots[at.slug]} size={14} />
        <h2 id="inspector-title" tabIndex={-1} className="min-w-0 flex-1 font-semibold">
          {title}
        </h2>
        <Step
          href={neighbour(-1)}
          words={`Earlier ${figure.granularity}`}
          icon={<ChevronLeft size={18} aria-hidden="true" />}
        />
        <Step
          href={neighbour(1)}
          words={`Later ${figure.granularity}`}
          icon={<ChevronRight size={18} aria-hidden="true" />}
        />
        <ViewLink href={close} className="control-icon control-small" label="Close">
          <X size={18} aria-hidden="true" />
        </ViewLink>
      </header>
      <div className="inspector-body">{children}</div>
      {hits > 0 && (
        <button
          type="button"
          className="inspector-more control control-chosen"
          onClick={() => setOpen(true)}
        >
          Read {hits === 1 ? "the sentence" : `the sentences (${countOf(hits, "flag")})`}
        </button>
      )}
    </aside>
  );
}

function Step({ href, words, icon }: { href: string | null; words: string; icon: ReactNode }) {
  if (!href) {
    return (
      <span className="control-icon control-small" aria-disabled="true">
        {icon}
      </span>
    );
  }
  return (
    <ViewLink href={href} className="control-icon control-small" label={words}>
      {icon}
    </ViewLink>
  );
}
