import Link from "next/link";
import type { ImportSummary } from "../../../lib/import/imports.ts";
import { isOpen } from "../../../lib/import/imports.ts";
import { formatCount, formatDayShort } from "../../format.ts";
import { stateWords } from "../import/import-words.ts";
import { rightsWords } from "../import/text-rights.ts";
import { ImportActions } from "./import-actions.tsx";

interface ImportsTableProps {
  corpus: string;
  imports: readonly ImportSummary[];
  /** Imports whose file is kept; given where they can be run again and undone from here. */
  withFile?: ReadonlySet<number>;
}

const HEAD = "py-2 pl-4 font-normal";

/** Imports, the latest first: file, when, what came of it. */
export function ImportsTable({ corpus, imports, withFile }: ImportsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="mt-2 overflow-x-auto" aria-label="Imports, scrollable" tabIndex={0}>
      <table className="w-full text-small max-md:block">
        <thead className="border-b border-ink text-left text-label text-ink3 max-md:sr-only">
          <tr>
            <th scope="col" className="py-2 font-normal">
              File
            </th>
            <th scope="col" className={HEAD}>
              When
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              New articles
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Already here
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              Left out
            </th>
            <th scope="col" className={HEAD}>
              Exports may hold
            </th>
            <th scope="col" className={HEAD}>
              State
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block max-md:border-t max-md:border-ink">
          {imports.map((one) => (
            <ImportRow key={one.id} corpus={corpus} one={one} withFile={withFile} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ImportRowProps {
  corpus: string;
  one: ImportSummary;
  withFile: ReadonlySet<number> | undefined;
}

const NUMBER = "md:pl-4 md:text-right whitespace-nowrap";
/** On a phone a row is a paragraph, so each number says what it counts. */
const SAID = "md:hidden";

function ImportRow({ corpus, one, withFile }: ImportRowProps) {
  const open = isOpen(one);
  const here = one.known + one.changed;
  return (
    <tr
      className="border-b border-rule max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-1 max-md:py-2 md:h-[44px]"
      data-testid="import-row"
    >
      <th scope="row" className="text-left font-normal max-md:w-full">
        <Link
          className="link break-all touch:inline-block touch:py-2"
          href={`/${corpus}/import?id=${one.id}`}
        >
          {one.source}
        </Link>
      </th>
      <td className="whitespace-nowrap md:pl-4">{formatDayShort(one.startedAt.slice(0, 10))}</td>
      <td className={NUMBER}>
        {open ? "–" : formatCount(one.added)} <span className={SAID}>new</span>
      </td>
      <td className={NUMBER}>
        {open ? "–" : formatCount(here)} <span className={SAID}>already here</span>
      </td>
      <td className={NUMBER}>
        {one.refused > 0 && !open ? (
          <a
            className="link"
            download
            href={`/api/${corpus}/imports/${one.id}/refused.csv`}
            aria-label={`${formatCount(one.refused)} rows of ${one.source} left out, as CSV`}
          >
            {formatCount(one.refused)}
          </a>
        ) : open ? (
          "–"
        ) : (
          "0"
        )}{" "}
        <span className={SAID}>left out</span>
      </td>
      <td className="md:pl-4">
        {rightsWords(one.textRights)} <span className={SAID}>in exports</span>
      </td>
      <td className="max-md:w-full md:pl-4">
        <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
          <span>
            {stateWords(one)}
            {one.failure && !open && <span className="block text-ink2">{one.failure}</span>}
          </span>
          {withFile && <ImportActions corpus={corpus} one={one} fileKept={withFile.has(one.id)} />}
        </span>
      </td>
    </tr>
  );
}
