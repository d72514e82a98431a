import { type MonthRun, monthsIn } from "../../../lib/outlets/gaps.ts";
import { countOf, formatPeriodShort } from "../../format.ts";

/** Runs named one by one; of more, the rest is counted. */
const SHOWN = 3;

/**
 * Which months have no article.
 * @example gapWords([{ from: "2024-01", to: "2024-01" }, { from: "2024-11", to: "2025-02" }]) // "Jan 2024, Nov 2024 to Feb 2025"
 */
export function gapWords(gaps: readonly MonthRun[]): string {
  // One run more takes no more room than "and 1 more month".
  const shown = gaps.length === SHOWN + 1 ? gaps : gaps.slice(0, SHOWN);
  const rest = gaps.slice(shown.length).reduce((sum, run) => sum + monthsIn(run), 0);
  const words = shown.map(runWords).join(", ");
  return rest > 0 ? `${words} and ${countOf(rest, "more month")}` : words;
}

function runWords({ from, to }: MonthRun): string {
  const [first, last] = [monthWords(from), monthWords(to)];
  if (from === to) return first;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${first.slice(0, 3)} to ${last}`
    : `${first} to ${last}`;
}

const monthWords = (month: string) =>
  formatPeriodShort({ start: `${month}-01`, end: `${month}-01` }, "month");
