"use client";

import type { Granularity, View } from "../../../lib/view/view.ts";
import { formatRangeShort } from "../../format.ts";
import {
  DUPLICATES_NOTES,
  DUPLICATES_WORDS,
  furtherLabels,
  GRAIN_WORDS,
  keyed,
  PART_WORDS,
  plainTitle,
  signalTitle,
  UNIT_WORDS,
  VOICE_NOTES,
  VOICE_WORDS,
} from "../../view-words.ts";
import { useExplore } from "./explore-state.tsx";

interface Choice {
  key: string;
  words: string;
  note?: string;
  change: Partial<View>;
  extra?: Record<string, string>;
  current: boolean;
  indent?: boolean;
}

/** A filter: what it is called, what it stands at, and what can be chosen. */
export interface Filter {
  key: string;
  label: string;
  value: string;
  choices: Choice[];
  /** The period is typed in, not chosen from a list. */
  period?: boolean;
}

type ExploreState = ReturnType<typeof useExplore>;

/** All filters of the view, in the order of the bar. */
export function useFilters(): Filter[] {
  const state = useExplore();
  const { view, figure, range } = state;
  const grain = GRAIN_WORDS[figure.granularity];
  return [
    { key: "signal", label: "Signal", value: signalValue(state), choices: signalChoices(state) },
    { key: "unit", label: "Count as", value: UNIT_WORDS[view.unit], choices: unitChoices(state) },
    { key: "voice", label: "Voice", value: VOICE_WORDS[view.voice], choices: voiceChoices(view) },
    { key: "part", label: "Part", value: PART_WORDS[view.part], choices: partChoices(view) },
    {
      key: "duplicates",
      label: "Wire copy",
      value: DUPLICATES_WORDS[view.duplicates],
      choices: duplicatesChoices(view),
    },
    {
      key: "period",
      label: "Period",
      value: range.from && range.to ? formatRangeShort(range.from, range.to) : "All",
      choices: [],
      period: true,
    },
    {
      key: "by",
      label: "By",
      value: `${grain}${view.granularity === "auto" ? ", auto" : ""}`,
      choices: grainChoices(view, figure.granularity, state.granularityReason),
    },
  ];
}

/** A definition up to its first stop; the whole one stands under the figure. */
const firstSentence = (text: string) => text.split(/[.:](?:\s|$)/)[0] ?? text;

function signalValue({ view, signals, signal, label }: ExploreState): string {
  if (view.signals.length === 1) return signalTitle(signal, label);
  if (view.signals.length === signals.length) return "All signals";
  return `${view.signals.length} signals`;
}

function signalChoices({ view, signals, signal, label }: ExploreState): Choice[] {
  const single = view.signals.length === 1;
  const reset = { label: null, unit: view.unit === "expected" ? ("rate" as const) : view.unit };
  const choices = signals.flatMap((one): Choice[] => {
    const own = single && signal.id === one.id;
    const head = {
      key: one.id,
      words: plainTitle(one),
      note: firstSentence(one.definition),
      change: { signals: [one.id], ...reset },
      extra: { show: "" },
      current: own && label === one.defaultLabel,
    };
    if (!own) return [head];
    const further = furtherLabels(one).map((each) => ({
      key: `${one.id} ${each.id}`,
      words: each.title,
      change: { label: each.id },
      current: label === each.id,
      indent: true,
    }));
    return [head, ...further];
  });
  const all = {
    key: "all",
    words: "All signals",
    change: { signals: signals.map(({ id }) => id), ...reset },
    current: !single,
  };
  return [...choices, { ...all, note: "One is drawn at a time; the files hold all" }];
}

const UNIT_NOTES: Partial<Record<View["unit"], { note: string }>> = {
  expected: { note: "The sum of the detector’s probabilities, without a threshold" },
  share: { note: "Articles with at least one" },
  count: { note: "Depends on how much was imported" },
};

function unitChoices({ view, signal }: ExploreState): Choice[] {
  return (
    keyed(UNIT_WORDS)
      // A sum of probabilities exists for scare quotes alone.
      .filter(([unit]) => unit !== "expected" || signal.id === "scare_quote")
      .map(([unit, words]) => ({
        key: unit,
        words,
        change: { unit },
        current: view.unit === unit,
        ...UNIT_NOTES[unit],
      }))
  );
}

function voiceChoices(view: View): Choice[] {
  return keyed(VOICE_WORDS).map(([voice, words]) => ({
    key: voice,
    words,
    note: VOICE_NOTES[voice],
    change: { voice },
    current: view.voice === voice,
  }));
}

function partChoices(view: View): Choice[] {
  return keyed(PART_WORDS).map(([part, words]) => ({
    key: part,
    words,
    // Headlines are too short for rates: their default is the share of headlines with a hit.
    change: {
      part,
      unit: part === "headline" ? "share" : view.part === "headline" ? "rate" : view.unit,
    },
    current: view.part === part,
  }));
}

function duplicatesChoices(view: View): Choice[] {
  return keyed(DUPLICATES_WORDS).map(([duplicates, words]) => ({
    key: duplicates,
    words,
    note: DUPLICATES_NOTES[duplicates],
    change: { duplicates },
    current: view.duplicates === duplicates,
  }));
}

function grainChoices(view: View, shown: Granularity, reason: string | null): Choice[] {
  const auto: Choice = {
    key: "auto",
    words: "Automatic",
    note: reason ?? "The finest at which four in five points are not thin",
    change: { granularity: "auto" },
    extra: { at: "" },
    current: view.granularity === "auto",
  };
  const grains = (Object.entries(GRAIN_WORDS) as [Granularity, string][]).map(
    ([granularity, words]) => ({
      key: granularity,
      words,
      change: { granularity },
      ...(shown === granularity ? {} : { extra: { at: "" } }),
      current: view.granularity === granularity,
    }),
  );
  return [auto, ...grains];
}
