import type { ComparedOutlet, SignalComparison } from "../../../lib/queries/comparison.ts";
import { formatCodebook } from "../../format.ts";
import { type SignalWords, signalTitle } from "../../view-words.ts";
import { readingOf } from "../explore/figure-data.ts";
import { intervalWords, valueWords } from "../explore/reading-words.ts";
import type { CompareView } from "./compare-data.ts";
import type { ComparisonFigure, FigureRow } from "./comparison-figure.ts";
import { sharedTicks } from "./dot-line.tsx";
import { formatP, nameOutlets, sayComparison } from "./ratio-words.ts";

/** The comparison in the words and numbers of a picture: what the table shows, without its links. */
export function comparisonFigure(page: CompareView, subtitle: string): ComparisonFigure {
  const { comparison, outlets, reference, resolved, corpus } = page;
  const measures = comparison.signals.flatMap((one) => one.outlets.map(({ measure }) => measure));
  return {
    title: `${nameOutlets(outlets.map(({ name }) => name))}, signal by signal`,
    subtitle,
    ticks: sharedTicks(measures),
    signals: comparison.signals.map((one) => {
      const signal = page.signals.find(({ id }) => id === one.signal) ?? page.shown;
      return { title: signalTitle(signal, one.label), rows: rowsOf(page, one, signal) };
    }),
    note: `Words, interval of the ratio and adjusted p: against ${reference.name}. Hollow points: too few articles to compare. The detectors err, and not equally for every outlet.`,
    source: `Corpus “${corpus.title}”. Codebook ${formatCodebook(resolved.codebook)}, engine ${resolved.engineVersion}.`,
  };
}

function rowsOf(
  { outlets, reference }: CompareView,
  one: SignalComparison,
  signal: SignalWords,
): FigureRow[] {
  const found = new Map(one.outlets.map((each) => [each.outlet.slug, each]));
  const base = found.get(reference.slug);
  return outlets.flatMap(({ slug, name, slot }): FigureRow[] => {
    const own = found.get(slug);
    if (!own || !base) return [];
    const { status, rate, rateLow, rateHigh } = own.measure;
    const said = own === base ? "the reference" : saidOf(own, base, signal);
    const thin = status === "thin";
    return [{ name, slot, rate, low: rateLow, high: rateHigh, thin, value: rateWords(own), said }];
  });
}

function rateWords({ measure }: ComparedOutlet): string {
  if (measure.status === "no_articles") return "no articles";
  const reading = readingOf(measure, "rate");
  const interval = intervalWords(reading, "rate");
  return `${valueWords(reading, "rate")}${interval ? ` (${interval})` : ""}`;
}

function saidOf(own: ComparedOutlet, base: ComparedOutlet, signal: SignalWords): string {
  const { words, interval } = sayComparison(own, base, signal);
  const p = own.ratio ? `, p ${formatP(own.ratio.pAdjusted)}` : "";
  return `${words}${interval ? ` (${interval})` : ""}${p}`;
}
