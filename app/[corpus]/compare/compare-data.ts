import { liveSignals } from "../../../lib/codebook/live-signals.ts";
import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { FramescopeError } from "../../../lib/errors.ts";
import { type Comparison, getComparison } from "../../../lib/queries/comparison.ts";
import { getMetrics } from "../../../lib/queries/metrics.ts";
import type { OutletInfo, OutletSeries, ResolvedView } from "../../../lib/queries/metrics-types.ts";
import { currentSlugs } from "../../../lib/queries/outlets.ts";
import { resolveView } from "../../../lib/queries/resolve-view.ts";
import { toQueryString } from "../../../lib/view/query-string.ts";
import { type RawParameters, readView, type View } from "../../../lib/view/view.ts";
import type { Address } from "../../address.ts";
import { type CorpusWords, corpusOutlets } from "../../corpus.ts";
import {
  filterSentence,
  type SignalWords,
  titleInFigure,
  VOICE_IN_TITLE,
} from "../../view-words.ts";
import { signalWords } from "../explore/explore-data.ts";
import type { ExploreInput } from "../explore/explore-state.tsx";
import { packSeries } from "../explore/figure-data.ts";
import { defaultSlots, toggleSlot, writeSlots } from "../explore/slots.ts";
import { chooseOutlets, LETTERS } from "./choose-outlets.ts";

/** Parameters of the page beside the view's own. */
const ALSO = ["reference", "show", "terms", "bands"] as const;

/** An outlet that is compared: its letter, and its colour and shape on this page. */
export interface ShownOutlet extends OutletInfo {
  letter: string;
  slot: number;
}

/** What bar and links need: whatever changes is set on top of the address. */
export interface CompareBase {
  corpus: CorpusWords;
  path: string;
  /** The view as it is shown, in as few parameters as say it; outlets always. */
  address: Address;
  view: View;
  range: { from: string | null; to: string | null };
  outlets: ShownOutlet[];
  reference: ShownOutlet | null;
}

export interface CompareView extends CompareBase {
  resolved: ResolvedView;
  comparison: Comparison;
  reference: ShownOutlet;
  signals: SignalWords[];
  /** The signal whose lines are drawn, and the label counted of it. */
  shown: SignalWords;
  chart: ExploreInput;
  /** Whether the page chose the outlets. */
  byDefault: boolean;
  asksTerms: boolean;
}

export interface ComparePage {
  base: CompareBase;
  /** Null where nothing can be set side by side: fewer than two outlets, or no article in the view. */
  compared: CompareView | null;
  /** Outlets of the corpus. */
  all: OutletInfo[];
  notices: string[];
}

const one = (value: string | readonly string[] | undefined) =>
  typeof value === "string" ? value : undefined;

/** Reads the address leniently, chooses the outlets and compares them; whatever could not be used is named in notices. */
export async function loadCompare(
  corpus: CorpusDatabase,
  words: CorpusWords,
  raw: RawParameters,
): Promise<ComparePage> {
  const known = await liveSignals(corpus);
  const signals = signalWords(known);
  const every = signals.map(({ id }) => id);
  const { view: asked, problems } = readView(raw, known, { signals: every }, ALSO);
  const notices = problems.map(({ message }) => `${message} Shown without it.`);
  const all = await corpusOutlets(corpus);
  const chosen = chooseOutlets(all, asked.outlets && currentSlugs(all, asked.outlets));
  notices.push(...chosen.notices);
  // Rates are compared, whatever else could be counted.
  const view: View = { ...asked, unit: "rate", outlets: chosen.slugs };
  const outlets = withSlots(all, chosen.slugs);
  const [referenceAsked] = currentSlugs(all, [one(raw.reference) ?? []].flat());
  const named = pickReference(referenceAsked, outlets, notices);
  const reference = named ?? outlets[1] ?? null;
  const shown = pickShown(one(raw.show), view, signals, notices);
  const asksTerms = one(raw.terms) === "1";
  const base: CompareBase = {
    corpus: words,
    path: `/${corpus.slug}/compare`,
    address: addressFor(view, every, {
      reference: named?.slug ?? "",
      show: shown.id === view.signals[0] ? "" : shown.id,
      terms: asksTerms ? "1" : "",
    }),
    view,
    range: { from: view.from, to: view.to },
    outlets,
    reference,
  };
  if (reference === null) return { base, compared: null, all, notices };
  const resolved = await resolveLeniently(corpus, view, notices);
  base.range = { from: resolved.from, to: resolved.to };
  if (resolved.from === null) return { base, compared: null, all, notices };
  const [comparison, series] = await Promise.all([
    getComparison(corpus, resolved, reference.slug),
    seriesOf(corpus, resolved, shown.id),
  ]);
  if (series.every(({ total }) => total.articles === 0))
    return { base, compared: null, all, notices };
  const chart = chartInput({ words, resolved, shown, signals, series, outlets });
  const compared = { ...base, resolved, comparison, reference, signals, shown, chart };
  return { base, compared: { ...compared, byDefault: chosen.byDefault, asksTerms }, all, notices };
}

/** Each outlet in its own colour where it has one, those with most articles first, as in Explore. */
function withSlots(all: readonly OutletInfo[], slugs: readonly string[]): ShownOutlet[] {
  const chosen = slugs.flatMap((slug) => all.find((outlet) => outlet.slug === slug) ?? []);
  const byArticles = [...chosen].sort((a, b) => b.articles - a.articles);
  let slots = defaultSlots(byArticles);
  for (const outlet of byArticles) {
    if (slots[outlet.slug] === undefined) slots = toggleSlot(slots, outlet) ?? slots;
  }
  return chosen.map((outlet, i) => ({
    ...outlet,
    letter: LETTERS[i] ?? "",
    slot: slots[outlet.slug] ?? 1,
  }));
}

function pickReference(
  asked: string | undefined,
  outlets: readonly ShownOutlet[],
  notices: string[],
): ShownOutlet | null {
  if (asked === undefined) return null;
  const found = outlets.find(({ slug }) => slug === asked);
  if (!found)
    notices.push(
      `reference must be one of ${outlets.map(({ slug }) => slug).join(", ")}. Shown without it.`,
    );
  return found ?? null;
}

function pickShown(
  asked: string | undefined,
  view: View,
  signals: readonly SignalWords[],
  notices: string[],
): SignalWords {
  const wanted = asked !== undefined && view.signals.includes(asked) ? asked : view.signals[0];
  if (asked !== undefined && wanted !== asked)
    notices.push(`show must be one of ${view.signals.join(", ")}. Shown without it.`);
  const found = signals.find(({ id }) => id === wanted);
  if (!found) throw new Error("The list of signals is empty.");
  return found;
}

/** The view's parameters and the page's own; here all signals are what needs no word. */
function addressFor(view: View, every: readonly string[], extra: Record<string, string>): Address {
  const { signals, unit: _, ...rest } = view;
  const signal = signals.length === every.length ? "" : signals.join(",");
  const query = new URLSearchParams(toQueryString(rest, { signal, ...extra }));
  return Object.fromEntries([...query].map(([name, value]) => [name, [value]]));
}

/** A range too long for its granularity is shown at an automatic one instead. */
async function resolveLeniently(corpus: CorpusDatabase, view: View, notices: string[]) {
  const resolve = async (asked: View): Promise<ResolvedView> => {
    const { problems, ...resolved } = await resolveView(corpus, asked);
    notices.push(...problems.map(({ message }) => message));
    return resolved;
  };
  try {
    return await resolve(view);
  } catch (error) {
    if (!(error instanceof FramescopeError) || error.code !== "bad_parameter") throw error;
    notices.push(`${error.message} Shown by an automatic period.`);
    return resolve({ ...view, granularity: "auto" });
  }
}

async function seriesOf(corpus: CorpusDatabase, resolved: ResolvedView, signal: string) {
  const labels = { [signal]: resolved.labels[signal] ?? "all" };
  return (await getMetrics(corpus, { ...resolved, labels }))[0]?.series ?? [];
}

interface ChartParts {
  words: CorpusWords;
  resolved: ResolvedView;
  shown: SignalWords;
  signals: SignalWords[];
  series: OutletSeries[];
  outlets: readonly ShownOutlet[];
}

/** The chosen signal's lines as Explore draws them; its links lead there. */
function chartInput({
  words,
  resolved,
  shown,
  signals,
  series,
  outlets,
}: ChartParts): ExploreInput {
  const { granularity, periods, from, to, codebook, engineVersion, pendingArticles } = resolved;
  const view: View = { ...resolved.view, signals: [shown.id] };
  const label = resolved.labels[shown.id] ?? "all";
  const articles = series.reduce((sum, each) => sum + each.total.articles, 0);
  const slots = Object.fromEntries(outlets.map(({ slug, slot }) => [slug, slot]));
  return {
    corpus: words,
    view,
    signals,
    signal: shown,
    label,
    at: null,
    extra: {},
    colour: writeSlots(slots),
    figure: {
      unit: "rate",
      granularity,
      periods,
      series: series.map((each) => packSeries(each, "rate")),
      // METHODS 6: a headline or teaser alone holds few words.
      thinBelow: view.part === "headline" || view.part === "teaser" ? 20 : 5,
    },
    title: `${titleInFigure(shown, label)} ${VOICE_IN_TITLE[view.voice]}, by ${granularity}`,
    subtitle: filterSentence(view, { from, to }, articles, series.length),
    range: { from, to },
    granularityReason: resolved.granularityReason,
    codebook,
    engineVersion,
    pendingArticles,
  };
}
