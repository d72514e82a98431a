"use client";

import { type FormEvent, useState } from "react";
import { ChoiceWords } from "../../components/choice-words.tsx";
import { useExplore } from "./explore-state.tsx";
import type { Filter } from "./use-filters.ts";
import { ViewLink } from "./view-link.tsx";

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
      <DayField label="From" day={from} onChange={setFrom} />
      <DayField label="To, included" day={to} onChange={setTo} />
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

interface DayFieldProps {
  label: string;
  /** "2020-01-31", or "" for none. */
  day: string;
  onChange: (day: string) => void;
}

function DayField({ label, day, onChange }: DayFieldProps) {
  return (
    <label className="text-small text-ink2">
      {label}
      <input
        type="date"
        className="field mt-1"
        value={day}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
