import { Download } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { addressOf, linkTo } from "../../address.ts";
import { ListPage } from "../../components/list-page.tsx";
import { ListForm, ListSelect } from "../../components/list-view.tsx";
import { Pager } from "../../components/pager.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { openCorpusOr404 } from "../../corpus.ts";
import { countOf, formatCount } from "../../format.ts";
import type { SignalWords } from "../../view-words.ts";
import { signalWords } from "../explore/explore-data.ts";
import { type ActiveFilter, activeFilters } from "./list/active-filters.ts";
import { ArticleTable } from "./list/article-table.tsx";
import { FilterDrawer } from "./list/drawer.tsx";
import { ActiveFilters, EmptyList } from "./list/empty.tsx";
import { Facets } from "./list/facets.tsx";
import { type ArticlesPage, loadArticles } from "./list/load-articles.ts";

export const metadata: Metadata = { title: "Articles" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Articles({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const page = await loadArticles(corpus, await searchParams);
  const signals = signalWords(page.query.known);
  const path = `/${corpus.slug}/articles`;
  const filters = activeFilters(page.query, page.typed, { list: page.list, signals });
  const facets = <Facets path={path} page={page} signals={signals} />;
  return (
    <ListPage notices={page.notices} sideName="Filters" side={facets}>
      <ListHead path={path} page={page} signals={signals} filters={filters} facets={facets} />
      {page.list.rows.length > 0 ? (
        <ArticleTable
          corpus={corpus.slug}
          path={path}
          rows={page.list.rows}
          query={page.query}
          address={page.address}
          signals={signals}
        />
      ) : (
        <EmptyList corpus={corpus} path={path} page={page} filters={filters} />
      )}
      <Pager path={path} address={page.address} trail={page.trail} next={page.list.next} />
      {page.list.rows.length > 0 && <Files corpus={corpus.slug} page={page} />}
    </ListPage>
  );
}

interface HeadProps {
  path: string;
  page: ArticlesPage;
  signals: SignalWords[];
  filters: readonly ActiveFilter[];
  facets: ReactNode;
}

/** How many, the search, the order, the filters that are on. */
function ListHead({ path, page, signals, filters, facets }: HeadProps) {
  const total = totalWords(page);
  return (
    <>
      <div className="figure-rule" />
      <h1 className="mt-3 font-serif text-title-small md:text-title" aria-live="polite">
        {total}
      </h1>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-3">
        <SearchForm path={path} page={page} />
        <OrderSelect path={path} page={page} signals={signals} />
        <FilterDrawer
          words={filters.length > 0 ? `Filters (${filters.length})` : "Filters"}
          done={`Show ${total.toLowerCase()}`}
        >
          {facets}
        </FilterDrawer>
      </div>
      <SearchNotes page={page} />
      <ActiveFilters path={path} address={page.address} filters={filters} />
    </>
  );
}

/** A count is never said to be exact where it isn't. */
function totalWords({ list: { total, rows } }: ArticlesPage): string {
  const articles = Math.max(total.articles, rows.length);
  if (articles === 0) return total.exact ? "No articles" : "No articles found so far";
  return total.exact ? countOf(articles, "article") : `At least ${countOf(articles, "article")}`;
}

function SearchForm({
  path,
  page: { address, typed, searchProblem },
}: {
  path: string;
  page: ArticlesPage;
}) {
  return (
    <ListForm
      key={typed}
      path={path}
      keep={addressOf(address, ["q"])}
      className="flex min-w-0 flex-1 gap-2 max-md:basis-full md:max-w-[460px]"
      label="Search"
    >
      <SearchField
        label="Words in headline, teaser or body"
        boxClass="min-w-0 flex-1"
        name="q"
        placeholder="Words in headline, teaser or body"
        defaultValue={typed}
        aria-invalid={searchProblem !== null}
        aria-describedby="search-notes"
      />
      <button type="submit" className="control">
        Search
      </button>
    </ListForm>
  );
}

function OrderSelect({
  path,
  page,
  signals,
}: {
  path: string;
  page: ArticlesPage;
  signals: SignalWords[];
}) {
  const orders: [string, string][] = [
    ["newest", "Newest first"],
    ["oldest", "Oldest first"],
    ["headline", "Headline, A to Z"],
    ...signals.map(({ id, title }): [string, string] => [id, `Most ${title.toLowerCase()}`]),
  ];
  return (
    <ListSelect
      label="Sort"
      value={page.query.sort}
      choices={orders.map(([value, words]) => ({
        value,
        words,
        href: linkTo(path, page.address, { sort: value === "newest" ? null : value }),
      }))}
    />
  );
}

/** What is wrong with the search, how it is written, and how far texts were read for it. */
function SearchNotes({ page: { searchProblem, list } }: { page: ArticlesPage }) {
  const cut = list.searched && !list.searched.complete ? list.searched.checked : null;
  return (
    <div id="search-notes" className="mt-2 text-small text-ink2">
      {searchProblem && (
        <p role="alert" className="text-question">
          {searchProblem} Shown without it.
        </p>
      )}
      {cut !== null && (
        <p>
          Texts are read for this search: {formatCount(cut)} were for the counts, more are as pages
          go on.
        </p>
      )}
      <details>
        <summary className="link w-fit">How to search</summary>
        <ul className="mt-1 max-w-[66ch] list-disc pl-5">
          <li>
            dam quarry: both words; dam OR quarry: either; dam NOT quarry, dam -quarry: without
          </li>
          <li>
            “white house” in quotation marks: these words in a row; quarr*: words that begin so
          </li>
          <li>(dam OR quarry) AND vote: parentheses group; capitals make AND, OR, NOT</li>
          <li>Whole words are found, whatever their case, in headline, teaser and body.</li>
        </ul>
      </details>
    </div>
  );
}

const FILES = { articles: "Articles", article_metrics: "Articles with hits", flags: "Flags" };

/** Files of the same outlets and days, by the view that the export knows. */
function Files({ corpus, page: { query, address } }: { corpus: string; page: ArticlesPage }) {
  const kept = Object.fromEntries(
    Object.entries(address).filter(([name]) => ["outlets", "from", "to", "voice"].includes(name)),
  );
  // By day, or the range would be widened to whole periods.
  const exact = query.from || query.to ? { granularity: "day" } : {};
  return (
    <section aria-label="Files" className="mt-6 border-t border-ink pt-3">
      <div className="flex flex-wrap gap-2">
        {Object.entries(FILES).map(([file, words]) => (
          <a
            key={file}
            className="control"
            download
            href={linkTo(`/api/${corpus}/export/${file}.csv`, kept, exact)}
          >
            <Download size={14} aria-hidden="true" />
            {words}, CSV
          </a>
        ))}
      </div>
      <p className="mt-2 text-label text-ink3">
        Files hold all articles of these outlets and days; search and the other filters are not in
        them.
      </p>
    </section>
  );
}
