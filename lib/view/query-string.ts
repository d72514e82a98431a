import type { View } from "./view.ts";

/** The view's query string with defaults left out: the permalink's part after "?" (client and server). */
export function toQueryString(
  view: Partial<View>,
  extra: Readonly<Record<string, string>> = {},
): string {
  const query: [string, string][] = [];
  const put = (name: string, value: string | null | undefined, fallback: string | null = null) => {
    if (value !== null && value !== undefined && value !== fallback) query.push([name, value]);
  };
  put("signal", view.signals?.join(","), "scare_quote");
  put("label", view.label);
  put("outlets", view.outlets?.join(","));
  put("from", view.from);
  put("to", view.to);
  put("granularity", view.granularity, "auto");
  put("unit", view.unit, view.part === "headline" ? "share" : "rate");
  put("voice", view.voice, "outlet");
  put("part", view.part, "all");
  put("duplicates", view.duplicates, "all");
  put("codebook", view.codebook);
  for (const [name, value] of Object.entries(extra)) put(name, value, "");
  // Commas and colons are legal in a query and read better than %2C.
  return query
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`,
    )
    .join("&");
}
