import type { Pool } from "pg";
import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import {
  countPeriods,
  periodEnd,
  periodStart,
  periodsBetween,
} from "../../analysis/statistics/calendar.ts";
import { liveHash } from "../codebook/live.ts";
import { type KnownSignal, signalsOfCodebook } from "../codebook/live-signals.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { countDue } from "../pipeline/due.ts";
import type { View, ViewProblem } from "../view/view.ts";
import { chooseGranularity } from "./choose-granularity.ts";
import { coverageByOutlet } from "./coverage.ts";
import { defaultLabel } from "./metrics.ts";
import type { OutletInfo, ResolvedView } from "./metrics-types.ts";
import { currentSlugs, listOutlets } from "./outlets.ts";

/** Longest series of a chosen granularity: 30 years of days; more is refused rather than drawn. */
const MOST_PERIODS = 11_000;

/**
 * Fills every default of a view from the corpus: outlets, range, granularity, labels, codebook. A slug that a merge left
 * behind is that of the merged outlet.
 * Outlets that are not there and a codebook that is not live are named in problems and left out (pages);
 * @throws FramescopeError bad_parameter where a chosen granularity would give more than 11,000 periods.
 */
export async function resolveView(
  corpus: CorpusDatabase,
  asked: View,
): Promise<ResolvedView & { problems: ViewProblem[] }> {
  const [all, codebook, pendingArticles] = await Promise.all([
    listOutlets(corpus.pool),
    liveHash(corpus),
    countDue(corpus),
  ]);
  const known = await signalsOfCodebook(corpus, codebook);
  const view = { ...asked, outlets: asked.outlets && currentSlugs(all, asked.outlets) };
  const problems: ViewProblem[] = [];
  const outlets = chosenOutlets(all, view, problems);
  if (view.codebook && !codebook.startsWith(view.codebook)) {
    problems.push({
      field: "codebook",
      message: `codebook ${view.codebook.slice(0, 8)} is not the live one (${codebook.slice(0, 8)}): the numbers are of the live one.`,
    });
  }
  const range = await resolveRange(corpus.pool, view, outlets);
  return {
    view,
    ...range,
    outlets,
    labels: Object.fromEntries(
      view.signals.map((signal) => [signal, labelFor(known, signal, view.label)]),
    ),
    known,
    codebook,
    engineVersion: ENGINE_VERSION,
    pendingArticles,
    problems,
  };
}

/**
 * The same for API and command line, which refuse what a page would mend.
 * @throws FramescopeError bad_parameter (an outlet that is not there), conflict (another codebook is live).
 */
export async function requireResolvedView(
  corpus: CorpusDatabase,
  view: View,
): Promise<ResolvedView> {
  const { problems, ...resolved } = await resolveView(corpus, view);
  const first = problems[0];
  if (first) {
    throw new FramescopeError(
      first.field === "codebook" ? "conflict" : "bad_parameter",
      first.message,
      first.field,
    );
  }
  return resolved;
}

function chosenOutlets(all: OutletInfo[], view: View, problems: ViewProblem[]): OutletInfo[] {
  if (!view.outlets) return all;
  const missing = view.outlets.filter((slug) => !all.some((outlet) => outlet.slug === slug));
  if (missing.length > 0) {
    problems.push({
      field: "outlets",
      message: `outlets: no outlet here is called ${missing.join(", ")}.`,
    });
  }
  const chosen = all.filter((outlet) => view.outlets?.includes(outlet.slug));
  return chosen.length > 0 ? chosen : all;
}

/** A view's label counts for the signals that have it; the others keep their default. */
export function labelFor(
  known: readonly KnownSignal[],
  signalId: string,
  label: string | null,
): string {
  if (label === "all") return "all";
  const signal = known.find((each) => each.id === signalId);
  return label && signal?.labels.some((each) => each.id === label)
    ? label
    : defaultLabel(known, signalId);
}

async function resolveRange(pool: Pool, view: View, outlets: OutletInfo[]) {
  const coverage = await coverageByOutlet(pool, view, outlets);
  const first = view.from ?? least(coverage.map((row) => row.first));
  const last = view.to ?? greatest(coverage.map((row) => row.last));
  if (first === null || last === null || first > last) {
    return {
      granularity: shownFor(view),
      granularityReason: null,
      from: null,
      to: null,
      periods: [],
    };
  }
  const { granularity, reason } =
    view.granularity === "auto"
      ? await chooseGranularity(pool, view, coverage, { first, last })
      : { granularity: view.granularity, reason: null };
  if (countPeriods(first, last, granularity) > MOST_PERIODS) {
    throw new FramescopeError(
      "bad_parameter",
      `granularity ${granularity} gives more than ${MOST_PERIODS.toLocaleString("en")} periods from ${first} to ${last}: choose a coarser one or a shorter range.`,
      "granularity",
    );
  }
  return {
    granularity,
    granularityReason: reason,
    from: periodStart(first, granularity),
    to: periodEnd(last, granularity),
    periods: periodsBetween(first, last, granularity),
  };
}

const shownFor = (view: View) => (view.granularity === "auto" ? "month" : view.granularity);
const least = (days: string[]) =>
  days.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);
const greatest = (days: string[]) =>
  days.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);
