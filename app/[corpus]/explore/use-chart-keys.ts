"use client";

import { type KeyboardEvent, useState } from "react";
import { useCrosshair, useExplore } from "./explore-state.tsx";

/** The chart's keys (LOOK 7): arrows, Home, End, Enter, Shift with arrows, t, Esc. It is one tab stop. */
export function useChartKeys() {
  const { figure, coloured, at, href, navigate, brush } = useExplore();
  const { crosshair, setCrosshair } = useCrosshair();
  const [range, setRange] = useState<[number, number] | null>(null);
  const last = figure.periods.length - 1;
  const index = crosshair.index ?? last;

  /** Up and down go through the outlets in colour, by their height in this period. */
  const neighbour = (step: number): string | null => {
    const height = (slug: string) =>
      figure.series.find((series) => series.slug === slug)?.readings[index]?.value ?? -1;
    const order = coloured.map(({ slug }) => slug).sort((a, b) => height(b) - height(a));
    const now = crosshair.slug ? order.indexOf(crosshair.slug) : -1;
    if (now < 0) return order[step > 0 ? 0 : order.length - 1] ?? null;
    return order[Math.min(order.length - 1, Math.max(0, now + step))] ?? null;
  };
  const goTo = (next: number) => {
    setRange(null);
    setCrosshair({
      index: Math.min(last, Math.max(0, next)),
      slug: crosshair.slug ?? coloured[0]?.slug ?? null,
    });
  };
  const extend = (step: number) => {
    const [anchor, end] = range ?? [index, index];
    const moved = Math.min(last, Math.max(0, end + step));
    setRange([anchor, moved]);
    setCrosshair({ index: moved, slug: crosshair.slug });
  };
  const sorted = range ? ([Math.min(...range), Math.max(...range)] as [number, number]) : null;
  const enter = () => {
    const from = sorted && figure.periods[sorted[0]]?.start;
    const to = sorted && figure.periods[sorted[1]]?.end;
    const slug = crosshair.slug ?? coloured[0]?.slug;
    const period = figure.periods[index];
    setRange(null);
    if (from && to) brush(from, to);
    else if (slug && period) navigate(href({}, { at: `${slug}:${period.start}` }));
  };
  const leave = () => {
    setRange(null);
    setCrosshair({ index: null, slug: null });
    if (at) navigate(href({}, { at: "" }));
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowLeft: (event) =>
      event.shiftKey ? extend(-1) : goTo(crosshair.index === null ? last : index - 1),
    ArrowRight: (event) =>
      event.shiftKey ? extend(1) : goTo(crosshair.index === null ? 0 : index + 1),
    ArrowUp: () => setCrosshair({ index, slug: neighbour(-1) }),
    ArrowDown: () => setCrosshair({ index, slug: neighbour(1) }),
    Home: () => goTo(0),
    End: () => goTo(last),
    Enter: enter,
    Escape: leave,
    t: () => document.getElementById("table-title")?.focus(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act(event);
  };
  return { onKeyDown, range: sorted };
}
