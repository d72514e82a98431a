"use client";

import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import type { Unit } from "../../../lib/view/view.ts";
import { bandCount } from "./band-count.ts";
import { useExplore } from "./explore-state.tsx";
import type { FigureData, FigureSeries, Reading } from "./figure-data.ts";
import { type Frame, plotWidth, xLabels } from "./geometry.ts";
import { tickWords } from "./reading-words.ts";

interface Row {
  x: number;
  readings: (Reading | undefined)[];
}

const solid = (index: number) => (row: Row) => {
  const reading = row.readings[index];
  return reading?.status === "ok" ? reading.value : null;
};
const interval = (index: number, max: number) => (row: Row) => {
  const reading = row.readings[index];
  if (reading?.status !== "ok" || reading.low === null || reading.high === null) return null;
  return [Math.min(reading.low, max), Math.min(reading.high, max)];
};

/** Axes, grid, bands and the lines of the outlets in colour. Everything that follows the pointer lies above, in PlotMarks. */
export default function Plot({ frame, ticks }: { frame: Frame; ticks: number[] }) {
  const { figure, coloured, slots, bands } = useExplore();
  const { periods } = figure;
  const max = ticks.at(-1) ?? 1;
  const rows: Row[] = periods.map((_, x) => ({
    x,
    readings: coloured.map((series) => series.readings[x]),
  }));
  const banded = coloured.slice(0, bandCount(bands, coloured.length, periods.length));
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={rows}
      margin={{ top: frame.top, right: frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      tabIndex={-1}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" strokeWidth={1} />
      {valueAxis(frame, ticks, figure.unit)}
      {periodAxis(frame, figure)}
      {banded.map((series, index) => (
        <Area
          key={series.slug}
          className={`slot-${slots[series.slug]}`}
          dataKey={interval(index, max)}
          stroke="none"
          fill="var(--line)"
          fillOpacity="var(--band)"
          connectNulls={false}
          isAnimationActive={false}
          activeDot={false}
          dot={false}
        />
      ))}
      {coloured.flatMap((series, index) => lines(series, index, slots[series.slug] ?? 1))}
    </ComposedChart>
  );
}

function valueAxis(frame: Frame, ticks: number[], unit: Unit) {
  return (
    <YAxis
      width={frame.left}
      domain={[0, ticks.at(-1) ?? 1]}
      ticks={ticks}
      allowDataOverflow
      axisLine={false}
      tickLine={false}
      tickMargin={8}
      tickFormatter={(value: number) => tickWords(value, unit)}
      tick={{ fill: "var(--ink3)", fontSize: 13 }}
    />
  );
}

function periodAxis(frame: Frame, { periods, granularity }: FigureData) {
  const labels = xLabels(periods, granularity, plotWidth(frame));
  return (
    <XAxis
      dataKey="x"
      type="number"
      domain={[-0.5, periods.length - 0.5]}
      ticks={labels.map((label) => label.index)}
      interval={0}
      height={frame.bottom}
      axisLine={{ stroke: "var(--ink)" }}
      tickLine={{ stroke: "var(--ink)" }}
      tickSize={5}
      tickMargin={6}
      tickFormatter={(index: number) => labels.find((label) => label.index === index)?.text ?? ""}
      tick={{ fill: "var(--ink2)", fontSize: 13 }}
    />
  );
}

/** A line in its outlet's colour over a halo of paper, so that crossing lines stay apart. */
function lines(series: FigureSeries, index: number, slot: number) {
  const shared = {
    type: "linear" as const,
    dataKey: solid(index),
    connectNulls: false,
    isAnimationActive: false,
    dot: false,
    activeDot: false,
    strokeLinejoin: "round" as const,
  };
  return [
    <Line key={`${series.slug} halo`} {...shared} stroke="var(--paper)" strokeWidth={4.5} />,
    <Line
      key={series.slug}
      {...shared}
      className={`slot-${slot}`}
      stroke="var(--line)"
      strokeWidth={2.25}
    />,
  ];
}
