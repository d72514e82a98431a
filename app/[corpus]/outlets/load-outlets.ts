import type { CorpusDatabase } from "../../../lib/database/corpus-database.ts";
import { listSharedDomains, type SharedDomain } from "../../../lib/import/outlets.ts";
import { listOutletRows, type OutletRow } from "../../../lib/outlets/list-outlet-rows.ts";
import { countDue } from "../../../lib/pipeline/due.ts";
import type { RawParameters } from "../../../lib/view/view.ts";
import { withoutEmpty } from "../../address.ts";

const SORTS = ["name", "articles", "counted", "first", "last"] as const;
export type Sort = (typeof SORTS)[number];

/** Rows on the page; more are found by name. */
const MOST_ROWS = 500;

export interface OutletsPage {
  /** All outlets, by name. */
  all: OutletRow[];
  /** Those found, in the order asked for, at most MOST_ROWS. */
  rows: OutletRow[];
  found: number;
  find: string;
  sort: Sort;
  shared: SharedDomain[];
  due: number;
  /** What was changed about the address. */
  notices: string[];
}

export async function loadOutlets(
  corpus: CorpusDatabase,
  raw: RawParameters,
): Promise<OutletsPage> {
  const { find: findRaw, sort: sortRaw, ...others } = withoutEmpty(raw);
  const [all, shared, due] = await Promise.all([
    listOutletRows(corpus),
    listSharedDomains(corpus),
    countDue(corpus),
  ]);
  const find = typeof findRaw === "string" ? findRaw.trim() : "";
  const sort = SORTS.find((each) => each === sortRaw) ?? "name";
  const notices = Object.keys(others).map(
    (name) => `${name} is not a parameter here: known are find, sort. Shown without it.`,
  );
  if (sortRaw !== undefined && sort !== sortRaw)
    notices.push(`sort must be one of ${SORTS.join(", ")}. Shown by name.`);
  const found = all.filter((outlet) => isFound(outlet, find));
  const rows = inOrder(found, sort).slice(0, MOST_ROWS);
  return { all, rows, found: found.length, find, sort, shared, due, notices };
}

function isFound({ name, domains, formerNames }: OutletRow, find: string): boolean {
  const wanted = find.toLowerCase();
  return [name, ...domains, ...formerNames].some((text) => text.toLowerCase().includes(wanted));
}

/** Numbers most first, days earliest or latest first; of equals by name, as the rows come. */
function inOrder(rows: readonly OutletRow[], sort: Sort): OutletRow[] {
  if (sort === "name") return [...rows];
  // Without an article it comes last either way.
  const value = (row: OutletRow) => row[sort] ?? (sort === "first" ? "9" : "");
  const before = sort === "first" ? -1 : 1;
  return [...rows].sort((a, b) =>
    value(a) === value(b) ? 0 : value(a) < value(b) ? before : -before,
  );
}
