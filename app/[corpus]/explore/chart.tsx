"use client";

import dynamic from "next/dynamic";
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { countOf, formatPeriod } from "../../format.ts";
import { unitAfter } from "../../view-words.ts";
import { CoverageStrip, STRIP_ROW } from "./coverage-strip.tsx";
import { type Crosshair, useCrosshair, useExplore } from "./explore-state.tsx";
import { axisTicks, type Frame, frameOf, indexAt, yOf } from "./geometry.ts";
import { PlotMarks } from "./plot-marks.tsx";
import { PlotRest } from "./plot-rest.tsx";
import { ReadOut } from "./read-out.tsx";
import { spokenReading, valueWords } from "./reading-words.ts";
import { useChartKeys } from "./use-chart-keys.ts";

// recharts is 104 KB and draws nothing on the server: it comes when the box is there.
const Plot = dynamic(() => import("./plot.tsx"), { ssr: false });

/** The width of the box, followed; null on the server. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

/** How near the pointer must be to a point or line to mean it, in px. */
const REACH = 24;

/** The outlet nearest to the pointer in its period; outlets in colour go before grey ones. */
function useNearest(frame: Frame | null, max: number) {
  const { figure, coloured, others } = useExplore();
  return (event: PointerEvent<HTMLElement>): Crosshair => {
    if (!frame) return { index: null, slug: null };
    const box = event.currentTarget.getBoundingClientRect();
    const index = indexAt(frame, figure.periods.length, event.clientX - box.left);
    const y = event.clientY - box.top;
    const nearest = (list: typeof coloured, reach: number) => {
      let best: { slug: string; away: number } | null = null;
      for (const { slug, readings } of list) {
        const value = readings[index]?.value;
        if (value === null || value === undefined) continue;
        const away = Math.abs(yOf(frame, max, value) - y);
        if (away <= reach && (best === null || away < best.away)) best = { slug, away };
      }
      return best?.slug ?? null;
    };
    return { index, slug: nearest(coloured, REACH) ?? nearest(others, REACH / 3) };
  };
}

/** The chart: plot, read-out, coverage strip; one tab stop with keys of its own. */
export function Chart() {
  const { figure, coloured, href, navigate, at } = useExplore();
  const { crosshair, setCrosshair } = useCrosshair();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const frame = useMemo(() => (width ? frameOf(width) : null), [width]);
  const ticks = useMemo(() => axisTicks(figure.series, figure.unit), [figure]);
  const max = ticks.at(-1) ?? 1;
  const nearest = useNearest(frame, max);
  const { onKeyDown, range } = useChartKeys();
  useFocusInspector(at);

  const choose = (event: PointerEvent<HTMLDivElement>) => {
    const target = nearest(event);
    const period = target.index === null ? undefined : figure.periods[target.index];
    // Under a finger the first tap moves the crosshair, the second opens the sentences.
    const second = event.pointerType !== "touch" || target.index === crosshair.index;
    setCrosshair(target);
    const slug = target.slug ?? (event.pointerType === "touch" ? crosshair.slug : null);
    if (second && slug && period) navigate(href({}, { at: `${slug}:${period.start}` }));
  };

  return (
    <div ref={box} className="@container figure-dim" data-figure-box="true">
      <div
        role="application"
        aria-roledescription="line chart"
        aria-label="Chart. Arrow keys move through periods and outlets, Enter shows the sentences, t goes to the table."
        aria-describedby="chart-summary"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: role application is interactive
        tabIndex={0}
        className="relative h-[320px] cursor-crosshair touch-pan-y select-none @min-[620px]:h-[396px]"
        data-testid="chart"
        onKeyDown={onKeyDown}
        onPointerMove={(event) => event.pointerType !== "touch" && setCrosshair(nearest(event))}
        onPointerLeave={(event) =>
          event.pointerType !== "touch" && setCrosshair({ index: null, slug: null })
        }
        onPointerUp={choose}
      >
        {frame && (
          <>
            <PlotRest frame={frame} max={max} />
            <div className="pointer-events-none absolute inset-0" aria-hidden="true">
              <Plot frame={frame} ticks={ticks} />
            </div>
            <PlotMarks frame={frame} max={max} />
          </>
        )}
      </div>
      <Summary />
      <Live />
      {frame && !frame.gutter && <ReadOut />}
      {frame ? <CoverageStrip frame={frame} range={range} /> : <StripPlace />}
      {coloured.length === 0 && (
        <p className="mt-2 text-small text-ink2">
          All outlets are in grey. Choose outlets in the list to give them a colour.
        </p>
      )}
    </div>
  );
}

/** Keeps the strip's height until it is drawn, so that nothing below moves. */
function StripPlace() {
  const { coloured, others } = useExplore();
  const rows = coloured.length + (others.length > 0 ? 1 : 0);
  return <svg className="mt-4 block" width="1" height={rows * STRIP_ROW + 32} aria-hidden="true" />;
}

/** What the chart shows in a sentence, for readers who can't see it. */
function Summary() {
  const { figure, coloured } = useExplore();
  const { unit, periods, granularity } = figure;
  const ranges = coloured.map(({ name, readings }) => {
    const values = readings.flatMap(({ status, value }) =>
      status === "ok" && value !== null ? [value] : [],
    );
    if (values.length === 0) return `${name}: too few articles`;
    return `${name} ${valueWords({ value: Math.min(...values) }, unit)} to ${valueWords({ value: Math.max(...values) }, unit)}`;
  });
  return (
    <p id="chart-summary" className="sr-only">
      {countOf(coloured.length, "outlet")} in colour, {countOf(periods.length, granularity)}.{" "}
      {ranges.join("; ")}.
    </p>
  );
}

/** Reads the row under the crosshair aloud. */
function Live() {
  const { figure, signal } = useExplore();
  const { crosshair } = useCrosshair();
  const period = crosshair.index === null ? undefined : figure.periods[crosshair.index];
  const series = figure.series.find(({ slug }) => slug === crosshair.slug);
  const reading = crosshair.index === null ? undefined : series?.readings[crosshair.index];
  return (
    <p className="sr-only" aria-live="polite" data-testid="chart-live">
      {period && series && reading
        ? `${series.name}, ${formatPeriod(period, figure.granularity)}: ${spokenReading(reading, figure.unit, unitAfter(figure.unit, signal, reading.value))}`
        : ""}
    </p>
  );
}

/** Once the sentences asked for by key are there, the focus goes to them. */
function useFocusInspector(at: { slug: string; index: number } | null) {
  const asked = useRef(false);
  const key = at ? `${at.slug} ${at.index}` : null;
  useEffect(() => {
    const mark = (event: globalThis.KeyboardEvent) => {
      const inChart = (event.target as Element | null)?.getAttribute?.("role") === "application";
      asked.current = event.key === "Enter" && inChart;
    };
    window.addEventListener("keydown", mark, true);
    return () => window.removeEventListener("keydown", mark, true);
  }, []);
  useEffect(() => {
    if (key && asked.current) document.getElementById("inspector-title")?.focus();
    asked.current = false;
  }, [key]);
}
