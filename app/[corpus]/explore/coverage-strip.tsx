"use client";

import { useId } from "react";
import { formatCount, formatPeriod } from "../../format.ts";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import type { Reading } from "./figure-data.ts";
import { type Frame, plotWidth, xOf } from "./geometry.ts";
import { usePeriodDrag } from "./use-period-drag.ts";

const BAR = 17;
/** Height of a row, in px. */
export const STRIP_ROW = 26;

interface StripRow {
  slug: string | null;
  name: string;
  slot: number | null;
  readings: Pick<Reading, "n" | "status">[];
  total: number;
}

function useRows(): StripRow[] {
  const { coloured, others, slots, figure } = useExplore();
  const rows: StripRow[] = coloured.map((series) => ({
    slug: series.slug,
    name: series.name,
    slot: slots[series.slug] ?? null,
    readings: series.readings,
    total: series.total.n,
  }));
  if (others.length > 0) {
    const readings = figure.periods.map((_, index) => {
      const n = others.reduce((sum, series) => sum + (series.readings[index]?.n ?? 0), 0);
      return { n, status: n === 0 ? ("no_articles" as const) : ("ok" as const) };
    });
    const total = others.reduce((sum, series) => sum + series.total.n, 0);
    rows.push({
      slug: null,
      name: others.length === 1 ? "1 other" : `${others.length} others`,
      slot: null,
      readings,
      total,
    });
  }
  return rows;
}

/** Articles behind each point, a row an outlet, one square-root scale for all. Dragging over it sets the period. */
export function CoverageStrip({ frame, range }: { frame: Frame; range: [number, number] | null }) {
  const { figure, navigate, href } = useExplore();
  const rows = useRows();
  const { dragged, handlers } = usePeriodDrag(frame, (index, y) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, Math.floor(y / STRIP_ROW)))];
    const period = figure.periods[index];
    if (row?.slug && period) navigate(href({}, { at: `${row.slug}:${period.start}` }));
  });
  const hatch = useId();
  const height = rows.length * STRIP_ROW + 4;
  const most = Math.max(1, ...rows.flatMap((row) => row.readings.map(({ n }) => n)));
  const chosen = dragged ?? range;

  return (
    <div className="mt-4">
      <p className="text-label text-ink3">
        <span className="mr-3 text-small font-semibold text-ink">Articles behind each point</span>
        Hollow: fewer than {figure.thinBelow} articles. Hatched: none imported. Drag to choose a
        period.
      </p>
      <svg
        className="mt-2 block cursor-crosshair touch-pan-y select-none"
        width={frame.width}
        height={height}
        aria-hidden="true"
        data-layer="strip"
        {...handlers}
      >
        <HatchPattern id={hatch} />
        {chosen && <ChosenPeriods chosen={chosen} frame={frame} height={height} />}
        {rows.map((row, i) => (
          <StripBars
            key={row.slug ?? "others"}
            row={row}
            top={i * STRIP_ROW}
            frame={frame}
            most={most}
            hatch={hatch}
          />
        ))}
        <StripCrosshair frame={frame} height={height} />
      </svg>
      {!frame.gutter && (
        <p className="mt-1 text-label text-ink3">Rows: {rows.map((row) => row.name).join(", ")}.</p>
      )}
      <ChosenLive chosen={chosen} />
    </div>
  );
}

/** Marks periods without articles. */
function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V6" stroke="var(--rest)" strokeWidth={1.25} />
      </pattern>
    </defs>
  );
}

interface ChosenProps {
  chosen: [number, number];
  frame: Frame;
  height: number;
}

function ChosenPeriods({ chosen: [first, last], frame, height }: ChosenProps) {
  const count = useExplore().figure.periods.length;
  const half = plotWidth(frame) / count / 2;
  return (
    <rect
      data-screen-only="true"
      x={xOf(frame, count, first) - half}
      width={(last - first + 1) * half * 2}
      height={height}
      fill="var(--inset)"
      stroke="var(--ink)"
    />
  );
}

function StripCrosshair({ frame, height }: { frame: Frame; height: number }) {
  const { periods } = useExplore().figure;
  const { index } = useCrosshair().crosshair;
  if (index === null) return null;
  return (
    <path
      data-screen-only="true"
      d={`M${xOf(frame, periods.length, index)} 0V${height}`}
      stroke="var(--ink)"
      strokeWidth={1.25}
    />
  );
}

/** Reads the chosen periods aloud. */
function ChosenLive({ chosen }: { chosen: [number, number] | null }) {
  const { periods, granularity } = useExplore().figure;
  const words = (index: number) =>
    formatPeriod(periods[index] ?? { start: "", end: "" }, granularity);
  return (
    <p className="sr-only" aria-live="polite">
      {chosen && `Chosen: ${words(chosen[0])} to ${words(chosen[1])}. Enter shows this period.`}
    </p>
  );
}

interface BarsProps {
  row: StripRow;
  top: number;
  frame: Frame;
  most: number;
  hatch: string;
}

function StripBars({ row, top, frame, most, hatch }: BarsProps) {
  const count = row.readings.length;
  const column = plotWidth(frame) / count;
  const width = Math.max(1, column - (column > 6 ? 2 : 0.5));
  const base = top + BAR + 4;
  const bar = (n: number) => Math.max(2, BAR * Math.sqrt(n / most));
  const box = (i: number, height: number) =>
    `M${(xOf(frame, count, i) - width / 2).toFixed(1)} ${(base - height).toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}Z`;
  const pathOf = (status: Reading["status"]) =>
    row.readings
      .map(({ n, status: own }, i) =>
        own === status ? box(i, own === "no_articles" ? BAR * 0.6 : bar(n)) : "",
      )
      .join("");
  const left = frame.width - frame.right + 16;
  return (
    <g className={row.slot ? `slot-${row.slot}` : "slot-none"}>
      <path d={pathOf("ok")} fill="var(--line)" fillOpacity={row.slot ? 0.6 : 1} />
      <path d={pathOf("thin")} fill="var(--paper)" stroke="var(--rest)" strokeWidth={1} />
      <path d={pathOf("no_articles")} fill={`url(#${hatch})`} />
      <path d={`M${frame.left} ${base + 0.5}H${frame.width - frame.right}`} stroke="var(--rule)" />
      {frame.gutter && (
        <g fontSize={13} fill="var(--ink2)">
          <text x={left} y={base}>
            {row.name.length > 18 ? `${row.name.slice(0, 17)}…` : row.name}
          </text>
          <text x={frame.width} y={base} textAnchor="end">
            {formatCount(row.total)}
          </text>
        </g>
      )}
    </g>
  );
}
