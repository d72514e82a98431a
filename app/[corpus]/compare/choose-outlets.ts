import type { OutletInfo } from "../../../lib/queries/metrics-types.ts";

const MOST = 6;
/** How outlets are named in the bar and in words. */
export const LETTERS = ["A", "B", "C", "D", "E", "F"] as const;

export interface ChosenOutlets {
  /** Slugs in the order of the page: A, B, ... Fewer than two only where the corpus has no more. */
  slugs: string[];
  /** Whether the address named none, so that the page chose. */
  byDefault: boolean;
  notices: string[];
}

/** The outlets that are set side by side: those asked for that are there, filled up to two by number of articles. */
export function chooseOutlets(
  all: readonly Pick<OutletInfo, "slug" | "name" | "articles">[],
  asked: readonly string[] | null,
): ChosenOutlets {
  const notices: string[] = [];
  const wanted = [...new Set(asked ?? [])];
  const known = wanted.filter((slug) => all.some((outlet) => outlet.slug === slug));
  if (known.length < wanted.length)
    notices.push("This link asked for an outlet that is no longer here. Shown without it.");
  if (known.length > MOST)
    notices.push("Up to six outlets can be compared. Shown with the first six.");
  const slugs = known.slice(0, MOST);
  const biggest = [...all].sort(
    (a, b) => b.articles - a.articles || a.name.localeCompare(b.name, "en"),
  );
  for (const { slug } of biggest) {
    if (slugs.length < 2 && !slugs.includes(slug)) slugs.push(slug);
  }
  if (asked && known.length < 2 && slugs.length > 1)
    notices.push(
      "Comparing takes two outlets. Filled up with the outlets that have most articles.",
    );
  return { slugs, byDefault: asked === null, notices };
}

/** The outlets with another at a position; one that stands elsewhere changes places. */
export function replaceOutlet(slugs: readonly string[], position: number, slug: string): string[] {
  const before = slugs[position] ?? slug;
  return slugs.map((each, i) => (i === position ? slug : each === slug ? before : each));
}
