import { bootstrapIntervals, type Statistic } from "../../analysis/evaluation/bootstrap.ts";
import {
  type Counts,
  f1,
  precision,
  recall,
  twoClassMacroF1,
} from "../../analysis/evaluation/precision-recall.ts";
import { type Estimate, GROUPS, type Group, type ScoreRow, type ScoreTable } from "./report.ts";

/** An outlet, or a function, that coders gave less often than this has no figure of its own: it would be chance. */
export const LEAST_CODED = 10;

/** Sums over clusters: one row of counts for each article. */
export class ClusterSums {
  readonly #rows = new Map<string, number[]>();

  add(cluster: string, counts: readonly number[]): void {
    const row = this.#rows.get(cluster);
    if (!row) this.#rows.set(cluster, [...counts]);
    else for (const [i, count] of counts.entries()) row[i] = (row[i] ?? 0) + count;
  }

  get size(): number {
    return this.#rows.size;
  }

  get sums(): number[] {
    const rows = [...this.#rows.values()];
    return (rows[0] ?? []).map((_, i) => rows.reduce((total, row) => total + (row[i] ?? 0), 0));
  }

  /** Values of statistics over all clusters, with bootstrap intervals over the clusters. */
  estimates(statistics: readonly Statistic[]): Estimate[] {
    const { sums } = this;
    const intervals = bootstrapIntervals([...this.#rows.values()], statistics);
    return statistics.map((statistic, i) => {
      const { low, high } = intervals[i] ?? { low: null, high: null };
      return { value: statistic(sums), low, high };
    });
  }
}

/** Decisions on one thing: right, wrong, missed, and rightly left alone. */
export type Decisions = readonly [tp: number, fp: number, fn: number, tn: number];

/** One yes or no of the program against one of the coders. */
export function decision(flagged: boolean, coded: boolean): Decisions {
  return [+(flagged && coded), +(flagged && !coded), +(!flagged && coded), +(!flagged && !coded)];
}

const countsOf = ([tp = 0, fp = 0, fn = 0]: readonly number[]): Counts => ({ tp, fp, fn });

/** The sums of one group. */
export interface GroupSums {
  by: Group;
  name: string;
  sums: ClusterSums;
}

/** Sums by group, over clusters. */
export class GroupedSums {
  readonly #groups = new Map<string, GroupSums>();

  add(by: Group, name: string, cluster: string, counts: readonly number[]): void {
    const key = `${by} ${name}`;
    const group = this.#groups.get(key) ?? { by, name, sums: new ClusterSums() };
    this.#groups.set(key, group);
    group.sums.add(cluster, counts);
  }

  /** Groups in the order of GROUPS, then by name; baselines and functions as they came. */
  list(): GroupSums[] {
    const kept = (by: Group) => by === "baseline" || by === "function";
    return [...this.#groups.values()].sort(
      (a, b) =>
        GROUPS.indexOf(a.by) - GROUPS.indexOf(b.by) ||
        (kept(a.by) ? 0 : a.name.localeCompare(b.name, "en")),
    );
  }
}

/** Gathers decisions by group, for one table. */
export class Tally {
  readonly #groups = new GroupedSums();

  add(by: Group, name: string, cluster: string, decisions: Decisions): void {
    this.#groups.add(by, name, cluster, decisions);
  }

  /** The table, without outlets that coders gave too little for a figure. */
  table(judged: ScoreTable["judged"], { macro = false } = {}): ScoreTable {
    const shown = this.#groups.list().filter(({ by, sums }) => {
      const { tp, fp, fn } = countsOf(sums.sums);
      if (by === "outlet") return tp + (judged === "flags" ? fp : fn) >= LEAST_CODED;
      return by !== "function" || tp + fp + fn > 0;
    });
    return { judged, rows: shown.map((group) => scoreRow(group, macro)) };
  }
}

function scoreRow({ by, name, sums }: GroupSums, macro: boolean): ScoreRow {
  const [p, r, f, m] = sums.estimates([
    (all) => precision(countsOf(all)),
    (all) => recall(countsOf(all)),
    (all) => f1(countsOf(all)),
    (all) => twoClassMacroF1(countsOf(all), all[3] ?? 0),
  ]);
  // Flags of one label have a precision alone, and what coders called it a recall alone: the other side has no such name.
  const flaggedAlone = by === "label" || by === "voice";
  const whole = !flaggedAlone && by !== "coded";
  return {
    by,
    name,
    ...countsOf(sums.sums),
    precision: by === "coded" ? null : (p ?? null),
    recall: flaggedAlone ? null : (r ?? null),
    f1: whole ? (f ?? null) : null,
    macroF1: whole && macro ? (m ?? null) : null,
  };
}
