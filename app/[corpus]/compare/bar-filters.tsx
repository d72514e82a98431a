"use client";

import { type ReactNode, useState } from "react";
import type { OutletInfo } from "../../../lib/queries/metrics-types.ts";
import { type AddressChange, linkTo } from "../../address.ts";
import { ChoiceWords } from "../../components/choice-words.tsx";
import { ListForm, ListLink } from "../../components/list-view.tsx";
import { formatCount, formatRangeShort } from "../../format.ts";
import {
  DUPLICATES_NOTES,
  DUPLICATES_WORDS,
  keyed,
  PART_WORDS,
  VOICE_NOTES,
  VOICE_WORDS,
} from "../../view-words.ts";
import { OutletMark } from "../explore/shape.tsx";
import { replaceOutlet } from "./choose-outlets.ts";
import type { CompareBase } from "./compare-data.ts";

interface Choice {
  key: string;
  words: string;
  note?: string;
  /** Articles of an outlet. */
  count?: number;
  slot?: number | null;
  change: AddressChange;
  current: boolean;
}

/** A filter of the bar: what it is called, what it stands at, what can be chosen. */
export interface Filter {
  key: string;
  label: string;
  value: ReactNode;
  choices: Choice[];
  /** The period is typed in, not chosen from a list. */
  period?: boolean;
}

export interface BarProps {
  base: CompareBase;
  /** Outlets of the corpus. */
  all: OutletInfo[];
}

/** The outlets, one more, and from three on which of them the ratios are to. */
export function outletFilters({ base, all }: BarProps): Filter[] {
  const { outlets, reference } = base;
  const slugs = outlets.map(({ slug }) => slug);
  const rest = all.filter(({ slug }) => !slugs.includes(slug));
  const filters = outlets.map(
    (outlet, position): Filter => ({
      key: outlet.letter,
      label: outlet.letter,
      value: <OutletName name={outlet.name} slot={outlet.slot} articles={outlet.articles} />,
      choices: [
        ...(slugs.length > 2 ? [removal(base, outlet.slug)] : []),
        ...all.map((each) => ({
          ...choiceOf(each),
          change: {
            outlets: replaceOutlet(slugs, position, each.slug).join(","),
            ...kept(base, each.slug, position),
          },
          current: each.slug === outlet.slug,
        })),
      ],
    }),
  );
  if (slugs.length < 6 && rest.length > 0)
    filters.push({
      key: "add",
      label: "Up to 6",
      value: "Add",
      choices: rest.map((each) => ({
        ...choiceOf(each),
        change: { outlets: [...slugs, each.slug].join(",") },
        current: false,
      })),
    });
  if (slugs.length > 2)
    filters.push({
      key: "reference",
      label: "Ratios to",
      value: reference ? `${reference.letter}, ${reference.name}` : "",
      choices: outlets.map((each) => ({
        ...choiceOf(each),
        change: { reference: each.slug },
        current: each.slug === reference?.slug,
      })),
    });
  return filters;
}

const choiceOf = ({ slug, name, articles, slot }: OutletInfo) => ({
  key: slug,
  words: name,
  count: articles,
  slot,
});

/** A reference stays while it is among the outlets. */
function kept({ outlets, address }: CompareBase, slug: string, position: number): AddressChange {
  const named = address.reference?.[0];
  const leaves = outlets[position]?.slug === named && !outlets.some((each) => each.slug === slug);
  return leaves ? { reference: null } : {};
}

function removal({ outlets, address }: CompareBase, slug: string): Choice {
  const rest = outlets.map((each) => each.slug).filter((each) => each !== slug);
  const named = address.reference?.[0] === slug ? { reference: null } : {};
  return {
    key: "remove",
    words: "Take it out",
    change: { outlets: rest.join(","), ...named },
    current: false,
  };
}

/** Voice, part, wire copy and period. */
export function viewFilters({ view, range }: CompareBase): Filter[] {
  return [
    {
      key: "voice",
      label: "Voice",
      value: VOICE_WORDS[view.voice],
      choices: keyed(VOICE_WORDS).map(([voice, words]) => ({
        key: voice,
        words,
        note: VOICE_NOTES[voice],
        change: { voice: voice === "outlet" ? null : voice },
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
        change: { part: part === "all" ? null : part },
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
        change: { duplicates: duplicates === "all" ? null : duplicates },
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
  ];
}

function OutletName({ name, slot, articles }: { name: string; slot: number; articles: number }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <span className="shrink-0">
        <OutletMark slot={slot} />
      </span>
      <span className="truncate">{name}</span>
      <span className="font-normal text-small text-ink2 max-2xl:hidden">
        {formatCount(articles)} articles
      </span>
    </span>
  );
}

/** So many are listed before a field to find one by name. */
const MANY = 10;

/** What a filter offers, each a link. */
export function FilterChoices({ filter, base }: { filter: Filter; base: CompareBase }) {
  const [find, setFind] = useState("");
  if (filter.period) return <PeriodForm base={base} />;
  const wanted = find.trim().toLocaleLowerCase("en");
  const shown = filter.choices.filter(({ words }) =>
    words.toLocaleLowerCase("en").includes(wanted),
  );
  return (
    <>
      {filter.choices.length > MANY && (
        <div className="px-3 pb-2">
          <input
            type="text"
            className="field"
            aria-label="Find an outlet"
            placeholder="Find an outlet"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </div>
      )}
      <ul>
        {shown.map((choice) => (
          <li key={choice.key}>
            <ChoiceLink choice={choice} base={base} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ChoiceLink({ choice, base }: { choice: Choice; base: CompareBase }) {
  return (
    <ListLink
      href={linkTo(base.path, base.address, choice.change)}
      current={choice.current}
      className="flex gap-2 px-3 py-1.5 touch:min-h-11 hover:bg-inset"
    >
      <ChoiceWords words={choice.words} note={choice.note} current={choice.current} />
      {choice.count !== undefined && (
        <span className="text-small text-ink3">{formatCount(choice.count)}</span>
      )}
    </ListLink>
  );
}

/** Two dates; either may stay empty. The server widens them to whole periods. */
function PeriodForm({ base }: { base: CompareBase }) {
  const { path, address, view, range } = base;
  const { from: _, to: __, ...keep } = address;
  const field = (name: string, words: string, value: string | null) => (
    <label className="text-small text-ink2">
      {words}
      <input type="date" name={name} className="field mt-1" defaultValue={value ?? ""} />
    </label>
  );
  return (
    <ListForm path={path} keep={keep} className="flex flex-col gap-3 px-4 py-2" label="Period">
      {field("from", "From", view.from ?? range.from)}
      {field("to", "To, included", view.to ?? range.to)}
      <div className="flex items-center gap-3">
        <button type="submit" className="control control-chosen">
          Show
        </button>
        <ListLink href={linkTo(path, keep)} className="link">
          All dates
        </ListLink>
      </div>
      <p className="text-label text-ink3">Ends are widened to whole periods.</p>
    </ListForm>
  );
}
