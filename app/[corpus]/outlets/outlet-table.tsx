"use client";

import { useState } from "react";
import type { OutletRow } from "../../../lib/outlets/list-outlet-rows.ts";
import { linkTo } from "../../address.ts";
import { ListLink } from "../../components/list-view.tsx";
import { useToast } from "../../components/toast.tsx";
import { OutletEditor } from "./edit/outlet-editor.tsx";
import type { Sort } from "./load-outlets.ts";
import { OutletLine } from "./outlet-line.tsx";

/** What of the other outlets the editor needs: merging is into any of them. */
export type OtherOutlet = Pick<OutletRow, "name" | "slug" | "articles" | "formerNames">;

interface OutletTableProps {
  corpus: string;
  path: string;
  rows: readonly OutletRow[];
  sort: Sort;
  find: string;
  all: readonly OtherOutlet[];
}

/** A row an outlet; under 768 px words, then numbers in a line. Edit opens a drawer. */
export function OutletTable(props: OutletTableProps) {
  const { corpus, rows, all } = props;
  const [edited, setEdited] = useState<OutletRow | null>(null);
  const { say, toast } = useToast();
  return (
    <>
      <table className="figure-dim mt-3 w-full text-small max-md:block" data-testid="outlets">
        <caption className="sr-only">Outlets with what is known of them</caption>
        <TableHead path={props.path} sort={props.sort} find={props.find} />
        <tbody className="max-md:block max-md:border-t max-md:border-ink">
          {rows.map((outlet) => (
            <OutletLine
              key={outlet.slug}
              corpus={corpus}
              outlet={outlet}
              onEdit={() => setEdited(outlet)}
            />
          ))}
        </tbody>
      </table>
      <OutletEditor
        corpus={corpus}
        outlet={edited}
        all={all}
        onClose={() => setEdited(null)}
        onDone={(text) => {
          setEdited(null);
          say({ text });
        }}
      />
      {toast}
    </>
  );
}

const ARROWS = { ascending: "↑", descending: "↓" } as const;

interface SortedHeadProps extends Pick<OutletTableProps, "path" | "sort" | "find"> {
  order: Sort;
  words: string;
  side: string;
}

function SortedHead({ path, sort, find, order, words, side }: SortedHeadProps) {
  const rising = order === "name" || order === "first";
  const way = sort === order ? (rising ? "ascending" : "descending") : undefined;
  const change = { find: find === "" ? null : find, sort: order === "name" ? null : order };
  return (
    <th scope="col" className={`${HEAD} ${side}`} aria-sort={way}>
      <ListLink
        href={linkTo(path, {}, change)}
        className="underline decoration-rule underline-offset-4 hover:text-ink"
      >
        {words}
      </ListLink>
      {way && <span aria-hidden="true"> {ARROWS[way]}</span>}
    </th>
  );
}

function TableHead({ path, sort, find }: Pick<OutletTableProps, "path" | "sort" | "find">) {
  const sorted = (order: Sort, words: string, side: string) => (
    <SortedHead {...{ path, sort, find, order, words, side }} />
  );
  return (
    <thead className="sticky top-12 z-10 bg-paper text-label text-ink3 shadow-[inset_0_-1px_0_var(--ink)] max-md:hidden">
      <tr className="h-10">
        {sorted("name", "Outlet", "text-left")}
        <th scope="col" className={`${HEAD} pl-4 text-left`}>
          Domains
        </th>
        {sorted("articles", "Articles", "pl-4 text-right")}
        {sorted("counted", "Counted", "pl-4 text-right")}
        {sorted("first", "First day", "pl-4 text-left")}
        {sorted("last", "Last day", "pl-4 text-left")}
        <th scope="col" className={`${HEAD} pl-4 text-left`}>
          Gaps
        </th>
        <th scope="col" className={`${HEAD} pl-4 text-left max-xl:hidden`}>
          Country
        </th>
        <th scope="col" className={`${HEAD} pl-4 text-left max-xl:hidden`}>
          Note
        </th>
        <td />
      </tr>
    </thead>
  );
}

const HEAD = "pb-1 align-bottom font-normal whitespace-nowrap";
