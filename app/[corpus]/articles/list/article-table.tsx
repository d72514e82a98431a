import Link from "next/link";
import type { ReactNode } from "react";
import type { ListedArticle } from "../../../../lib/queries/article-list.ts";
import type { ArticleListQuery } from "../../../../lib/queries/article-list-query.ts";
import { type Address, linkTo } from "../../../address.ts";
import { ListLink } from "../../../components/list-view.tsx";
import { OutletName } from "../../../components/outlet-name.tsx";
import { formatCount, formatDayShort } from "../../../format.ts";
import type { SignalWords } from "../../../view-words.ts";
import { languageWords } from "./active-filters.ts";

interface TableProps {
  corpus: string;
  path: string;
  rows: readonly ListedArticle[];
  query: ArticleListQuery;
  address: Address;
  signals: readonly SignalWords[];
}

/** A row an article; under 768 px a row is two lines: words, then numbers. */
export function ArticleTable(props: TableProps) {
  return (
    <table className="article-rows figure-dim mt-4 w-full text-small" data-testid="articles">
      <caption className="sr-only">
        Articles with their words, and their flags a signal in the voice chosen
      </caption>
      <TableHead {...props} />
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.id} {...props} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const HEAD = "px-2 pb-1 align-bottom font-normal";

function TableHead({ path, address, query, signals }: TableProps) {
  const { sort } = query;
  const byDate = sort === "newest" ? "descending" : sort === "oldest" ? "ascending" : undefined;
  const sortLink = (order: string, words: string) => (
    <SortLink href={linkTo(path, address, { sort: order === "newest" ? null : order })}>
      {words}
    </SortLink>
  );
  return (
    <thead className="sticky top-12 z-10 bg-paper text-label text-ink3 shadow-[inset_0_-1px_0_var(--ink)] max-md:hidden">
      <tr className="h-10">
        <th scope="col" className={`${HEAD} w-[92px] pl-0 text-left`} aria-sort={byDate}>
          {sortLink(sort === "newest" ? "oldest" : "newest", "Date")} {arrow(byDate)}
        </th>
        <th scope="col" className={`${HEAD} w-[17%] text-left max-xl:w-[14%]`}>
          Outlet
        </th>
        <th
          scope="col"
          className={`${HEAD} text-left`}
          aria-sort={sort === "headline" ? "ascending" : undefined}
        >
          {sortLink("headline", "Headline")} {sort === "headline" && arrow("ascending")}
        </th>
        <th scope="col" className={`${HEAD} w-[58px] text-right`}>
          Words
        </th>
        {signals.map(({ id, title }) => (
          <SignalHead key={id} sorted={sort === id}>
            {sortLink(id, title)}
          </SignalHead>
        ))}
        <th scope="col" className={`${HEAD} w-[56px] pr-0 md:pl-4 text-left`}>
          Wire copy
        </th>
      </tr>
    </thead>
  );
}

function SignalHead({ sorted, children }: { sorted: boolean; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={`${HEAD} w-[78px] text-right`}
      aria-sort={sorted ? "descending" : undefined}
    >
      {children} {sorted && arrow("descending")}
    </th>
  );
}

function SortLink({ href, children }: { href: string; children: string }) {
  return (
    <ListLink href={href} className="underline decoration-rule underline-offset-4 hover:text-ink">
      {children}
    </ListLink>
  );
}

function arrow(order: "ascending" | "descending" | undefined) {
  if (!order) return null;
  return <span aria-hidden="true">{order === "ascending" ? "↑" : "↓"}</span>;
}

const WIRE_MARKS: Readonly<Record<string, string>> = { first: "first", copy: "copy" };

function Row({ corpus, row, signals }: TableProps & { row: ListedArticle }) {
  const { outlet } = row;
  const wire = WIRE_MARKS[row.dupClass];
  return (
    <tr className="border-b border-rule hover:bg-inset">
      <td className="row-date whitespace-nowrap text-ink2 md:py-1.5 md:pr-2">
        {formatDayShort(row.publishedOn)}
      </td>
      <td className="row-outlet md:px-2">
        <OutletName outlet={outlet} />
      </td>
      <th scope="row" className="row-headline text-left font-normal md:px-2 md:py-1.5">
        <Link
          href={`/${corpus}/articles/${row.id}`}
          prefetch={false}
          className="font-serif text-sentence break-words hover:underline"
          lang={row.language}
        >
          {row.headline || <span className="text-ink3">Without a headline</span>}
        </Link>
      </th>
      <Numbers row={row} signals={signals} />
      <td
        className={`row-number text-ink2 max-md:text-label md:pl-4 ${wire ? "" : "max-md:hidden"}`}
      >
        {wire}
        {wire && <span className="md:hidden"> of a wire text</span>}
      </td>
    </tr>
  );
}

/** Words and hits; of an article that no rate counts, why: a count would look like one that the charts show. */
function Numbers({ row, signals }: Pick<TableProps, "signals"> & { row: ListedArticle }) {
  const { words, hits, language } = row;
  if (words === null || hits === null) {
    return (
      <td
        className="row-number text-right text-ink3 max-md:text-label md:px-2"
        colSpan={signals.length + 1}
      >
        {language === "en" ? "not yet analysed" : `not counted: ${languageWords(language)}`}
      </td>
    );
  }
  return (
    <>
      <td className="row-number text-right max-md:text-label md:px-2">
        {formatCount(words)}
        <span className="md:hidden"> {words === 1 ? "word" : "words"}</span>
      </td>
      {signals.map((signal) => (
        <Hits key={signal.id} hits={hits[signal.id] ?? 0} signal={signal} />
      ))}
    </>
  );
}

function Hits({ hits, signal }: { hits: number; signal: SignalWords }) {
  return (
    <td
      className={`row-number text-right max-md:text-label md:px-2 ${hits === 0 ? "text-ink3 max-md:hidden" : ""}`}
    >
      {formatCount(hits)}
      <span className="md:hidden">
        {" "}
        {hits === 1 ? signal.singular : signal.title.toLowerCase()}
      </span>
    </td>
  );
}
