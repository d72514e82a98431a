import type { Measure } from "../../../lib/queries/metrics-types.ts";
import { roundTicks } from "../explore/geometry.ts";
import { shapePath } from "../explore/shape.tsx";

/** The end and the ticks of the axis that all signals share: it covers the intervals, as Explore's does. */
export function sharedTicks(measures: readonly Measure[]): number[] {
  let highest = 0;
  let bound = 0;
  for (const { status, rate, rateHigh } of measures) {
    if (rate === null) continue;
    highest = Math.max(highest, rate);
    if (status === "ok") bound = Math.max(bound, rateHigh ?? rate);
  }
  // The interval of a few articles would press all others flat: beyond this it ends in an arrowhead.
  return roundTicks(highest > 0 ? Math.max(highest, Math.min(bound, 1.5 * highest)) : bound);
}

interface DotLineProps {
  measure: Measure;
  slot: number;
  ticks: readonly number[];
  /** What the drawing says, for readers who can't see it. */
  label: string;
}

/**
 * A rate with its interval on the shared axis, as high as its cell. Hollow and grey: too few articles. Without articles
 * nothing is drawn.
 */
export function DotLine({ measure, slot, ticks, label }: DotLineProps) {
  const max = ticks.at(-1) ?? 1;
  const at = (value: number) => `${((100 * Math.min(value, max)) / max).toFixed(3)}%`;
  const { status, rate, rateLow, rateHigh } = measure;
  const thin = status === "thin";
  return (
    <svg
      role="img"
      aria-label={label}
      className={`compare-dots overflow-visible ${thin ? "slot-none" : `slot-${slot}`}`}
    >
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={at(tick)}
          x2={at(tick)}
          y1={0}
          y2="100%"
          stroke={tick === 0 ? "var(--ink)" : "var(--rule)"}
        />
      ))}
      {!thin && rateLow !== null && rateHigh !== null && (
        <line
          x1={at(rateLow)}
          x2={at(rateHigh)}
          y1="50%"
          y2="50%"
          stroke="var(--line)"
          strokeWidth={2.25}
        />
      )}
      {!thin && rateHigh !== null && rateHigh > max && (
        <svg x="100%" y="50%" className="overflow-visible" aria-hidden="true">
          <path d="M-6 -5L1 0L-6 5Z" fill="var(--line)" />
        </svg>
      )}
      {rate !== null && (
        <svg x={at(rate)} y="50%" className="overflow-visible" aria-hidden="true">
          {thin ? (
            <circle r={4.5} fill="var(--paper)" stroke="var(--rest)" strokeWidth={1.5} />
          ) : (
            <path
              d={shapePath(slot, 0, 0, 5.5)}
              fill="var(--line)"
              stroke="var(--paper)"
              strokeWidth={1.5}
            />
          )}
        </svg>
      )}
    </svg>
  );
}

/** The numbers under the axis. */
export function AxisLabels({ ticks }: { ticks: readonly number[] }) {
  const max = ticks.at(-1) ?? 1;
  return (
    <svg width="100%" height={38} aria-hidden="true" className="block overflow-visible">
      {ticks.map((tick) => (
        <text
          key={tick}
          x={`${(100 * tick) / max}%`}
          y={15}
          textAnchor="middle"
          fontSize={13}
          fill="var(--ink2)"
        >
          {tick}
        </text>
      ))}
      <text x="100%" y={33} textAnchor="end" fontSize={13} fill="var(--ink3)">
        per 1,000 words
      </text>
    </svg>
  );
}
