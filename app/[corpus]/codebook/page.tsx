import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { addressOf, linkTo } from "../../address.ts";
import { ListPage } from "../../components/list-page.tsx";
import { ListForm, ListSelect } from "../../components/list-view.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { openCorpusOr404 } from "../../corpus.ts";
import { countOf, formatCodebook, formatCount } from "../../format.ts";
import { FilterDrawer } from "../articles/list/drawer.tsx";
import { signalWords } from "../explore/explore-data.ts";
import { EntryPages } from "./entry-pages.tsx";
import { EntryTable } from "./entry-table.tsx";
import { Lexicons } from "./lexicons.tsx";
import { type CodebookPage, loadCodebook } from "./load-codebook.ts";
import { TryText } from "./try-text.tsx";

export const metadata: Metadata = { title: "Codebook" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the live codebook looks for: its lexicons entry by entry, and what it finds in a text that is typed. */
export default async function Codebook({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const page = await loadCodebook(corpus, await searchParams);
  const signals = signalWords(page.list.known);
  const path = `/${corpus.slug}/codebook`;
  const lexicons = <Lexicons corpus={corpus.slug} path={path} page={page} signals={signals} />;
  return (
    <ListPage notices={page.notices} sideName="Lexicons" side={lexicons}>
      <div className="figure-rule" />
      <h1 className="mt-3 font-serif text-title-small md:text-title">
        Codebook {formatCodebook(page.list.codebook)}
      </h1>
      <p className="mt-1 max-w-[80ch] text-small text-ink2">
        Every word and phrase that this corpus is searched for.{" "}
        <Link className="link" href={`/${corpus.slug}/methods#rules`}>
          The rules and weights
        </Link>{" "}
        that read them in context stand under Methods.
      </p>
      <TryText path={path} page={page} signals={signals} />
      <ListHead path={path} page={page} lexicons={lexicons} />
      <EntryTable corpus={corpus.slug} page={page} signals={signals} />
      <EntryPages path={path} page={page} />
    </ListPage>
  );
}

interface HeadProps {
  path: string;
  page: CodebookPage;
  lexicons: ReactNode;
}

function ListHead({ path, page, lexicons }: HeadProps) {
  const { query, list, address } = page;
  const { articles, all } = list.counted;
  return (
    <section className="mt-8" aria-labelledby="entries-title">
      <h2 id="entries-title" className="font-serif text-section">
        {countOf(list.found, "entry", "entries")}
      </h2>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-3">
        <ListForm
          key={query.find}
          path={path}
          keep={addressOf(address, ["find"])}
          className="flex min-w-0 flex-1 gap-2 max-md:basis-full md:max-w-[360px]"
          label="Find entries"
        >
          <SearchField
            label="A term or one of its forms"
            boxClass="min-w-0 flex-1"
            name="find"
            placeholder="A term or one of its forms"
            defaultValue={query.find}
          />
          <button type="submit" className="control">
            Find
          </button>
        </ListForm>
        <ListSelect
          label="Sort"
          value={query.sort}
          choices={[
            { value: "term", words: "Term, A to Z", href: linkTo(path, address, { sort: null }) },
            {
              value: "articles",
              words: "Most articles",
              href: linkTo(path, address, { sort: "articles" }),
            },
          ]}
        />
        <FilterDrawer words="Lexicons" done={`Show ${countOf(list.found, "entry", "entries")}`}>
          {lexicons}
        </FilterDrawer>
      </div>
      <p className="mt-2 text-label text-ink3">
        Articles are those in which the entry was flagged, of {formatCount(articles)}
        {all ? " with any entry." : " with any entry, the lowest ids: a fixed random sample."}
      </p>
    </section>
  );
}
