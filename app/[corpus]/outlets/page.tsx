import type { Metadata } from "next";
import type { OutletRow } from "../../../lib/outlets/list-outlet-rows.ts";
import { ListForm, ListView } from "../../components/list-view.tsx";
import { Notice } from "../../components/notice.tsx";
import { openCorpusOr404 } from "../../corpus.ts";
import { countOf, formatCount } from "../../format.ts";
import { NothingImported } from "../articles/list/empty.tsx";
import { loadOutlets, type OutletsPage } from "./load-outlets.ts";
import { type OtherOutlet, OutletTable } from "./outlet-table.tsx";
import { SharedDomains } from "./shared-domains.tsx";

export const metadata: Metadata = { title: "Outlets" };

interface Props {
  params: Promise<{ corpus: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What is known of every outlet, and where it is renamed, described and merged. */
export default async function Outlets({ params, searchParams }: Props) {
  const corpus = await openCorpusOr404((await params).corpus);
  const page = await loadOutlets(corpus, await searchParams);
  return (
    <ListView>
      <Notice lines={page.notices} />
      <main id="main" className="mx-auto max-w-[1640px] px-4 pt-5 pb-24 md:px-7">
        <div className="figure-rule" />
        <h1 className="mt-3 font-serif text-title-small md:text-title">Outlets</h1>
        {page.all.length === 0 ? (
          <NothingImported slug={corpus.slug} />
        ) : (
          <FoundOutlets slug={corpus.slug} page={page} />
        )}
      </main>
    </ListView>
  );
}

function FoundOutlets({ slug, page }: { slug: string; page: OutletsPage }) {
  const { all, rows, find, sort, due } = page;
  const path = `/${slug}/outlets`;
  return (
    <>
      <p className="mt-1 max-w-[80ch] text-small text-ink2">
        Counted are English articles that are analysed: only those enter rates. A gap is a calendar
        month without an article between the first and the last: none was imported.
        {due > 0 &&
          ` ${countOf(due, "article")} still ${due === 1 ? "awaits" : "await"} analysis or recounting: the counted will grow.`}
      </p>
      <FindBar path={path} page={page} />
      {rows.length === 0 ? (
        <p className="mt-6" data-testid="empty">
          No outlet is called that. Find looks in names, former names and domains.
        </p>
      ) : (
        <OutletTable
          corpus={slug}
          path={path}
          rows={rows}
          sort={sort}
          find={find}
          all={all.map(pickOther)}
        />
      )}
      <SharedDomains shared={page.shared} />
    </>
  );
}

const pickOther = ({ name, slug, articles, formerNames }: OutletRow): OtherOutlet => ({
  name,
  slug,
  articles,
  formerNames,
});

function FindBar({ path, page }: { path: string; page: OutletsPage }) {
  const { all, rows, found, find, sort } = page;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <ListForm
        path={path}
        keep={sort === "name" ? {} : { sort: [sort] }}
        className="flex min-w-0 flex-1 gap-2 md:max-w-[360px]"
        label="Find outlets"
      >
        <input
          type="search"
          name="find"
          defaultValue={find}
          className="field min-w-0"
          aria-label="Find by name or domain"
          placeholder="Find by name or domain"
        />
        <button type="submit" className="control">
          Find
        </button>
      </ListForm>
      <p className="text-small text-ink2" role="status">
        {found === all.length
          ? countOf(found, "outlet")
          : `${formatCount(found)} of ${countOf(all.length, "outlet")}`}
        {found > rows.length && `, the first ${formatCount(rows.length)} shown`}
      </p>
    </div>
  );
}
