"use client";

import { type KeyboardEvent, useState } from "react";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import type { FigureSeries } from "./figure-data.ts";

/** The chart's keys (LOOK 7): arrows, Home, End, Enter, Shift with arrows, t, Esc. It is one tab stop. */
export function useChartKeys() {
  const { figure, coloured, at, href, navigate, brush } = useExplore();
  const { crosshair, setCrosshair } = useCrosshair();
  const { index, last, range, goTo, extend, clearRange } = usePeriodSteps();

  const goToOutlet = (step: number) =>
    setCrosshair({ index, slug: neighbour(coloured, index, crosshair.slug, step) });
  const enter = () => {
    const from = range && figure.periods[range[0]]?.start;
    const to = range && figure.periods[range[1]]?.end;
    const slug = crosshair.slug ?? coloured[0]?.slug;
    const period = figure.periods[index];
    clearRange();
    if (from && to) brush(from, to);
    else if (slug && period) navigate(href({}, { at: `${slug}:${period.start}` }));
  };
  const leave = () => {
    clearRange();
    setCrosshair({ index: null, slug: null });
    if (at) navigate(href({}, { at: "" }));
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowLeft: (event) =>
      event.shiftKey ? extend(-1) : goTo(crosshair.index === null ? last : index - 1),
    ArrowRight: (event) =>
      event.shiftKey ? extend(1) : goTo(crosshair.index === null ? 0 : index + 1),
    ArrowUp: () => goToOutlet(-1),
    ArrowDown: () => goToOutlet(1),
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
  return { onKeyDown, range };
}

/** The period under the crosshair, the last one until the keys move it, and the range drawn out from it. */
function usePeriodSteps() {
  const { figure, coloured } = useExplore();
  const { crosshair, setCrosshair } = useCrosshair();
  const [range, setRange] = useState<[number, number] | null>(null);
  const last = figure.periods.length - 1;
  const index = crosshair.index ?? last;
  const within = (wished: number) => Math.min(last, Math.max(0, wished));
  const goTo = (next: number) => {
    setRange(null);
    setCrosshair({ index: within(next), slug: crosshair.slug ?? coloured[0]?.slug ?? null });
  };
  const extend = (step: number) => {
    const [anchor, end] = range ?? [index, index];
    const moved = within(end + step);
    setRange([anchor, moved]);
    setCrosshair({ index: moved, slug: crosshair.slug });
  };
  const sorted = range ? ([Math.min(...range), Math.max(...range)] as [number, number]) : null;
  return { index, last, range: sorted, goTo, extend, clearRange: () => setRange(null) };
}

/** Up and down go through the outlets in colour, by their height in this period. */
function neighbour(
  coloured: readonly FigureSeries[],
  index: number,
  slug: string | null,
  step: number,
): string | null {
  const height = (series: FigureSeries) => series.readings[index]?.value ?? -1;
  const order = [...coloured].sort((a, b) => height(b) - height(a)).map((series) => series.slug);
  const now = slug ? order.indexOf(slug) : -1;
  if (now < 0) return order[step > 0 ? 0 : order.length - 1] ?? null;
  return order[Math.min(order.length - 1, Math.max(0, now + step))] ?? null;
}
