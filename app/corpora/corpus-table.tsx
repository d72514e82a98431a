"use client";

import Link from "next/link";
import { type FormEvent, useState } from "react";
import type { CorpusContents } from "../../lib/corpora/list-corpora.ts";
import { DEFAULT_SLUG } from "../../lib/database/slug.ts";
import { countOf, formatBytes, formatCount, formatDayShort, formatRangeShort } from "../format.ts";

interface CorpusTableProps {
  corpora: readonly CorpusContents[];
  canDelete: boolean;
  /** Gives the sentence of a refusal, or null. */
  onRename: (slug: string, title: string) => Promise<string | null>;
  onDelete: (corpus: CorpusContents) => void;
}

const HEAD = "pb-1 pl-4 align-bottom font-normal";
const CELL = "pl-4 whitespace-nowrap max-md:hidden";

/** The database that the user brought. */
const isOwn = ({ slug }: CorpusContents) => slug === DEFAULT_SLUG;

/** A row a corpus; under 768 px words, then numbers in a line. */
export function CorpusTable(props: CorpusTableProps) {
  return (
    <table className="mt-4 w-full text-small max-md:block" data-testid="corpora">
      <caption className="sr-only">The corpora with what is in them</caption>
      <thead className="border-b border-ink text-label text-ink3 max-md:hidden">
        <tr>
          <th scope="col" className="pb-1 text-left align-bottom font-normal">
            Corpus
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Articles
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Outlets
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            First day
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            Last day
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Due
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            Size
          </th>
          <td className="pl-4" />
        </tr>
      </thead>
      <tbody className="max-md:block max-md:border-t max-md:border-ink">
        {props.corpora.map((corpus) => (
          <CorpusRow key={corpus.slug} {...props} corpus={corpus} />
        ))}
      </tbody>
    </table>
  );
}

function CorpusRow(props: CorpusTableProps & { corpus: CorpusContents }) {
  const { corpus } = props;
  const [editing, setEditing] = useState(false);
  const { articles, outlets, first, last, due, bytes } = corpus;
  return (
    <tr className="h-12 border-b border-rule max-md:flex max-md:h-auto max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:py-2">
      <th scope="row" className="py-1.5 text-left font-normal max-md:basis-full">
        {editing ? (
          <TitleForm {...props} onDone={() => setEditing(false)} />
        ) : (
          <Title corpus={corpus} />
        )}
      </th>
      <td className={`${CELL} text-right`}>{formatCount(articles)}</td>
      <td className={`${CELL} text-right`}>{formatCount(outlets)}</td>
      <td className={CELL}>{first ? formatDayShort(first) : "–"}</td>
      <td className={CELL}>{last ? formatDayShort(last) : "–"}</td>
      <td className={`${CELL} text-right`}>{formatCount(due)}</td>
      <td className={`${CELL} text-right`}>{bytes === null ? "–" : formatBytes(bytes)}</td>
      <td className="min-w-0 flex-1 text-ink2 md:hidden">{numbersOf(corpus)}</td>
      <td className="whitespace-nowrap md:pl-4 md:text-right">
        {!editing && <Actions {...props} onEdit={() => setEditing(true)} />}
      </td>
    </tr>
  );
}

function Title({ corpus }: { corpus: CorpusContents }) {
  const { slug, title } = corpus;
  return (
    <>
      <Link
        href={`/${slug}/explore`}
        prefetch={false}
        className="text-body font-semibold break-words underline decoration-rule underline-offset-4 hover:decoration-ink"
      >
        {title}
      </Link>{" "}
      <span className="font-mono text-mono whitespace-nowrap text-ink3">/{slug}</span>
      {corpus.sample && <span className="text-ink3">, invented articles</span>}
      {isOwn(corpus) && (
        <span className="text-ink3">, the database of DATABASE_URL: not deleted from here</span>
      )}
    </>
  );
}

/** The row's numbers in one line, for a phone. */
function numbersOf({ articles, outlets, first, last, due, bytes }: CorpusContents): string {
  if (articles === 0) return "No articles";
  const parts = [countOf(articles, "article"), countOf(outlets, "outlet")];
  if (first && last)
    parts.push(first === last ? formatDayShort(first) : formatRangeShort(first, last));
  if (due > 0) parts.push(`${formatCount(due)} due`);
  if (bytes !== null) parts.push(formatBytes(bytes));
  return parts.join(", ");
}

interface ActionsProps extends CorpusTableProps {
  corpus: CorpusContents;
  onEdit: () => void;
}

function Actions({ corpus, canDelete, onDelete, onEdit }: ActionsProps) {
  return (
    <span className="inline-flex gap-3">
      <button
        type="button"
        className="link touch:min-h-11"
        aria-label={`Rename ${corpus.title}`}
        onClick={onEdit}
      >
        Rename
      </button>
      {canDelete && !isOwn(corpus) && (
        <button
          type="button"
          className="link touch:min-h-11"
          aria-label={`Delete ${corpus.title}`}
          onClick={() => onDelete(corpus)}
        >
          Delete
        </button>
      )}
    </span>
  );
}

interface TitleFormProps extends CorpusTableProps {
  corpus: CorpusContents;
  onDone: () => void;
}

function TitleForm({ corpus, onRename, onDone }: TitleFormProps) {
  const [title, setTitle] = useState(corpus.title);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const refusal = await onRename(corpus.slug, title);
    setFailure(refusal);
    if (refusal === null) onDone();
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-center gap-2">
      <input
        ref={(field) => field?.focus()}
        className="field max-w-[360px] min-w-0 flex-1"
        aria-label={`Title of ${corpus.title}`}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
      />
      <button type="submit" className="control control-chosen" disabled={title.trim() === ""}>
        Save
      </button>
      <button type="button" className="control" onClick={onDone}>
        Cancel
      </button>
      <span role="status" className="basis-full text-question empty:hidden">
        {failure}
      </span>
    </form>
  );
}
