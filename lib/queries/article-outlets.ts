import type { ViewProblem } from "../view/view.ts";
import type { OutletInfo } from "./metrics-types.ts";
import { currentSlugs } from "./outlets.ts";

/** The ids of the outlets asked for, null for all; what is not there is named in problems, and nothing there means all. */
export function chosenOutlets(
  all: readonly OutletInfo[],
  slugs: readonly string[] | null,
): { outletIds: number[] | null; problems: ViewProblem[] } {
  if (!slugs) return { outletIds: null, problems: [] };
  const asked = currentSlugs(all, slugs);
  const missing = asked.filter((slug) => !all.some((outlet) => outlet.slug === slug));
  const chosen = all.filter((outlet) => asked.includes(outlet.slug)).map((outlet) => outlet.id);
  const message = `outlets: no outlet here is called ${missing.join(", ")}.`;
  return {
    outletIds: chosen.length > 0 ? chosen : null,
    problems: missing.length > 0 ? [{ field: "outlets", message }] : [],
  };
}
