import { ChevronLeft, ChevronRight } from "lucide-react";
import { type Address, linkTo } from "../address.ts";
import { nextPage, type PageTrail, pageNumber, previousPage } from "../page-trail.ts";
import { ListLink } from "./list-view.tsx";

interface PagerProps {
  path: string;
  /** The view without its page. */
  address: Address;
  trail: PageTrail;
  /** Cursor of the next page, or null at the end. */
  next: string | null;
}

/** Previous, number, next; nothing where there is one page. */
export function Pager({ path, address, trail, next }: PagerProps) {
  if (trail.cursor === null && next === null) return null;
  const number = pageNumber(trail);
  const before = previousPage(trail);
  return (
    <nav aria-label="Pages of the list" className="mt-4 flex flex-wrap items-center gap-2">
      {before ? (
        <ListLink className="control" href={linkTo(path, address, before)} scroll>
          <ChevronLeft size={15} aria-hidden="true" /> Previous
        </ListLink>
      ) : (
        trail.cursor !== null && (
          <ListLink className="control" href={linkTo(path, address)} scroll>
            First page
          </ListLink>
        )
      )}
      {number !== null && <span className="px-2 text-small text-ink2">Page {number}</span>}
      {next !== null && (
        <ListLink className="control" href={linkTo(path, address, nextPage(trail, next))} scroll>
          Next <ChevronRight size={15} aria-hidden="true" />
        </ListLink>
      )}
    </nav>
  );
}
