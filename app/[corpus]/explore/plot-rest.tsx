"use client";

import { memo } from "react";
import { useExplore } from "./explore-state.tsx";
import { type FigureSeries, runs } from "./figure-data.ts";
import { type Frame, plotWidth, xOf, yOf } from "./geometry.ts";

/**
 * A line as path data, broken wherever an outlet has no comparable value; a lone point becomes a short dash, or nothing
 * where periods stand close: there dashes would look like a texture.
 */
export function linePath(series: FigureSeries, frame: Frame, max: number): string {
  const count = series.readings.length;
  return runs(series.readings, ({ status }) => status === "ok")
    .map(([first, last]) => {
      if (first === last && plotWidth(frame) / count < 10) return "";
      const points: string[] = [];
      for (let i = first; i <= last; i++) {
        points.push(
          `${xOf(frame, count, i).toFixed(1)} ${yOf(frame, max, series.readings[i]?.value ?? 0).toFixed(1)}`,
        );
      }
      if (first === last) return `M${xOf(frame, count, first) - 3} ${points[0]?.split(" ")[1]}h6`;
      return `M${points.join("L")}`;
    })
    .join("");
}

/** All outlets without a colour: thin grey lines under the plot, one path each, so that a hundred of them cost little. */
export const PlotRest = memo(function PlotRest({ frame, max }: { frame: Frame; max: number }) {
  const { others } = useExplore();
  return (
    <svg
      className="absolute inset-0"
      width={frame.width}
      height={frame.height}
      aria-hidden="true"
      data-layer="rest"
    >
      {others.map((series) => (
        <path
          key={series.slug}
          d={linePath(series, frame, max)}
          fill="none"
          stroke="var(--restline)"
          strokeWidth={1}
        />
      ))}
    </svg>
  );
});
