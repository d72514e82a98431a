import type { Period } from "../../../lib/queries/metrics-types.ts";
import type { Granularity } from "../../../lib/view/view.ts";
import { formatDay, formatPeriodShort } from "../../format.ts";
import type { FigureSeries } from "./figure-data.ts";

/** Where the plot lies in the figure, in px: the same for chart, marks and coverage strip. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Whether names and read-out stand at the line ends; else they are a table below the plot. */
  gutter: boolean;
}

const GUTTER = 184;

export function frameOf(width: number): Frame {
  const gutter = width >= 620;
  return {
    width,
    height: gutter ? 396 : 320,
    // Room for "12,500": a narrower axis cuts the first digit off.
    left: 46,
    right: gutter ? GUTTER : 8,
    top: 28,
    bottom: 32,
    gutter,
  };
}

export const plotWidth = (frame: Frame) => Math.max(1, frame.width - frame.left - frame.right);
const plotHeight = (frame: Frame) => frame.height - frame.top - frame.bottom;

/** Centre of a period's column. */
export function xOf(frame: Frame, periods: number, index: number): number {
  return frame.left + ((index + 0.5) * plotWidth(frame)) / periods;
}

/** The period under an x, kept within the range. */
export function indexAt(frame: Frame, periods: number, x: number): number {
  const index = Math.floor(((x - frame.left) / plotWidth(frame)) * periods);
  return Math.min(periods - 1, Math.max(0, index));
}

/** Height of a value; values above the axis stand at its top, where an arrowhead says so. */
export function yOf(frame: Frame, max: number, value: number): number {
  return frame.top + plotHeight(frame) * (1 - Math.min(value, max) / max);
}

/** 0 and 3 to 5 round steps that reach `max`. */
export function roundTicks(max: number): number[] {
  if (!(max > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(max / 5));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => max / size <= 5) ?? max;
  const count = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/**
 * The end of the y axis: over all outlets of the view, so that it stays put while outlets change colour.
 * It covers every interval, unless that of a few articles would press all lines flat: bounds beyond one and a half times
 * the highest value are cut off, and drawn with an arrowhead.
 */
export function axisTicks(series: readonly FigureSeries[], unit: string): number[] {
  let highest = 0;
  let bound = 0;
  let thin = 0;
  for (const { readings } of series) {
    for (const { status, value, high } of readings) {
      if (value === null) continue;
      if (status === "thin") thin = Math.max(thin, value);
      else {
        highest = Math.max(highest, value);
        bound = Math.max(bound, high ?? value);
      }
    }
  }
  const top = highest > 0 ? Math.min(bound, 1.5 * highest) : bound || thin;
  const ticks = roundTicks(unit === "share" ? Math.min(1, top) : top);
  // Counts have no half ticks.
  return unit === "count" ? [...new Set(ticks.map((tick) => Math.ceil(tick)))] : ticks;
}

export interface XLabel {
  index: number;
  text: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Labels under the axis, as many as fit: "Jan 2019" at each January, months or days between where there is room. */
export function xLabels(
  periods: readonly Period[],
  granularity: Granularity,
  width: number,
): XLabel[] {
  const fitting = Math.max(1, Math.floor(width / 68));
  if (granularity === "quarter" || granularity === "year")
    return yearLabels(periods, granularity, fitting);
  const firsts = monthStarts(periods);
  if (granularity !== "month" && firsts.length < 3) return dayLabels(periods, fitting);
  const step = MONTH_STEPS.find((months) => firsts.length / months <= fitting) ?? 120;
  const january = firsts.find(({ month }) => month === 1)?.year ?? 0;
  const shown = firsts.filter(({ month, year }) =>
    step <= 12 ? (month - 1) % step === 0 : month === 1 && (year - january) % (step / 12) === 0,
  );
  return shown.map(({ index, month }, i) => {
    const text = formatPeriodShort({ start: periods[index]?.start ?? "", end: "" }, "month");
    return { index, text: month === 1 || i === 0 ? text : text.slice(0, 3) };
  });
}

function monthStarts(periods: readonly Period[]): { index: number; month: number; year: number }[] {
  const starts: { index: number; month: number; year: number }[] = [];
  let last = "";
  periods.forEach(({ start }, index) => {
    const key = start.slice(0, 7);
    if (key !== last)
      starts.push({ index, month: Number(start.slice(5, 7)), year: Number(start.slice(0, 4)) });
    last = key;
  });
  return starts;
}

function dayLabels(periods: readonly Period[], fitting: number): XLabel[] {
  const step = Math.ceil(periods.length / fitting);
  return periods.flatMap(({ start }, index) =>
    index % step === 0
      ? [
          {
            index,
            text: formatDay(start)
              .replace(/ \d+$/, "")
              .replace(/^(\d+ \w{3})\w*$/, "$1"),
          },
        ]
      : [],
  );
}

function yearLabels(
  periods: readonly Period[],
  granularity: Granularity,
  fitting: number,
): XLabel[] {
  const all = periods.map((period, index) => ({
    index,
    text: formatPeriodShort(period, granularity),
  }));
  if (all.length <= fitting) return all;
  const years = periods.flatMap(({ start }, index) =>
    start.slice(5, 7) === "01" ? [{ index, text: start.slice(0, 4) }] : [],
  );
  const step = Math.ceil(years.length / fitting);
  return years.filter((_, i) => i % step === 0);
}

/** Pushes labels `gap` px apart around where they wish to stand, within the plot; the order of the wishes is kept. */
export function spread(
  wishes: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): number[] {
  const order = wishes.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  for (const { y } of order) placed.push(Math.max(y, (placed.at(-1) ?? top - gap) + gap));
  let limit = bottom;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i] ?? 0, limit);
    limit = (placed[i] ?? 0) - gap;
  }
  const result: number[] = [];
  order.forEach(({ i }, at) => {
    result[i] = placed[at] ?? 0;
  });
  return result;
}
