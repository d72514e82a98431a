"use client";

import { memo } from "react";
import { axisUnit } from "../../view-words.ts";
import { useCrosshair, useExplore } from "./explore-state.tsx";
import { type FigureSeries, type Reading, runs } from "./figure-data.ts";
import { type Frame, plotWidth, xOf, yOf } from "./geometry.ts";
import { LineNames } from "./line-names.tsx";
import { linePath } from "./plot-rest.tsx";
import { shapePath } from "./shape.tsx";

interface Scale {
  frame: Frame;
  max: number;
}

/** What recharts doesn't draw: ticks, points by state, crosshair, chosen point, names and read-out at the line ends. */
export function PlotMarks({ frame, max }: Scale) {
  const { signal, figure } = useExplore();
  return (
    <svg
      className="pointer-events-none absolute inset-0 overflow-visible"
      width={frame.width}
      height={frame.height}
      aria-hidden="true"
      data-layer="marks"
    >
      <text x={frame.left} y={frame.top - 10} fontSize={13} fill="var(--ink2)">
        {axisUnit(signal, figure.unit)}
      </text>
      <PeriodTicks frame={frame} />
      <Points frame={frame} max={max} />
      <CrosshairMarks frame={frame} max={max} />
      {frame.gutter && <LineNames frame={frame} max={max} />}
    </svg>
  );
}

function PeriodTicks({ frame }: { frame: Frame }) {
  const { periods } = useExplore().figure;
  if (plotWidth(frame) / periods.length < 5) return null;
  const y = frame.height - frame.bottom;
  const path = periods
    .map((_, i) => `M${xOf(frame, periods.length, i).toFixed(1)} ${y}v4`)
    .join("");
  return <path d={path} stroke="var(--ink)" strokeWidth={1} />;
}

const Points = memo(function Points({ frame, max }: Scale) {
  const { coloured, slots } = useExplore();
  return coloured.map((series) => (
    <g key={series.slug} className={`slot-${slots[series.slug]}`}>
      <ThinJoins series={series} frame={frame} max={max} />
      {markedPoints(series, plotWidth(frame)).map((index) => (
        <PointMark
          key={index}
          series={series}
          index={index}
          slot={slots[series.slug] ?? 1}
          scale={{ frame, max }}
        />
      ))}
    </g>
  ));
});

/** Points that get a mark: thin, zero, lone and last ones always, the others where there is room for all. */
function markedPoints({ readings }: FigureSeries, width: number): number[] {
  const roomy = width / readings.length >= 26;
  const last = readings.findLastIndex(({ status }) => status === "ok");
  const isOk = (index: number) => readings[index]?.status === "ok";
  return [...readings.keys()].filter((index) => {
    const reading = readings[index];
    if (!reading || reading.value === null) return false;
    const lone = !isOk(index - 1) && !isOk(index + 1);
    return roomy || reading.status === "thin" || reading.value === 0 || index === last || lone;
  });
}

/** Dotted grey where a line passes through a thin point: no comparison rests on it. Gaps are not bridged. */
function ThinJoins({ series, frame, max }: { series: FigureSeries } & Scale) {
  const at = (i: number) =>
    `${xOf(frame, series.readings.length, i).toFixed(1)} ${yOf(frame, max, series.readings[i]?.value ?? 0).toFixed(1)}`;
  const isThin = (i: number) => series.readings[i]?.status === "thin";
  let path = "";
  for (const [first, last] of runs(series.readings, () => true)) {
    for (let i = first; i < last; i++)
      if (isThin(i) || isThin(i + 1)) path += `M${at(i)}L${at(i + 1)}`;
  }
  return (
    <path d={path} fill="none" stroke="var(--rest)" strokeWidth={1.25} strokeDasharray="1.5 3" />
  );
}

interface PointProps {
  series: FigureSeries;
  index: number;
  slot: number;
  scale: Scale;
}

/** Where periods stand this close, marks get smaller, and whiskers wait for the crosshair. */
const isDense = (frame: Frame, periods: number) => plotWidth(frame) / periods < 10;

/** Thin: hollow grey. Zero: filled on the axis, with a whisker to its upper bound. */
function PointMark({ series, index, slot, scale }: PointProps) {
  const reading = series.readings[index];
  if (!reading || reading.value === null) return null;
  const count = series.readings.length;
  const x = xOf(scale.frame, count, index);
  const y = yOf(scale.frame, scale.max, reading.value);
  const dense = isDense(scale.frame, count);
  if (reading.status === "thin") {
    return (
      <>
        <circle
          cx={x}
          cy={y}
          r={dense ? 2.5 : 3.5}
          fill="var(--paper)"
          stroke="var(--rest)"
          strokeWidth={1.5}
        />
        <CutOff x={x} scale={scale} value={reading.value} stroke="var(--rest)" />
      </>
    );
  }
  if (reading.value === 0) {
    return (
      <>
        {!dense && <Whisker reading={reading} x={x} scale={scale} width={1.25} />}
        <path d={shapePath(slot, x, y, dense ? 2.5 : 4)} fill="var(--line)" />
      </>
    );
  }
  return (
    <path d={shapePath(slot, x, y, 4)} fill="var(--line)" stroke="var(--paper)" strokeWidth={1} />
  );
}

/** An arrowhead where a value or bound lies above the axis. */
function CutOff({
  x,
  scale,
  value,
  stroke,
}: {
  x: number;
  scale: Scale;
  value: number | null;
  stroke: string;
}) {
  if (value === null || value <= scale.max * 1.0001) return null;
  const y = scale.frame.top;
  return (
    <path
      d={`M${x - 4} ${y + 1}L${x} ${y - 5}L${x + 4} ${y + 1}`}
      fill="none"
      stroke={stroke}
      strokeWidth={1.5}
    />
  );
}

function Whisker({
  reading,
  x,
  scale,
  width,
}: {
  reading: Reading;
  x: number;
  scale: Scale;
  width: number;
}) {
  if (reading.low === null || reading.high === null) return null;
  const [low, high] = [
    yOf(scale.frame, scale.max, reading.low),
    yOf(scale.frame, scale.max, reading.high),
  ];
  return (
    <>
      <path d={`M${x} ${low}V${high}`} stroke="var(--line)" strokeWidth={width} />
      <CutOff x={x} scale={scale} value={reading.high} stroke="var(--line)" />
    </>
  );
}

function CrosshairMarks({ frame, max }: Scale) {
  const { figure, coloured, others, slots, at } = useExplore();
  const { crosshair } = useCrosshair();
  const { index } = crosshair;
  const hovered = others.find(({ slug }) => slug === crosshair.slug);
  const raised = hovered && (
    <path d={linePath(hovered, frame, max)} fill="none" stroke="var(--ink3)" strokeWidth={2} />
  );
  if (index === null) return <g data-screen-only="true">{raised}</g>;
  const x = xOf(frame, figure.periods.length, index);
  const bottom = frame.height - frame.bottom;
  return (
    <g data-screen-only="true">
      {raised}
      <path d={`M${x} ${frame.top}V${bottom}`} stroke="var(--ink)" strokeWidth={1.25} />
      {coloured.map((series) => (
        <g key={series.slug} className={`slot-${slots[series.slug]}`}>
          <CrosshairPoint
            series={series}
            index={index}
            slot={slots[series.slug] ?? 1}
            scale={{ frame, max }}
          />
        </g>
      ))}
      {hovered && <CrosshairPoint series={hovered} index={index} slot={1} scale={{ frame, max }} />}
      {crosshair.slug && (
        <Ring slug={crosshair.slug} index={index} scale={{ frame, max }} heavy={false} />
      )}
      {at && <Ring slug={at.slug} index={at.index} scale={{ frame, max }} heavy />}
    </g>
  );
}

function CrosshairPoint({ series, index, slot, scale }: PointProps) {
  const reading = series.readings[index];
  if (!reading || reading.value === null) return null;
  const x = xOf(scale.frame, series.readings.length, index);
  const y = yOf(scale.frame, scale.max, reading.value);
  if (reading.status === "thin") {
    return (
      <circle cx={x} cy={y} r={4.5} fill="var(--paper)" stroke="var(--rest)" strokeWidth={2} />
    );
  }
  return (
    <>
      <Whisker reading={reading} x={x} scale={scale} width={3} />
      <path
        d={shapePath(slot, x, y, 5)}
        fill="var(--line, var(--ink3))"
        stroke="var(--paper)"
        strokeWidth={1.5}
      />
    </>
  );
}

function Ring({
  slug,
  index,
  scale,
  heavy,
}: {
  slug: string;
  index: number;
  scale: Scale;
  heavy: boolean;
}) {
  const series = useExplore().figure.series.find((one) => one.slug === slug);
  const reading = series?.readings[index];
  if (!series || !reading || reading.value === null) return null;
  const x = xOf(scale.frame, series.readings.length, index);
  const y = yOf(scale.frame, scale.max, reading.value);
  return (
    <circle cx={x} cy={y} r={9} fill="none" stroke="var(--ink)" strokeWidth={heavy ? 2 : 1.25} />
  );
}
