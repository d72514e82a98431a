import { periodStatus } from "../../analysis/statistics/period-status.ts";
import { rateWithInterval } from "../../analysis/statistics/rate.ts";
import { shareWithInterval } from "../../analysis/statistics/share.ts";
import type { View } from "../view/view.ts";
import type { Measure } from "./metrics-types.ts";

/** All sums behind one point. */
export interface PointSums {
  n: number;
  x: number;
  xx: number;
  quotations: number;
  y: number;
  withHit: number;
  yy: number;
  xy: number;
  p: number;
  pp: number;
  px: number;
}

export const NO_SUMS: Readonly<PointSums> = {
  n: 0,
  x: 0,
  xx: 0,
  quotations: 0,
  y: 0,
  withHit: 0,
  yy: 0,
  xy: 0,
  p: 0,
  pp: 0,
  px: 0,
};

export function addSums(a: Readonly<PointSums>, b: Readonly<PointSums>): PointSums {
  const sum = { ...a };
  for (const key of Object.keys(sum) as (keyof PointSums)[]) sum[key] += b[key];
  return sum;
}

/** Turns sums into what is shown; expected_* only where the label counted is scare. */
export function measureOf(sums: PointSums, view: Pick<View, "part">, label: string): Measure {
  const { n, x, xx, y, xy, yy } = sums;
  const rate = rateWithInterval({ n, x, xx, y, xy, yy });
  const share = shareWithInterval(sums.withHit, n);
  return {
    status: periodStatus(n, view.part),
    articles: n,
    articlesWithHit: sums.withHit,
    words: x,
    hits: y,
    rate: rate?.rate ?? null,
    rateLow: rate?.low ?? null,
    rateHigh: rate?.high ?? null,
    rateMethod: rate?.method ?? null,
    share: share?.share ?? null,
    shareLow: share?.low ?? null,
    shareHigh: share?.high ?? null,
    quotations: sums.quotations,
    ...expectedOf(sums, label),
  };
}

function expectedOf(sums: PointSums, label: string) {
  const none = { expectedHits: null, expectedRate: null, expectedLow: null, expectedHigh: null };
  if (label !== "scare") return none;
  const { n, x, xx, p, px, pp } = sums;
  const rate = rateWithInterval({ n, x, xx, y: p, xy: px, yy: pp });
  return {
    expectedHits: stable(p),
    expectedRate: stable(rate?.rate ?? null),
    expectedLow: stable(rate?.low ?? null),
    expectedHigh: stable(rate?.high ?? null),
  };
}

/** The database adds floating numbers in no fixed order: 12 digits are the same whatever the order was. */
function stable<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(12))) as T;
}
