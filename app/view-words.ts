import type { Accuracy } from "../lib/documents/accuracy.ts";
import type { Granularity, View } from "../lib/view/view.ts";
import { countOf, formatPeriod, formatRange } from "./format.ts";

/** What client components know of a signal: words alone, no lexicon. */
export interface SignalWords {
  id: string;
  title: string;
  singular: string;
  definition: string;
  limits: string;
  labels: { id: string; title: string; definition: string }[];
  /** The label counted unless asked otherwise (strict), or "all". */
  defaultLabel: string;
  /** How often its detector is right; null where that was not measured. */
  accuracy: Accuracy | null;
}

/** Keys and words of a table of words, in its order. */
export function keyed<K extends string>(words: Record<K, string>): [K, string][] {
  return Object.entries(words) as [K, string][];
}

export const VOICE_WORDS: Record<View["voice"], string> = {
  outlet: "Outlet’s own",
  quoted: "Quoted",
  reported: "Reported",
  all: "All voices",
};
export const VOICE_NOTES: Record<View["voice"], string> = {
  outlet: "What the program could attribute to nobody else",
  quoted: "Inside direct and partial quotations",
  reported: "Reported without quotation marks",
  all: "Whoever speaks",
};
export const VOICE_IN_TITLE: Record<View["voice"], string> = {
  outlet: "in the outlet’s own voice",
  quoted: "inside quotations",
  reported: "in reported speech",
  all: "in all voices",
};
export const VOICE_OF_FLAG = {
  outlet: "outlet’s own voice",
  quoted: "quoted",
  reported: "reported",
} as const;

export const PART_WORDS: Record<View["part"], string> = {
  all: "All parts",
  headline: "Headline",
  teaser: "Teaser",
  body: "Body",
};
export const PART_IN_SENTENCE: Record<View["part"], string> = {
  all: "headline, teaser and body",
  headline: "headlines",
  teaser: "teasers",
  body: "body text",
};

export const DUPLICATES_WORDS: Record<View["duplicates"], string> = {
  all: "All copies",
  first: "Counted once",
  none: "Left out",
};
export const DUPLICATES_NOTES: Record<View["duplicates"], string> = {
  all: "Each outlet’s copy of a wire text counts for it",
  first: "The earliest copy counts; headlines of all",
  none: "Texts in several places don’t count; their headlines do",
};
export const DUPLICATES_IN_SENTENCE: Record<View["duplicates"], string> = {
  all: "all copies of wire texts counted",
  first: "wire copy counted once",
  none: "wire copy left out",
};

export const UNIT_WORDS: Record<View["unit"], string> = {
  rate: "Per 1,000 words",
  expected: "Expected per 1,000 words",
  share: "Share of articles",
  count: "Count",
};

export const GRAIN_WORDS: Record<Granularity, string> = {
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
};

/** "Scare quotes, strict", or "Hedges": the signal as it is counted unless asked otherwise. */
export function plainTitle({ title, defaultLabel }: SignalWords): string {
  return defaultLabel === "all" ? title : `${title}, strict`;
}

/** What can be asked for beside the default: further labels, and all of them where the default is one. */
export function furtherLabels({
  labels,
  defaultLabel,
}: SignalWords): { id: string; title: string }[] {
  const further = labels.filter(({ id }) => id !== defaultLabel);
  return defaultLabel === "all"
    ? further
    : [...further, { id: "all", title: "Broad: all of these" }];
}

/** Whether charts count flags of this label unless asked otherwise. */
export function isCounted({ defaultLabel }: SignalWords, label: string): boolean {
  return defaultLabel === "all" || defaultLabel === label;
}

/** "Distanced quotation": a label by its title. */
export function labelTitle({ labels }: SignalWords, label: string): string {
  return labels.find(({ id }) => id === label)?.title ?? label;
}

/** "Scare quotes, strict": the signal with what is counted of it. `label` is the label counted, or "all". */
export function signalTitle(signal: SignalWords, label: string): string {
  if (label === signal.defaultLabel) return plainTitle(signal);
  if (label === "all") return `${signal.title}, broad`;
  return `${signal.title}, ${labelTitle(signal, label).toLowerCase()}`;
}

/** The signal in a title: its plain name where the default is counted. */
export function titleInFigure(signal: SignalWords, label: string): string {
  return label === signal.defaultLabel ? signal.title : `${signalTitle(signal, label)},`;
}

/** "Scare quotes in the outlet's own voice, by month": names what is counted, never what it means. */
export function figureTitle(title: string, view: View, granularity: Granularity): string {
  return `${title} ${VOICE_IN_TITLE[view.voice]}, by ${granularity}`;
}

/** The unit as the axis writes it: "scare quotes per 1,000 words". */
export function axisUnit(signal: SignalWords, unit: View["unit"]): string {
  const plural = signal.title.toLowerCase();
  switch (unit) {
    case "rate":
      return `${plural} per 1,000 words`;
    case "expected":
      return `expected ${plural} per 1,000 words`;
    case "share":
      return `% of articles with ${plural}`;
    case "count":
      return plural;
  }
}

/** The unit after a number: "per 1,000 words". */
export function unitAfter(unit: View["unit"], signal: SignalWords, value: number | null): string {
  switch (unit) {
    case "rate":
      return "per 1,000 words";
    case "expected":
      return "expected per 1,000 words";
    case "share":
      return "of articles";
    case "count":
      return value === 1 ? signal.singular : signal.title.toLowerCase();
  }
}

const UNIT_IN_SENTENCE: Record<View["unit"], string> = {
  rate: "Per 1,000 words of",
  expected: "Expected number (sum of probabilities) per 1,000 words of",
  share: "Share of articles, counted in",
  count: "Number, counted in",
};

/** The filter as a sentence: the figure's subtitle on screen and in a download. */
export function filterSentence(
  view: View,
  range: { from: string | null; to: string | null },
  articles: number,
  outlets: number,
): string {
  const when = range.from && range.to ? `, ${formatRange(range.from, range.to)}` : "";
  const shaded =
    view.unit === "count" ? "" : " Shaded: 95% confidence intervals, article as the unit.";
  return (
    `${UNIT_IN_SENTENCE[view.unit]} ${PART_IN_SENTENCE[view.part]}${when}. ` +
    `${countOf(articles, "article")} from ${countOf(outlets, "outlet")}; ${DUPLICATES_IN_SENTENCE[view.duplicates]}.${shaded}`
  );
}

/** Why an outlet's period holds nothing: a gap is never a zero. */
export function gapSentence(
  outlet: string,
  period: { start: string; end: string },
  grain: Granularity,
): string {
  return `No articles from ${outlet} in ${formatPeriod(period, grain)}. None were imported: this is not a rate of zero.`;
}
