"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { OutletMark } from "../[corpus]/explore/shape.tsx";
import { type Address, linkTo } from "../address.ts";
import { formatCount } from "../format.ts";
import { ListLink } from "./list-view.tsx";

export interface ToggleItem {
  value: string;
  words: string;
  /** Null where it is not known. */
  count: number | null;
  /** Of an outlet: its colour and shape. */
  slot?: number | null;
}

interface ToggleListProps {
  /** What is chosen here, for people who don't see the heading: "Outlets". */
  name: string;
  items: readonly ToggleItem[];
  chosen: readonly string[];
  path: string;
  address: Address;
  parameter: string;
  /** Whether values stand in one parameter, parted by commas; else it is repeated. */
  commas?: boolean;
}

/** So many are shown at once; of more, the chosen ones and the first. */
const SHOWN = 12;

/** Values of a filter, any of them; each a link that adds it or takes it away. */
export function ToggleList(props: ToggleListProps) {
  const { name, items, chosen } = props;
  const [find, setFind] = useState("");
  const [all, setAll] = useState(false);
  const wanted = find.trim().toLocaleLowerCase("en");
  const found = items.filter(({ words }) => words.toLocaleLowerCase("en").includes(wanted));
  const long = items.length > SHOWN;
  const shown = all ? found : found.filter((item, i) => i < SHOWN || chosen.includes(item.value));
  return (
    <>
      {long && (
        <input
          type="text"
          className="field my-1"
          aria-label={`Find in ${name}`}
          placeholder="Find"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      )}
      <ul aria-label={name}>
        {shown.map((item) => (
          <Toggle key={item.value} {...props} item={item} />
        ))}
      </ul>
      {shown.length === 0 && <p className="py-1 text-small text-ink2">None is called that.</p>}
      {found.length > shown.length && (
        <button
          type="button"
          className="link mt-1 text-small touch:py-2"
          onClick={() => setAll(true)}
        >
          All {formatCount(found.length)}
        </button>
      )}
    </>
  );
}

function Toggle({
  item,
  chosen,
  path,
  address,
  parameter,
  commas,
}: ToggleListProps & { item: ToggleItem }) {
  const on = chosen.includes(item.value);
  const values = on ? chosen.filter((value) => value !== item.value) : [...chosen, item.value];
  const written = commas ? values.join(",") : values;
  const href = linkTo(path, address, { [parameter]: values.length > 0 ? written : null });
  return (
    <li className="border-b border-rule">
      <ListLink
        href={href}
        current={on}
        className="flex min-h-[33px] items-center gap-1.5 py-1 touch:min-h-11 hover:bg-inset"
      >
        <Check size={14} aria-hidden="true" className={`shrink-0 ${on ? "" : "invisible"}`} />
        {item.slot !== undefined && (
          <span className="flex w-3 shrink-0 justify-center">
            <OutletMark slot={item.slot ?? undefined} size={11} />
          </span>
        )}
        <span className={`min-w-0 flex-1 break-words ${on ? "font-semibold" : ""}`}>
          {item.words}
        </span>
        {item.count !== null && (
          <span className="text-small text-ink3">{formatCount(item.count)}</span>
        )}
      </ListLink>
    </li>
  );
}
