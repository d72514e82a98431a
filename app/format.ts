import { MONTHS } from "../lib/import/calendar-day.ts";

/** Numbers and dates as pages write them (LOOK 5). Nothing here rounds what a CSV holds. */

/** "12,418". */
export function formatCount(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

/** One decimal from 1 up, two below, a plain 0 for none: "4.1", "0.52", "0". */
export function formatDecimal(value: number): string {
  if (value === 0) return "0";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  // 0.996 would read "1.00".
  if (size < 0.995) return sign + size.toFixed(2);
  const [whole = "0", rest] = size.toFixed(1).split(".");
  return `${sign}${formatCount(Number(whole))}.${rest}`;
}

/** A share of 0 to 1 in whole percent, without the sign: "80". */
export function formatPercent(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.5) return "<1";
  return Math.round(percent).toString();
}

/** "1 article", "2 articles". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function parts(isoDay: string): { year: string; month: string; day: number } {
  const [year = "", month = "1", day = "1"] = isoDay.split("-");
  return { year, month: MONTHS[Number(month) - 1] ?? "", day: Number(day) };
}

/** "3 March 2021". */
export function formatDay(isoDay: string): string {
  const { year, month, day } = parts(isoDay);
  return `${day} ${month} ${year}`;
}

/** "3 Mar 2021". */
export function formatDayShort(isoDay: string): string {
  const { year, month, day } = parts(isoDay);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

function formatWeek(start: string, end: string): string {
  const from = parts(start);
  const to = parts(end);
  const first = from.month === to.month ? `${from.day}` : `${from.day} ${from.month}`;
  return `${isoWeek(start)} (${first} to ${to.day} ${to.month})`;
}

/** "2021-W09" of the Monday given. */
export function isoWeek(monday: string): string {
  const day = 86_400_000;
  // A week belongs to the year of its Thursday.
  const thursday = Date.parse(`${monday}T00:00:00Z`) + 3 * day;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

export type PeriodGrain = "day" | "week" | "month" | "quarter" | "year";

/** The words for a period: "March 2021", "2021-W09 (1 to 7 March)", "January to March 2021", "2021", "3 March 2021". */
export function formatPeriod(period: { start: string; end: string }, grain: PeriodGrain): string {
  const { year, month } = parts(period.start);
  switch (grain) {
    case "day":
      return formatDay(period.start);
    case "week":
      return formatWeek(period.start, period.end);
    case "month":
      return `${month} ${year}`;
    case "quarter":
      return `${month} to ${parts(period.end).month} ${year}`;
    case "year":
      return year;
  }
}

/** The same, short, for table rows and axis: "Mar 2021", "2021-W09", "Q1 2021". */
export function formatPeriodShort(
  period: { start: string; end: string },
  grain: PeriodGrain,
): string {
  const { year, month } = parts(period.start);
  switch (grain) {
    case "day":
      return formatDayShort(period.start);
    case "week":
      return isoWeek(period.start);
    case "month":
      return `${month.slice(0, 3)} ${year}`;
    case "quarter":
      return `Q${Math.floor(MONTHS.indexOf(month as (typeof MONTHS)[number]) / 3) + 1} ${year}`;
    case "year":
      return year;
  }
}

/** A range of days in the fewest words: "January 2019 to December 2021" where both ends are whole months. */
export function formatRange(from: string, to: string): string {
  const start = parts(from);
  const end = parts(to);
  const lastDay = new Date(Date.UTC(Number(end.year), Number(to.slice(5, 7)), 0)).getUTCDate();
  if (start.day !== 1 || end.day !== lastDay) return `${formatDay(from)} to ${formatDay(to)}`;
  if (from.slice(5, 7) === "01" && to.slice(5, 7) === "12") {
    return start.year === end.year ? start.year : `${start.year} to ${end.year}`;
  }
  if (from.slice(0, 7) === to.slice(0, 7)) return `${start.month} ${start.year}`;
  return `${start.month} ${start.year} to ${end.month} ${end.year}`;
}

/** The same with months of three letters, for a control: "Jan 2019 to Nov 2021". */
export function formatRangeShort(from: string, to: string): string {
  return formatRange(from, to).replace(new RegExp(MONTHS.join("|"), "g"), (month) =>
    month.slice(0, 3),
  );
}

/** "7f3a·c21e": the first 8 digits of a codebook's hash, as pages write them. */
export function formatCodebook(hash: string): string {
  return `${hash.slice(0, 4)}·${hash.slice(4, 8)}`;
}

/** "11.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${formatDecimal(bytes / 1000)} KB`;
  return `${formatDecimal(bytes / 1_000_000)} MB`;
}

/** A published time as stored, in its own offset: "07:00:00+02:00" reads "07:00 (UTC+2)"; other texts stay as they are. */
export function formatTime(stored: string): string {
  const match = /^(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(stored);
  if (!match?.[1]) return stored;
  const offset = match[2];
  if (!offset) return match[1];
  if (offset === "Z" || /^[+-]00:?00$/.test(offset)) return `${match[1]} (UTC)`;
  const sign = offset.startsWith("-") ? "−" : "+";
  const minutes = offset.slice(-2);
  return `${match[1]} (UTC${sign}${Number(offset.slice(1, 3))}${minutes === "00" ? "" : `:${minutes}`})`;
}
