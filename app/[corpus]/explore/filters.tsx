"use client";

import { type FormEvent, useState } from "react";
import type { Granularity, View } from "../../../lib/view/view.ts";
import { ChoiceWords } from "../../components/choice-words.tsx";
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
import { ViewLink } from "./view-link.tsx";

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

/** All filters of the view, in the order of the bar. */
export function useFilters(): Filter[] {
  const state = useExplore();
  const { view, figure, range } = state;
  return [
    { key: "signal", label: "Signal", value: signalValue(state), choices: signalChoices(state) },
    {
      key: "unit",
      label: "Count as",
      value: UNIT_WORDS[view.unit],
      choices: keyed(UNIT_WORDS)
        // A sum of probabilities exists for scare quotes alone.
        .filter(([unit]) => unit !== "expected" || state.signal.id === "scare_quote")
        .map(([unit, words]) => ({
          key: unit,
          words,
          change: { unit },
          current: view.unit === unit,
          ...UNIT_NOTES[unit],
        })),
    },
    {
      key: "voice",
      label: "Voice",
      value: VOICE_WORDS[view.voice],
      choices: keyed(VOICE_WORDS).map(([voice, words]) => ({
        key: voice,
        words,
        note: VOICE_NOTES[voice],
        change: { voice },
        current: view.voice === voice,
      })),
    },
    {
      key: "part",
      label: "Part",
      value: PART_WORDS[view.part],
      choices: keyed(PART_WORDS).map(([part, words]) => ({
        key: part,
        words,
        // Headlines are too short for rates: their default is the share of headlines with a hit.
        change: {
          part,
          unit: part === "headline" ? "share" : view.part === "headline" ? "rate" : view.unit,
        },
        current: view.part === part,
      })),
    },
    {
      key: "duplicates",
      label: "Wire copy",
      value: DUPLICATES_WORDS[view.duplicates],
      choices: keyed(DUPLICATES_WORDS).map(([duplicates, words]) => ({
        key: duplicates,
        words,
        note: DUPLICATES_NOTES[duplicates],
        change: { duplicates },
        current: view.duplicates === duplicates,
      })),
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
      value: `${GRAIN_WORDS[figure.granularity]}${view.granularity === "auto" ? ", auto" : ""}`,
      choices: grainChoices(view, figure.granularity, state.granularityReason),
    },
  ];
}

const UNIT_NOTES: Partial<Record<View["unit"], { note: string }>> = {
  expected: { note: "The sum of the detector’s probabilities, without a threshold" },
  share: { note: "Articles with at least one" },
  count: { note: "Depends on how much was imported" },
};

type ExploreState = ReturnType<typeof useExplore>;

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

/** What a filter offers; choosing follows the link and closes. */
export function FilterChoices({ filter, close }: { filter: Filter; close: () => void }) {
  const { href } = useExplore();
  if (filter.period) return <PeriodForm close={close} />;
  return (
    <ul>
      {filter.choices.map(({ key, words, note, change, extra, current, indent }) => (
        <li key={key}>
          <ViewLink
            href={href(change, extra)}
            current={current}
            onFollow={close}
            className={`flex gap-2 py-1.5 pr-4 touch:min-h-11 hover:bg-inset ${indent ? "pl-8" : "pl-3"}`}
          >
            <ChoiceWords words={words} note={note} current={current} />
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

/** Two dates; either may stay empty. The server widens them to whole periods. */
function PeriodForm({ close }: { close: () => void }) {
  const { view, range, href, navigate } = useExplore();
  const [from, setFrom] = useState(view.from ?? range.from ?? "");
  const [to, setTo] = useState(view.to ?? range.to ?? "");
  const backwards = from !== "" && to !== "" && from > to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (backwards) return;
    close();
    navigate(href({ from: from || null, to: to || null }, { at: "" }));
  };
  return (
    <form className="flex flex-col gap-3 px-4 py-2" onSubmit={submit}>
      <label className="text-small text-ink2">
        From
        <input
          type="date"
          className="field mt-1"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label className="text-small text-ink2">
        To, included
        <input
          type="date"
          className="field mt-1"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      {backwards && (
        <p role="alert" className="text-small text-question">
          The first day must not be after the last.
        </p>
      )}
      <div className="flex items-center gap-3">
        <button type="submit" className="control control-chosen" disabled={backwards}>
          Show
        </button>
        <ViewLink
          href={href({ from: null, to: null }, { at: "" })}
          className="link"
          onFollow={close}
        >
          All dates
        </ViewLink>
      </div>
      <p className="text-label text-ink3">Ends are widened to whole periods.</p>
    </form>
  );
}
