/** no_articles: nothing to count; thin: too few articles to compare; ok. */
export type PeriodStatus = "ok" | "thin" | "no_articles";

/** Articles below which a period is thin: 20 where only headlines or teasers are counted, else 5 (METHODS 1). */
export function thinBelow(part: "all" | "headline" | "teaser" | "body"): number {
  return part === "headline" || part === "teaser" ? 20 : 5;
}

export function periodStatus(
  articles: number,
  part: "all" | "headline" | "teaser" | "body",
): PeriodStatus {
  if (articles === 0) return "no_articles";
  return articles < thinBelow(part) ? "thin" : "ok";
}
