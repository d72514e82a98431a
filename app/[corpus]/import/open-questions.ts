import type { ForecastDomain } from "../../../lib/import/forecast.ts";
import type { Mapping } from "../../../lib/import/mapping.ts";
import type { ImportPreview } from "../../../lib/import/preview.ts";

/** What has to be asked about a file, in this order, one at a time. */
export type Question =
  | { kind: "dates" }
  | { kind: "outlet" }
  /** Nothing but the address tells the outlet of these domains. */
  | { kind: "names"; domains: ForecastDomain[] }
  | { kind: "shared"; domain: ForecastDomain };

/** The outlets of a domain, those with most articles first, each once. */
export function outletsOf({ names, here }: ForecastDomain): string[] {
  const found = new Map<string, string>();
  for (const name of [...names.map((one) => one.name), ...here])
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  return [...found.values()];
}

/** The questions that are still open under a mapping. */
export function openQuestions(
  { dateOrder, columns }: Pick<ImportPreview, "dateOrder" | "columns">,
  mapping: Mapping,
  domains: readonly ForecastDomain[],
): Question[] {
  const open: Question[] = [];
  if (dateOrder === "undecidable") open.push({ kind: "dates" });
  const { outlet, url } = mapping.columns;
  if (columns.length > 0 && !outlet && !url && mapping.outlet === null)
    open.push({ kind: "outlet" });
  if (!url) return open;
  const unasked = domains.filter(({ domain }) => mapping.domainNames[domain] === undefined);
  if (!outlet && mapping.outlet === null) {
    if (unasked.length > 0) open.push({ kind: "names", domains: unasked });
    return open;
  }
  for (const domain of unasked)
    if (outletsOf(domain).length > 1) open.push({ kind: "shared", domain });
  return open;
}
