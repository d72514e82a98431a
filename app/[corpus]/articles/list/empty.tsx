import { X } from "lucide-react";
import Link from "next/link";
import type { CorpusDatabase } from "../../../../lib/database/corpus-database.ts";
import { type Address, type AddressChange, linkTo } from "../../../address.ts";
import { ListLink } from "../../../components/list-view.tsx";
import { corpusList } from "../../../corpus.ts";
import { formatCount } from "../../../format.ts";
import type { ActiveFilter } from "./active-filters.ts";
import type { ArticlesPage } from "./load-articles.ts";
import { findNarrowest } from "./narrowest.ts";

interface FiltersProps {
  path: string;
  address: Address;
  filters: readonly ActiveFilter[];
}

const without = ({ parameters }: ActiveFilter): AddressChange =>
  Object.fromEntries(parameters.map((name) => [name, null]));

/** Each filter that is on, with a way to take it off. */
export function ActiveFilters({ path, address, filters }: FiltersProps) {
  if (filters.length === 0) return null;
  const all = Object.assign({}, ...filters.map(without)) as AddressChange;
  return (
    <ul aria-label="Filters that are on" className="mt-3 flex flex-wrap gap-2">
      {filters.map((filter) => (
        <li key={filter.parameters[0]} className="max-w-full">
          <ListLink
            href={linkTo(path, address, without(filter))}
            label={`Clear ${filter.name}: ${filter.value}`}
            className="control max-w-full justify-start"
          >
            <span className="truncate">
              <span className="text-ink3">{filter.name}:</span> {filter.value}
            </span>
            <X size={14} aria-hidden="true" className="shrink-0" />
          </ListLink>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <ListLink
            href={linkTo(path, address, all)}
            className="link inline-block py-1.5 touch:py-3"
          >
            Clear all
          </ListLink>
        </li>
      )}
    </ul>
  );
}

interface EmptyProps extends Omit<FiltersProps, "address"> {
  corpus: CorpusDatabase;
  page: ArticlesPage;
}

/** Why there is nothing, and what to do. */
export async function EmptyList({ corpus, path, page, filters }: EmptyProps) {
  if (page.list.next !== null) {
    return <p className="mt-6">None of the texts read so far match. The next page reads on.</p>;
  }
  if (page.trail.cursor !== null) {
    return (
      <p className="mt-6" data-testid="empty">
        This page lies behind the end of the list.{" "}
        <ListLink className="link" href={linkTo(path, page.address)}>
          First page
        </ListLink>
      </p>
    );
  }
  const narrowest =
    filters.length > 0 ? await findNarrowest(corpus, page.query.known, filters) : null;
  if (!narrowest || narrowest.of === 0) return <NothingImported slug={corpus.slug} />;
  const { filter, articles, of } = narrowest;
  return (
    <p className="mt-6" data-testid="empty">
      No articles match. The narrowest filter is {filter.name}, {filter.value}:{" "}
      {formatCount(articles)} of {formatCount(of)}.{" "}
      <ListLink className="link" href={linkTo(path, page.address, without(filter))}>
        Clear it
      </ListLink>
      .
    </p>
  );
}

/** A corpus without articles. */
export async function NothingImported({ slug }: { slug: string }) {
  const sample = (await corpusList()).find((corpus) => corpus.sample && corpus.slug !== slug);
  return (
    <p className="mt-6" data-testid="empty">
      Nothing imported yet.{" "}
      <Link className="link" href={`/${slug}/import`}>
        Choose files
      </Link>
      {sample && (
        <>
          , or{" "}
          <Link className="link" href={`/${sample.slug}/explore`}>
            open the sample corpus
          </Link>
        </>
      )}
      .
    </p>
  );
}
