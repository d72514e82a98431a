import type { ForecastOutlet, ImportForecast } from "../../../lib/import/forecast.ts";

export const REFUSAL_WORDS: Record<ImportForecast["refusals"][number]["kind"], string> = {
  date_missing: "without a date, left out",
  date_unreadable: "date can’t be read, left out",
  no_text: "without text, left out",
  no_outlet: "without an outlet, left out",
  row_unreadable: "row can’t be read, left out",
};

/** A bar of the coverage strip: articles here already, and new ones. */
export interface CoverageBar {
  /** "2021-03", "2021-Q1" or "2021". */
  period: string;
  before: number;
  added: number;
}

const MOST_BARS = 24;

type Grain = "month" | "quarter" | "year";

function periodOf(month: string, grain: Grain): string {
  if (grain === "month") return month;
  const year = month.slice(0, 4);
  return grain === "year" ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** Every month from the first to the last. */
function monthsBetween(first: string, last: string): string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const start = number(first);
  return Array.from({ length: number(last) - start + 1 }, (_, i) => {
    const year = Math.floor((start + i) / 12);
    return `${String(year).padStart(4, "0")}-${String(((start + i) % 12) + 1).padStart(2, "0")}`;
  });
}

/** The same periods for all outlets: months, or quarters or years where there would be more than 24 bars. */
export function coveragePeriods(outlets: readonly ForecastOutlet[]): {
  grain: Grain;
  periods: string[];
} {
  const months = outlets.flatMap((outlet) => outlet.months.map(([month]) => month)).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return { grain: "month", periods: [] };
  const all = monthsBetween(first, last);
  for (const grain of ["month", "quarter", "year"] as const) {
    const periods = [...new Set(all.map((month) => periodOf(month, grain)))];
    // The last 24 years: a stray date of 1924 would leave every other bar too thin to see.
    if (periods.length <= MOST_BARS || grain === "year")
      return { grain, periods: periods.slice(-MOST_BARS) };
  }
  return { grain: "year", periods: [] };
}

export function coverageBars(
  { months }: ForecastOutlet,
  { grain, periods }: ReturnType<typeof coveragePeriods>,
): CoverageBar[] {
  const bars = new Map(periods.map((period) => [period, { period, before: 0, added: 0 }]));
  for (const [month, before, added] of months) {
    const bar = bars.get(periodOf(month, grain));
    if (!bar) continue;
    bar.before += before;
    bar.added += added;
  }
  return [...bars.values()];
}

/** "German"; the code where nobody knows the language. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
