import { addressOf, linkTo } from "../../address.ts";
import { ListForm, ListLink } from "../../components/list-view.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { ToggleList } from "../../components/toggle-list.tsx";
import { formatRangeShort } from "../../format.ts";
import {
  DUPLICATES_NOTES,
  DUPLICATES_WORDS,
  keyed,
  PART_WORDS,
  type SignalWords,
  VOICE_NOTES,
  VOICE_WORDS,
} from "../../view-words.ts";
import { type Choice, Choices } from "./choices.tsx";
import { type BarFilter, LineFilters } from "./line-filters.tsx";
import { periodWords, signalsOf } from "./line-words.ts";
import type { LinesPage } from "./load-lines.ts";
import { SignalPanel } from "./signal-panel.tsx";

interface BarProps {
  path: string;
  page: LinesPage;
  signals: SignalWords[];
}

/** Words to look for, and every filter of the lines. */
export function TermBar({ path, page, signals }: BarProps) {
  const { query } = page;
  const outlets = outletsValue(page);
  const filters = filtersOf(path, page, signals);
  const [flags, voice] = filters;
  return (
    <search aria-label="Lines" className="block border-b border-rule bg-desk">
      <div className="flex items-center gap-x-4 gap-y-3 px-4 max-lg:flex-wrap max-lg:py-3 md:px-6 lg:pr-0">
        <FindForm path={path} page={page} />
        <LineFilters
          filters={filters}
          sentence={`${query.find ? "Typed words" : flags?.value}, ${voice?.value.toLowerCase()}, ${outlets.toLowerCase() === "all" ? "all outlets" : outlets}`}
        />
        {Object.keys(page.address).length > 0 && (
          <ListLink
            href={path}
            className="px-6 text-small text-ink2 max-lg:hidden lg:ml-auto hover:text-ink hover:underline"
          >
            Reset
          </ListLink>
        )}
      </div>
    </search>
  );
}

function filtersOf(path: string, page: LinesPage, signals: SignalWords[]): BarFilter[] {
  const { query } = page;
  return [
    {
      key: "flags",
      label: "Flags",
      value: query.find ? "None: typed words" : flagsValue(page, signals),
      panel: <SignalPanel path={path} page={page} signals={signals} />,
    },
    voiceFilter(path, page),
    {
      key: "outlets",
      label: "Outlets",
      value: outletsValue(page),
      panel: <OutletPanel path={path} page={page} />,
      stays: true,
    },
    {
      key: "period",
      label: "Period",
      value:
        query.from && query.to
          ? formatRangeShort(query.from, query.to)
          : periodWords(query.from, query.to),
      panel: <PeriodPanel path={path} page={page} />,
    },
    partFilter(path, page),
    duplicatesFilter(path, page),
  ];
}

function flagsValue({ query }: LinesPage, signals: SignalWords[]): string {
  const terms = query.terms?.map((term) => `“${term}”`).join(", ");
  return terms
    ? `${terms} in ${signalsOf(query, signals).toLowerCase()}`
    : signalsOf(query, signals);
}

function FindForm({ path, page: { address, typed, findProblem } }: Omit<BarProps, "signals">) {
  return (
    <ListForm
      key={typed}
      path={path}
      keep={addressOf(address, ["find", "signal", "label", "term"])}
      className="flex min-w-0 gap-2 max-lg:basis-full lg:w-[340px] lg:shrink-0"
      label="Find words"
    >
      <SearchField
        label="A word or phrase in the text"
        boxClass="min-w-0 flex-1"
        name="find"
        className="font-semibold placeholder:font-normal"
        placeholder="A word or phrase, measure*"
        defaultValue={typed}
        aria-invalid={findProblem !== null}
        aria-describedby="find-problem"
      />
      <button type="submit" className="control">
        Find
      </button>
    </ListForm>
  );
}

function voiceFilter(path: string, { query, address }: LinesPage): BarFilter {
  const choices = keyed(VOICE_WORDS)
    .reverse()
    .map(([voice, words]): Choice => {
      const href = linkTo(path, address, { voice: voice === "all" ? null : voice });
      return { key: voice, words, note: VOICE_NOTES[voice], href, current: query.voice === voice };
    });
  const value = VOICE_WORDS[query.voice];
  return { key: "voice", label: "Voice", value, panel: <Choices choices={choices} /> };
}

function partFilter(path: string, { query, address }: LinesPage): BarFilter {
  const choices = keyed(PART_WORDS).map(([part, words]): Choice => {
    const href = linkTo(path, address, { part: part === "all" ? null : part });
    return { key: part, words, href, current: query.part === part };
  });
  const value = PART_WORDS[query.part];
  return { key: "part", label: "Part", value, panel: <Choices choices={choices} /> };
}

function duplicatesFilter(path: string, { query, address }: LinesPage): BarFilter {
  const choices = keyed(DUPLICATES_WORDS).map(([duplicates, words]): Choice => {
    const href = linkTo(path, address, { duplicates: duplicates === "all" ? null : duplicates });
    const current = query.duplicates === duplicates;
    return { key: duplicates, words, note: DUPLICATES_NOTES[duplicates], href, current };
  });
  const value = DUPLICATES_WORDS[query.duplicates];
  return { key: "duplicates", label: "Wire copy", value, panel: <Choices choices={choices} /> };
}

function outletsValue({ query, outlets }: LinesPage): string {
  if (!query.outlets) return "All";
  const [first] = outlets.filter(({ slug }) => query.outlets?.includes(slug));
  return query.outlets.length === 1
    ? (first?.name ?? "")
    : `${query.outlets.length} of ${outlets.length}`;
}

function OutletPanel({ path, page: { outlets, query, address } }: Omit<BarProps, "signals">) {
  return (
    <div className="px-4">
      <ToggleList
        name="Outlets"
        items={outlets.map(({ slug, name, slot, articles }) => ({
          value: slug,
          words: name,
          count: articles,
          slot,
        }))}
        chosen={query.outlets ?? []}
        path={path}
        address={address}
        parameter="outlets"
        commas
      />
    </div>
  );
}

function PeriodPanel({ path, page: { query, address } }: Omit<BarProps, "signals">) {
  const field = (name: "from" | "to", words: string) => (
    <label className="text-small text-ink2">
      {words}
      <input type="date" name={name} className="field mt-1" defaultValue={query[name] ?? ""} />
    </label>
  );
  return (
    <ListForm
      path={path}
      keep={addressOf(address, ["from", "to"])}
      className="flex flex-col gap-3 px-4 py-2"
      label="Period"
    >
      {field("from", "From")}
      {field("to", "To, included")}
      <button type="submit" className="control control-chosen self-start">
        Show
      </button>
    </ListForm>
  );
}
