import type { Unit } from "../../../lib/view/view.ts";
import { countOf, formatCount, formatDecimal, formatPercent } from "../../format.ts";
import type { Reading } from "./figure-data.ts";

/** The value alone: "5.1", "80%", "12"; a dash where there is none. */
export function valueWords({ value }: Pick<Reading, "value">, unit: Unit): string {
  if (value === null) return "–";
  if (unit === "share") return `${formatPercent(value)}%`;
  if (unit === "count") return formatCount(value);
  return formatDecimal(value);
}

/** A bound as it can be: nothing occurs more than 1,000 times per 1,000 words. */
function boundWords(bound: number, unit: Unit): string {
  if (unit === "share") return formatPercent(bound);
  return bound > 1000 ? "over 1,000" : formatDecimal(bound);
}

/** The interval alone: "4.2 to 6.3"; empty where there is none. */
export function intervalWords({ low, high }: Pick<Reading, "low" | "high">, unit: Unit): string {
  if (low === null || high === null) return "";
  return `${boundWords(low, unit)} to ${boundWords(high, unit)}`;
}

/** A value on the axis. */
export function tickWords(value: number, unit: Unit): string {
  if (unit === "share") return `${Math.round(value * 1000) / 10}`;
  return value >= 1000 ? formatCount(value) : String(value);
}

/** A reading in one spoken line: "5.1 per 1,000 words, 95% CI 4.2 to 6.3, n = 61 articles". */
export function spokenReading(reading: Reading, unit: Unit, unitWords: string): string {
  if (reading.status === "no_articles") return "no articles, so no value";
  const n = `n = ${countOf(reading.n, "article")}`;
  const interval = intervalWords(reading, unit);
  const thin = reading.status === "thin" ? ", too few to compare" : "";
  const none = reading.hits === 0 ? `none in ${countOf(reading.n, "article")}, ` : "";
  const value = reading.value === null ? "" : `${valueWords(reading, unit)} ${unitWords}, `;
  return `${none}${value}${interval ? `95% CI ${interval}, ` : ""}${n}${thin}`;
}
