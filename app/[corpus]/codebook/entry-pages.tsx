import { ChevronLeft, ChevronRight } from "lucide-react";
import { ENTRIES_A_PAGE } from "../../../lib/codebook/list-entries.ts";
import { linkTo } from "../../address.ts";
import { ListLink } from "../../components/list-view.tsx";
import type { CodebookPage } from "./load-codebook.ts";

/** Previous, number, next; nothing where there is one page. */
export function EntryPages({ path, page }: { path: string; page: CodebookPage }) {
  const { query, list, address } = page;
  const last = Math.max(1, Math.ceil(list.found / ENTRIES_A_PAGE));
  if (last === 1 && query.page === 1) return null;
  const href = (number: number) =>
    linkTo(path, address, { page: number === 1 ? null : String(number) });
  return (
    <nav aria-label="Pages of the list" className="mt-4 flex flex-wrap items-center gap-2">
      {query.page > 1 && (
        <ListLink className="control" href={href(Math.min(query.page - 1, last))} scroll>
          <ChevronLeft size={15} aria-hidden="true" /> Previous
        </ListLink>
      )}
      <span className="px-2 text-small text-ink2">
        Page {query.page} of {last}
      </span>
      {query.page < last && (
        <ListLink className="control" href={href(query.page + 1)} scroll>
          Next <ChevronRight size={15} aria-hidden="true" />
        </ListLink>
      )}
    </nav>
  );
}
