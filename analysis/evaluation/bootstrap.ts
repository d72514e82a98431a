import { seededRandom } from "../statistics/random.ts";

/** 95% interval. */
export interface Interval {
  low: number;
  high: number;
}

/** A figure that is computed from sums over clusters. */
export type Statistic = (sums: readonly number[]) => number;

/**
 * 95% percentile intervals of statistics by drawing whole clusters with replacement (Davison and Hinkley 1997, Bootstrap
 * Methods and their Application, 3.8): what stands in one article is never drawn apart. Every cluster is a row of counts,
 * all of one length; a statistic gets their sums. The same seed gives the same intervals. Null for fewer than two clusters.
 * Time: draws x clusters x counts.
 */
export function bootstrapIntervals(
  clusters: readonly (readonly number[])[],
  statistics: readonly Statistic[],
  { draws = 1000, seed = 1 }: { draws?: number; seed?: number } = {},
): (Interval | null)[] {
  const width = clusters[0]?.length ?? 0;
  if (clusters.length < 2) return statistics.map(() => null);
  const rows = Float64Array.from(clusters.flat());
  const random = seededRandom(seed);
  const values = statistics.map(() => new Float64Array(draws));
  const sums = new Array<number>(width).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    for (let i = 0; i < clusters.length; i++) {
      const at = Math.floor(random() * clusters.length) * width;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (rows[at + k] as number);
    }
    statistics.forEach((statistic, i) => {
      (values[i] as Float64Array)[draw] = statistic(sums);
    });
  }
  return values.map((drawn) => {
    drawn.sort();
    return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
  });
}

/** Quantile of sorted values, linear between neighbours. */
function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (at - Math.floor(at)) * (above - below);
}
