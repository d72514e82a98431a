import Link from "next/link";
import type { OutletRow } from "../../../lib/outlets/list-outlet-rows.ts";
import { countOf, formatCount, formatDayShort, formatRangeShort } from "../../format.ts";
import { OutletMark } from "../explore/shape.tsx";
import { gapWords } from "./gap-words.ts";

interface OutletLineProps {
  corpus: string;
  outlet: OutletRow;
  onEdit: () => void;
}

/** A name in ink: a column of blue would outshout the marks. */
const NAME_LINK =
  "font-semibold break-words underline decoration-rule underline-offset-4 hover:decoration-ink";
const CELL = "py-1.5 pl-4 align-top max-md:hidden";

export function OutletLine({ corpus, outlet, onEdit }: OutletLineProps) {
  const { slug, domains, articles, counted, first, last, country, note } = outlet;
  const query = `outlets=${encodeURIComponent(slug)}`;
  return (
    <tr className="border-b border-rule max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:py-2">
      <NameCell {...{ outlet, href: `/${corpus}/explore?${query}` }} />
      <td className={`${CELL} max-w-[220px] break-words text-ink2`}>{domains.join(", ")}</td>
      <td className={`${CELL} text-right`}>
        {articles === 0 ? (
          "0"
        ) : (
          <Link className="link" href={`/${corpus}/articles?${query}`} prefetch={false}>
            {formatCount(articles)}
          </Link>
        )}
      </td>
      <td className={`${CELL} text-right`}>{formatCount(counted)}</td>
      <td className={`${CELL} whitespace-nowrap`}>{first ? formatDayShort(first) : "–"}</td>
      <td className={`${CELL} whitespace-nowrap`}>{last ? formatDayShort(last) : "–"}</td>
      <td className={`${CELL} max-w-[240px]`}>{gapsOf(outlet)}</td>
      <td className={`${CELL} max-w-[140px] break-words max-xl:hidden`}>{country}</td>
      <td className={`${CELL} max-w-[280px] max-xl:hidden`}>
        <span className="line-clamp-2 break-words" title={note ?? undefined}>
          {note}
        </span>
      </td>
      <td className="min-w-0 flex-1 text-ink2 md:hidden">{numbersOf(outlet)}</td>
      <td className="align-top md:py-1.5 md:pl-4 md:text-right">
        <button
          type="button"
          className="link touch:min-h-11"
          aria-label={`Edit ${outlet.name}`}
          onClick={onEdit}
        >
          Edit
        </button>
      </td>
    </tr>
  );
}

/** The name with its mark, the names that imports also find it by, and on narrow screens what has no column there. */
function NameCell({ outlet, href }: { outlet: OutletRow; href: string }) {
  const { name, slot, formerNames, domains, country, note } = outlet;
  const narrow = [country, note].filter(Boolean).join(". ");
  return (
    <th
      scope="row"
      className="max-w-[300px] py-1.5 text-left align-top font-normal max-md:max-w-full max-md:basis-full"
    >
      <span className="flex gap-2">
        <span className="flex h-5 w-3 shrink-0 items-center">
          <OutletMark slot={slot ?? undefined} />
        </span>
        <span className="min-w-0">
          <Link className={NAME_LINK} href={href} prefetch={false}>
            {name}
          </Link>
          {formerNames.length > 0 && (
            <span className="block break-words text-label text-ink3">
              also imported as {formerNames.join(", ")}
            </span>
          )}
          {domains.length > 0 && (
            <span className="block break-words text-ink2 md:hidden">{domains.join(", ")}</span>
          )}
          {narrow !== "" && (
            <span className="line-clamp-2 break-words text-ink2 xl:hidden">{narrow}</span>
          )}
        </span>
      </span>
    </th>
  );
}

function gapsOf({ articles, gaps }: OutletRow): string {
  if (articles === 0) return "–";
  return gaps.length > 0 ? gapWords(gaps) : "none";
}

/** The row's numbers in a line, for a phone. */
function numbersOf({ articles, counted, first, last, gaps }: OutletRow): string {
  if (articles === 0 || first === null || last === null) return "No articles";
  const days = first === last ? formatDayShort(first) : formatRangeShort(first, last);
  const numbers = `${countOf(articles, "article")}, ${formatCount(counted)} counted, ${days}`;
  return gaps.length > 0 ? `${numbers}. Gaps: ${gapWords(gaps)}` : numbers;
}
