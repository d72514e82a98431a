"use client";

import { countOf, formatCount, formatPeriod } from "../../format.ts";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import type { FigureSeries, Reading } from "./figure-data.ts";
import { type Frame, spread, xOf, yOf } from "./geometry.ts";
import { intervalWords, valueWords } from "./reading-words.ts";

const ROW = 44;
const WIDEST_NAME = 22;

const shorten = (name: string) =>
  name.length > WIDEST_NAME ? `${name.slice(0, WIDEST_NAME - 1)}…` : name;

/** The last point of a line that has a comparable value, else the last that has any. */
function lastPoint(series: FigureSeries): number {
  for (const wanted of ["ok", "thin"]) {
    const index = series.readings.findLastIndex(
      ({ status, value }) => status === wanted && value !== null,
    );
    if (index >= 0) return index;
  }
  return -1;
}

/** Names at the line ends, in the outlet's colour; under each the numbers of the crosshair's period, else of the range. */
export function LineNames({ frame, max }: { frame: Frame; max: number }) {
  const { figure, coloured, others, slots } = useExplore();
  const { crosshair } = useCrosshair();
  const { periods, granularity, unit } = figure;
  const ends = coloured.map((series) => {
    const last = lastPoint(series);
    const value = series.readings[last]?.value ?? 0;
    return { x: last < 0 ? null : xOf(frame, periods.length, last), y: yOf(frame, max, value) };
  });
  const left = frame.width - frame.right + 16;
  // A row is 44 px: name on its wish, numbers below. The head line and the others' line frame them.
  const bottom = frame.height - frame.bottom - 22;
  const gap = Math.min(ROW, (bottom - frame.top - 22) / Math.max(1, coloured.length - 1));
  const rows = spread(
    ends.map((end) => end.y),
    gap,
    frame.top + 22,
    bottom,
  );
  const period = crosshair.index === null ? undefined : periods[crosshair.index];
  const hovered = others.find(({ slug }) => slug === crosshair.slug);
  const readingIn = (series: FigureSeries) =>
    crosshair.index === null ? series.total : series.readings[crosshair.index];
  return (
    <g fontSize={13}>
      <text x={left} y={frame.top - 10} fill="var(--ink)" fontWeight={600}>
        {period ? formatPeriod(period, granularity) : `All ${countOf(periods.length, granularity)}`}
      </text>
      {coloured.map((series, i) => (
        <g key={series.slug} className={`slot-${slots[series.slug]}`}>
          <Leader from={ends[i]?.x ?? null} y={ends[i]?.y ?? 0} to={left - 4} row={rows[i] ?? 0} />
          <text x={left} y={(rows[i] ?? 0) + 5} fontSize={15} fontWeight={600} fill="var(--text)">
            {shorten(series.name)}
            <title>{series.name}</title>
          </text>
          {gap >= 34 && (
            <Numbers reading={readingIn(series)} unit={unit} x={left} y={(rows[i] ?? 0) + 23} />
          )}
        </g>
      ))}
      <text x={left} y={frame.height - 8} fill="var(--ink3)">
        {hovered
          ? `${shorten(hovered.name)} ${valueWords(readingIn(hovered) ?? hovered.total, unit)}`
          : othersWords(others.length)}
      </text>
    </g>
  );
}

const othersWords = (count: number) =>
  count === 0 ? "" : count === 1 ? "1 other in grey" : `${count} others in grey`;

function Leader({ from, y, to, row }: { from: number | null; y: number; to: number; row: number }) {
  if (from === null) return null;
  return (
    <path
      d={`M${from + 6} ${y}L${to - 12} ${row}H${to}`}
      fill="none"
      stroke="var(--line)"
      strokeWidth={1}
      opacity={0.7}
    />
  );
}

function Numbers({
  reading,
  unit,
  x,
  y,
}: {
  reading: Reading | undefined;
  unit: Parameters<typeof valueWords>[1];
  x: number;
  y: number;
}) {
  if (!reading) return null;
  if (reading.status === "no_articles") {
    return (
      <text x={x} y={y} fill="var(--ink3)">
        no articles
      </text>
    );
  }
  const interval = intervalWords(reading, unit);
  return (
    <text x={x} y={y} fill="var(--ink2)">
      <tspan fontWeight={600} fill="var(--ink)">
        {valueWords(reading, unit)}
      </tspan>
      {interval && <tspan dx={6}>{interval}</tspan>}
      <tspan dx={8}>n = {formatCount(reading.n)}</tspan>
      {reading.status === "thin" && <tspan dx={6}>thin</tspan>}
    </text>
  );
}
