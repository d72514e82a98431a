import { addressOf, linkTo } from "../../address.ts";
import { ListForm, ListLink, ListSelect } from "../../components/list-view.tsx";
import type { LinesPage } from "./load-lines.ts";

const ORDERS = [
  { order: "3L", words: "3 left" },
  { order: "2L", words: "2 left" },
  { order: "1L", words: "1 left" },
  { order: "1R", words: "1 right" },
  { order: "2R", words: "2 right" },
  { order: "3R", words: "3 right" },
  { order: "newest", words: "Newest" },
  { order: "oldest", words: "Oldest" },
];

interface SortProps {
  path: string;
  page: LinesPage;
}

/** By the words beside the match, by date, or so many drawn at random. */
export function SortRow({ path, page }: SortProps) {
  const { query, address } = page;
  const choices = ORDERS.map(({ order, words }) => ({
    value: order,
    words,
    href: linkTo(path, address, { sort: order === "newest" ? null : order, n: null, seed: null }),
  }));
  const random = query.sort === "random";
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3">
      <nav aria-label="Sort by" className="flex items-center max-md:hidden">
        <span className="mr-2 text-small text-ink2">Sort by</span>
        {choices.map(({ value, words, href }) => {
          const current = query.sort === value;
          return (
            <ListLink
              key={value}
              href={href}
              current={current}
              order={current || (random && value === "newest")}
              className={`control -ml-px rounded-none px-2.5 first-of-type:rounded-l-control last-of-type:rounded-r-control ${current ? "control-chosen" : ""}`}
            >
              {words}
            </ListLink>
          );
        })}
      </nav>
      <div className="md:hidden">
        <ListSelect
          label="Sort by"
          value={query.sort}
          choices={random ? [...choices, { value: "random", words: "Random", href: "" }] : choices}
        />
      </div>
      <RandomForm path={path} page={page} />
    </div>
  );
}

/** Each draw takes the next seed; the address keeps it, so the same lines come again. */
function RandomForm({ path, page: { query, address } }: SortProps) {
  const random = query.sort === "random";
  const seed = random && /^\d{1,6}$/.test(query.seed) ? Number(query.seed) + 1 : 1;
  const keep = {
    ...addressOf(address, ["sort", "n", "seed"]),
    sort: ["random"],
    seed: [String(seed)],
  };
  return (
    <ListForm
      key={`${query.n} ${seed}`}
      path={path}
      keep={keep}
      className="flex items-center gap-2 md:ml-auto"
      label="Random lines"
    >
      <label className="flex items-center gap-2 text-small text-ink2">
        Random
        <input
          type="number"
          name="n"
          min={1}
          max={500}
          required
          defaultValue={query.n}
          className="field w-[72px]"
        />
      </label>
      <button type="submit" className={`control ${random ? "control-chosen" : ""}`}>
        {random ? "Draw again" : "Draw"}
      </button>
    </ListForm>
  );
}
