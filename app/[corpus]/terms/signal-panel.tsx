import { type Address, addressOf, linkTo } from "../../address.ts";
import { ListForm } from "../../components/list-view.tsx";
import { furtherLabels, plainTitle, type SignalWords } from "../../view-words.ts";
import { type Choice, Choices } from "./choices.tsx";
import type { LinesPage } from "./load-lines.ts";

interface PanelProps {
  path: string;
  page: LinesPage;
  signals: SignalWords[];
}

/** Lines of flags: a signal, one of its labels, an entry of its lexicon. */
export function SignalPanel({ path, page, signals }: PanelProps) {
  const kept = addressOf(page.address, ["find", "signal", "label", "term", "sort"]);
  const sort = page.address.sort ?? [];
  const base: Address = sort.length > 0 ? { ...kept, sort } : kept;
  const all: Choice = {
    key: "all",
    words: "All signals",
    href: linkTo(path, base),
    current: !page.query.find && !page.query.terms && page.query.signals.length === signals.length,
  };
  const each = signals.flatMap((signal) =>
    choicesOf(signal, page, (label) => linkTo(path, base, { signal: signal.id, label })),
  );
  return (
    <>
      <Choices choices={[all, ...each]} />
      <EntryForm path={path} page={page} base={base} />
    </>
  );
}

/** A signal; the labels of the one that is chosen. */
function choicesOf(
  signal: SignalWords,
  { query }: LinesPage,
  href: (label: string | null) => string,
): Choice[] {
  const chosen = !query.find && query.signals.length === 1 && query.signals[0] === signal.id;
  const head = {
    key: signal.id,
    words: plainTitle(signal),
    href: href(null),
    current: chosen && query.label === null && !query.terms,
  };
  if (!chosen) return [head];
  return [
    head,
    ...furtherLabels(signal).map(({ id, title }) => ({
      key: `${signal.id} ${id}`,
      words: title,
      href: href(id),
      current: query.label === id,
      indent: true,
    })),
  ];
}

/** The entry as the codebook names it; those of the lines on this page are a click away. */
function EntryForm({ path, page, base }: Omit<PanelProps, "signals"> & { base: Address }) {
  const { query } = page;
  const signal = query.find || query.signals.length !== 1 ? null : (query.signals[0] ?? null);
  return (
    <div className="mt-2 border-t border-rule px-4 pt-2">
      <ListForm
        path={path}
        keep={signal ? { ...base, signal: [signal] } : base}
        className="flex items-end gap-2"
        label="Entry"
      >
        <label className="min-w-0 flex-1 text-small text-ink2">
          Entry of the codebook
          <input
            type="text"
            name="term"
            className="field mt-1"
            placeholder="may"
            maxLength={200}
            defaultValue={query.terms?.[0] ?? ""}
          />
        </label>
        <button type="submit" className="control">
          Show
        </button>
      </ListForm>
      <EntriesShown path={path} page={page} base={base} />
    </div>
  );
}

/** Entries of the lines on this page, the nearest way to one. */
function EntriesShown({ path, page, base }: Omit<PanelProps, "signals"> & { base: Address }) {
  const here = page.concordance.lines.flatMap(({ term, signal }) =>
    term && signal ? [{ term, signal }] : [],
  );
  const entries = [...new Map(here.map((entry) => [entry.term, entry])).values()].slice(0, 12);
  if (entries.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="text-label text-ink3">Entries in the lines shown</p>
      <Choices
        choices={entries.map(({ term, signal }) => ({
          key: term,
          words: term,
          href: linkTo(path, base, { signal, term }),
          current: page.query.terms?.includes(term) ?? false,
        }))}
      />
    </div>
  );
}
