import { type KnownSignal, liveSignals } from "../../../lib/codebook/live-signals.ts";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { accuracyOf } from "../../../lib/documents/accuracy.ts";
import { FramescopeError } from "../../../lib/errors.ts";
import { getMetrics } from "../../../lib/queries/metrics.ts";
import type { OutletSeries, ResolvedView } from "../../../lib/queries/metrics-types.ts";
import { currentSlugs } from "../../../lib/queries/outlets.ts";
import { resolveView } from "../../../lib/queries/resolve-view.ts";
import { type RawParameters, readView, type View } from "../../../lib/view/view.ts";
import type { CorpusWords } from "../../corpus.ts";
import { figureTitle, filterSentence, type SignalWords, titleInFigure } from "../../view-words.ts";
import type { ExploreInput } from "./explore-state.tsx";
import { packSeries } from "./figure-data.ts";

/** Parameters of the page beside the view's own. */
const ALSO = ["at", "sort", "show", "colour", "bands"] as const;

export type Sort = "score" | "date";

export interface ExplorePage {
  input: ExploreInput;
  resolved: ResolvedView;
  /** The signal that is drawn, with full measures. */
  series: OutletSeries[];
  sort: Sort;
  /** What was changed about the view asked for. */
  notices: string[];
}

/** The signals of a codebook as words: pages read the list, lexicons stay on the server. */
export function signalWords(known: readonly KnownSignal[]): SignalWords[] {
  return known.map(({ id, title, singular, definition, limits, labels, defaultLabel }) => ({
    id,
    title,
    singular,
    definition,
    limits,
    labels: labels.map((label) => ({
      id: label.id,
      title: label.title,
      definition: label.definition,
    })),
    defaultLabel,
    accuracy: accuracyOf(id),
  }));
}

/** Reads the address leniently, resolves the view and counts it; whatever could not be used is named in notices. */
export async function loadExplore(
  corpus: CorpusDatabase,
  words: CorpusWords,
  raw: RawParameters,
): Promise<ExplorePage> {
  const known = await liveSignals(corpus);
  const { view: asked, problems } = readView(raw, known, { signals: ["scare_quote"] }, ALSO);
  const notices = problems.map(({ message }) => `${message} Shown without it.`);
  const { view, resolved } = await resolveLeniently(corpus, asked, notices);
  const signals = signalWords(known);
  const shown = pickSignal(view, one(raw.show), notices);
  const drawn = { ...resolved, labels: { [shown]: resolved.labels[shown] ?? "all" } };
  const series = (await getMetrics(corpus, drawn))[0]?.series ?? [];
  const sort: Sort = one(raw.sort) === "date" ? "date" : "score";
  const at = pickPoint(one(raw.at), resolved, notices);
  const input = describe({ corpus: words, view, resolved, signals, shown, series, at });
  const extra = {
    ...(view.signals.length > 1 && shown !== view.signals[0] ? { show: shown } : {}),
    ...(at ? { at: one(raw.at) ?? "" } : {}),
    ...(sort === "date" ? { sort } : {}),
  };
  return {
    input: { ...input, extra },
    resolved,
    series,
    sort,
    notices,
  };
}

const one = (value: string | readonly string[] | undefined) =>
  typeof value === "string" ? value : undefined;

/** A range too long for its granularity is shown at an automatic one instead. */
async function resolveLeniently(corpus: CorpusDatabase, asked: View, notices: string[]) {
  const resolve = async (view: View) => {
    const { problems, ...resolved } = await resolveView(corpus, view);
    for (const { message, field } of problems) {
      notices.push(
        field === "outlets"
          ? "This link asked for an outlet that is no longer here. Shown without it."
          : message,
      );
    }
    return { view: resolved.view, resolved };
  };
  try {
    return await resolve(asked);
  } catch (error) {
    if (!(error instanceof FramescopeError) || error.code !== "bad_parameter") throw error;
    notices.push(`${error.message} Shown by an automatic period.`);
    return resolve({ ...asked, granularity: "auto" });
  }
}

function pickSignal(view: View, show: string | undefined, notices: string[]): string {
  const first = view.signals[0] ?? "scare_quote";
  if (show === undefined) return first;
  if (view.signals.includes(show)) return show;
  notices.push(`show must be one of ${view.signals.join(", ")}. Shown without it.`);
  return first;
}

/** "slug:2021-03-01": an outlet and the first day of one of its periods. */
function pickPoint(
  at: string | undefined,
  resolved: ResolvedView,
  notices: string[],
): ExploreInput["at"] {
  if (!at) return null;
  const colon = at.lastIndexOf(":");
  const [slug = ""] = currentSlugs(resolved.outlets, [at.slice(0, colon)]);
  const index = resolved.periods.findIndex(({ start }) => start === at.slice(colon + 1));
  if (index >= 0 && resolved.outlets.some((outlet) => outlet.slug === slug)) return { slug, index };
  notices.push(
    "at must be an outlet and the first day of a period of this view, such as herald:2025-03-01. Shown without it.",
  );
  return null;
}

interface Parts {
  corpus: CorpusWords;
  view: View;
  resolved: ResolvedView;
  signals: SignalWords[];
  shown: string;
  series: OutletSeries[];
  at: ExploreInput["at"];
}

function describe({ corpus, view, resolved, signals, shown, series, at }: Parts): ExploreInput {
  const signal = signals.find(({ id }) => id === shown) ?? signals[0];
  if (!signal) throw new Error("The list of signals is empty.");
  const label = resolved.labels[shown] ?? "all";
  const { granularity, periods, from, to } = resolved;
  const articles = series.reduce((sum, one) => sum + one.total.articles, 0);
  const outlets = series.filter((one) => one.total.articles > 0).length;
  return {
    corpus,
    view,
    signals,
    signal,
    label,
    at,
    extra: {},
    figure: {
      unit: view.unit,
      granularity,
      periods,
      series: series.map((one) => packSeries(one, view.unit)),
      // METHODS 6: a headline or teaser alone holds few words.
      thinBelow: view.part === "headline" || view.part === "teaser" ? 20 : 5,
    },
    title: figureTitle(titleInFigure(signal, label), view, granularity),
    subtitle: filterSentence(view, { from, to }, articles, outlets),
    range: { from, to },
    granularityReason: resolved.granularityReason,
    codebook: resolved.codebook,
    engineVersion: resolved.engineVersion,
    pendingArticles: resolved.pendingArticles,
  };
}
