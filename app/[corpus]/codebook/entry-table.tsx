import Link from "next/link";
import type { EntryRow } from "../../../lib/codebook/list-entries.ts";
import { linkTo } from "../../address.ts";
import { markClass } from "../../components/marked-sentence.tsx";
import { formatCount } from "../../format.ts";
import { labelTitle, type SignalWords } from "../../view-words.ts";
import type { CodebookPage } from "./load-codebook.ts";

interface TableProps {
  corpus: string;
  page: CodebookPage;
  signals: readonly SignalWords[];
}

/** A row an entry: what matches, what a hit is called, what is left out, and the way to its lines. */
export function EntryTable({ corpus, page, signals }: TableProps) {
  const { rows } = page.list;
  if (rows.length === 0)
    return (
      <p className="mt-4" data-testid="empty">
        No entry has that in its term or forms. Find looks for the letters as they are typed.
      </p>
    );
  return (
    <table className="figure-dim mt-3 w-full text-small max-md:block" data-testid="entries">
      <caption className="sr-only">Entries of the codebook</caption>
      <thead className="border-b border-ink text-label text-ink3 max-md:hidden">
        <tr>
          {["Term", "Forms that match", "Label", "Left out in"].map((words) => (
            <th key={words} scope="col" className="pr-4 pb-1 text-left font-normal">
              {words}
            </th>
          ))}
          <th scope="col" className="pb-1 text-right font-normal">
            Articles
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((entry) => (
          <Entry
            key={`${entry.lexicon} ${entry.label} ${entry.term}`}
            corpus={corpus}
            entry={entry}
            signal={signals.find(({ id }) => id === entry.signal)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface EntryProps {
  corpus: string;
  entry: EntryRow;
  signal: SignalWords | undefined;
}

function Entry({ corpus, entry, signal }: EntryProps) {
  const { term, forms, label, strength, plain, exceptions, example, articles } = entry;
  const others = forms.filter((form) => form !== term.toLocaleLowerCase("en"));
  return (
    <tr className="border-b border-rule align-top max-md:flex max-md:flex-wrap max-md:gap-x-3 max-md:py-2">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal max-md:w-full max-md:py-0">
        <span className={`mark mark-tint text-body ${markClass(entry.signal)}`}>{term}</span>
        {example !== "" && <p className="mt-1 font-serif text-ink2">{example}</p>}
      </th>
      <td className="max-w-[40ch] py-1.5 pr-4 break-words text-ink2 max-md:w-full max-md:py-0">
        {others.join(", ")}
      </td>
      <td className="py-1.5 pr-4 max-md:py-0">
        {signal ? labelTitle(signal, label) : label}
        {strength !== "" && <span className="text-ink3">, {strength}</span>}
        {plain !== "" && <span className="text-ink3">, for “{plain}”</span>}
      </td>
      <td className="max-w-[30ch] py-1.5 pr-4 break-words text-ink2 max-md:py-0">
        {exceptions.join(", ")}
      </td>
      <td className="py-1.5 text-right max-md:py-0">
        {articles > 0 ? (
          <Link
            className="link"
            href={linkTo(`/${corpus}/terms`, {}, { signal: entry.signal, term })}
          >
            {formatCount(articles)}
            <span className="md:sr-only"> {articles === 1 ? "article" : "articles"}</span>
          </Link>
        ) : (
          <span className="text-ink3">
            0<span className="md:sr-only"> articles</span>
          </span>
        )}
      </td>
    </tr>
  );
}
