import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { linkTo } from "../../address.ts";
import { ListLink } from "../../components/list-view.tsx";
import { formatCount } from "../../format.ts";
import type { SignalWords } from "../../view-words.ts";
import { NothingImported } from "../articles/list/empty.tsx";
import { subjectOf } from "./line-words.ts";
import type { LinesPage } from "./load-lines.ts";
import { findNarrowestLineFilter } from "./narrowest-line-filter.ts";

interface NoLinesProps {
  corpus: CorpusDatabase;
  path: string;
  page: LinesPage;
  signals: SignalWords[];
}

/** Why there is no line, and what to do. */
export async function NoLines({ corpus, path, page, signals }: NoLinesProps) {
  if (page.outlets.length === 0) return <NothingImported slug={corpus.slug} />;
  if (page.concordance.next !== null) {
    return <p className="mt-6">No line in the articles read so far. The next page reads on.</p>;
  }
  if (page.trail.cursor !== null) {
    return (
      <p className="mt-6" data-testid="empty">
        This page lies behind the end of the lines.{" "}
        <ListLink className="link" href={linkTo(path, page.address)}>
          First page
        </ListLink>
      </p>
    );
  }
  const narrowest = await findNarrowestLineFilter(corpus, page);
  if (!narrowest) return <NowhereAtAll path={path} page={page} signals={signals} />;
  const { filter, lines, of } = narrowest;
  const clear = Object.fromEntries(filter.parameters.map((name) => [name, null]));
  return (
    <p className="mt-6" data-testid="empty">
      No lines match. The narrowest filter is {filter.name}, {filter.value}: {formatCount(lines)} of{" "}
      {formatCount(of)}.{" "}
      <ListLink className="link" href={linkTo(path, page.address, clear)}>
        Clear it
      </ListLink>
      .
    </p>
  );
}

function NowhereAtAll({ path, page, signals }: Omit<NoLinesProps, "corpus">) {
  const { query } = page;
  const subject = subjectOf(page, signals);
  const wildcard = query.find?.length === 1 && !page.typed.includes("*") ? `${page.typed}*` : null;
  return (
    <p className="mt-6" data-testid="empty">
      {query.find
        ? `${subject} stands in no article of this corpus. Whole words are found${query.find.length > 1 ? ", in this order" : ""}.`
        : `${subject}: flagged in no article of this corpus.`}{" "}
      {wildcard && (
        <>
          <ListLink className="link" href={linkTo(path, page.address, { find: wildcard })}>
            Find {wildcard}
          </ListLink>{" "}
          for words that begin so.
        </>
      )}
      {query.terms?.[0] && (
        <>
          <ListLink
            className="link"
            href={linkTo(path, page.address, {
              find: query.terms[0],
              term: null,
              signal: null,
              label: null,
            })}
          >
            Find {query.terms[0]} in the text
          </ListLink>{" "}
          instead.
        </>
      )}
    </p>
  );
}
