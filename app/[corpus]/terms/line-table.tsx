import Link from "next/link";
import type { ReactNode } from "react";
import type { ConcordanceLine } from "../../../lib/queries/concordance-types.ts";
import { markClass } from "../../components/marked-sentence.tsx";
import { OutletName } from "../../components/outlet-name.tsx";
import { formatDayShort } from "../../format.ts";
import { withMarks } from "../../pieces.ts";
import { type SignalWords, VOICE_WORDS } from "../../view-words.ts";
import { LineKeys } from "./line-keys.tsx";
import { wordsFragment } from "./words-fragment.ts";

interface TableProps {
  corpus: string;
  lines: readonly ConcordanceLine[];
  signals: readonly SignalWords[];
  /** Whether lines of several signals stand here, so that each says its own. */
  mixed: boolean;
}

/** Lines aligned on their match; under 768 px a row is two lines, the match a third in. */
export function LineTable({ corpus, lines, signals, mixed }: TableProps) {
  return (
    <LineKeys>
      <table className="line-rows figure-dim mt-3 w-full text-small" data-testid="lines">
        <caption className="sr-only">
          Lines: the words before, the match with the words after, outlet, day and voice
        </caption>
        <TableHead mixed={mixed} />
        <tbody>
          {lines.map((line) => (
            <Row
              key={`${line.articleId} ${line.anchor} ${line.signal} ${line.label} ${line.end}`}
              corpus={corpus}
              line={line}
              signal={mixed ? signals.find(({ id }) => id === line.signal) : undefined}
            />
          ))}
        </tbody>
      </table>
    </LineKeys>
  );
}

function TableHead({ mixed }: Pick<TableProps, "mixed">) {
  return (
    <thead className="text-label text-ink3 shadow-[inset_0_-1px_0_var(--ink)] max-md:sr-only">
      <tr>
        <th scope="col" className="w-[92px] pb-1 text-left font-normal">
          Date
        </th>
        <th scope="col" className="w-[14%] pb-1 text-left font-normal">
          Outlet
        </th>
        <th scope="col" className="w-[34%] pr-2 pb-1 text-right font-normal">
          Before
        </th>
        <th scope="col" className="pb-1 text-left font-normal">
          Match and after
        </th>
        <th
          scope="col"
          className={`${mixed ? "w-[168px]" : "w-[100px]"} pb-1 text-right font-normal`}
        >
          Voice
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  corpus: string;
  line: ConcordanceLine;
  signal: SignalWords | undefined;
}

function Row({ corpus, line, signal }: RowProps) {
  const { outlet, voice } = line;
  const voiceWords = signal
    ? `${signal.singular}, ${VOICE_WORDS[voice].toLowerCase()}`
    : VOICE_WORDS[voice];
  const { before, match, after } = shownParts(line);
  return (
    <tr data-line className="border-b border-rule hover:bg-inset">
      <td className="line-date whitespace-nowrap text-label text-ink2">
        {formatDayShort(line.publishedOn)}
      </td>
      <td className="line-outlet md:pr-2">
        <OutletName outlet={outlet} className="text-label" />
      </td>
      <td className="line-left line-words text-ink2">
        <span className="line-cut-left">
          <span>{before}</span>
        </span>
      </td>
      <td className="line-right line-words">
        <span className="line-cut-right">
          <LineLink corpus={corpus} line={line}>
            {match}
          </LineLink>
          <span className="text-ink2">{after}</span>
        </span>
      </td>
      <td className="line-voice text-right text-label text-ink2">{voiceWords}</td>
    </tr>
  );
}

interface Shown {
  before: ReactNode;
  match: string;
  after: ReactNode;
}

/** Quotation marks that enclose a scare quote stand with the match; the word sorted by is underlined. */
function shownParts({ left, match, right, label, sortedBy }: ConcordanceLine): Shown {
  const text = left + match + right;
  const plain = { start: left.length, end: left.length + match.length };
  const span = label === "scare" || label === "distanced" ? withMarks(text, plain) : plain;
  const at = sortedBy && {
    start: sortedBy.start + (sortedBy.side === "right" ? plain.end : 0),
    end: sortedBy.end + (sortedBy.side === "right" ? plain.end : 0),
  };
  const stretch = (start: number, end: number): ReactNode => {
    if (!at || at.start < start || at.end > end) return text.slice(start, end);
    return (
      <>
        {text.slice(start, at.start)}
        <span className="border-b border-ink font-semibold text-ink">
          {text.slice(at.start, at.end)}
        </span>
        {text.slice(at.end, end)}
      </>
    );
  };
  return {
    before: stretch(0, span.start),
    match: text.slice(span.start, span.end),
    after: stretch(span.end, text.length),
  };
}

/** The match leads to its place: a flag by its anchor, typed words by a text fragment, which the browser itself finds. */
function LineLink({ corpus, line, children }: Omit<RowProps, "signal"> & { children: string }) {
  const href = `/${corpus}/articles/${line.articleId}`;
  const title = `${line.headline || "Without a headline"}${line.part === "body" ? "" : ` (${line.part})`}`;
  if (line.signal === null) {
    return (
      <a className="font-semibold text-ink" href={`${href}${wordsFragment(line)}`} title={title}>
        {children}
      </a>
    );
  }
  const tint = line.voice === "outlet" ? "mark-tint" : "";
  return (
    <Link
      className={`mark font-semibold text-ink ${markClass(line.signal)} ${tint}`}
      href={`${href}?flag=${line.anchor}`}
      prefetch={false}
      title={title}
    >
      {children}
    </Link>
  );
}
