/** Calendar days without clock or zone: an ISO day is text, and its number counts days since 1970-01-01. */

export type Granularity = "day" | "week" | "month" | "quarter" | "year";

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Number of an ISO day ("1970-01-02" is 1).
 * @throws RangeError where the text is no day of the calendar.
 */
export function dayNumber(iso: string): number {
  const number = Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY;
  if (!Number.isInteger(number) || isoDay(number) !== iso) throw new RangeError(`${iso} is no day`);
  return number;
}

/** The ISO day of a number. */
export function isoDay(number: number): string {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** First day of the period that holds this day; weeks are ISO weeks, from Monday. */
export function periodStart(iso: string, granularity: Granularity): string {
  const [year = "", month = ""] = iso.split("-");
  switch (granularity) {
    case "day":
      return iso;
    case "week": {
      const day = dayNumber(iso);
      // Day 0 was a Thursday, so Mondays are those with (day + 3) divisible by 7.
      return isoDay(day - ((((day + 3) % 7) + 7) % 7));
    }
    case "month":
      return `${year}-${month}-01`;
    case "quarter":
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
    case "year":
      return `${year}-01-01`;
  }
}

/** First day of the period after the one that starts on this day. */
export function nextPeriodStart(start: string, granularity: Granularity): string {
  // Longer than any period of its kind and shorter than two: it lands in the next one.
  const step = { day: 1, week: 7, month: 31, quarter: 93, year: 366 }[granularity];
  return periodStart(isoDay(dayNumber(start) + step), granularity);
}

/** Last day of the period that holds this day. */
export function periodEnd(iso: string, granularity: Granularity): string {
  return isoDay(dayNumber(nextPeriodStart(periodStart(iso, granularity), granularity)) - 1);
}

/** All periods that touch the days from..to (both included), in order. */
export function periodsBetween(
  from: string,
  to: string,
  granularity: Granularity,
): { start: string; end: string }[] {
  const periods: { start: string; end: string }[] = [];
  for (let start = periodStart(from, granularity); start <= to; ) {
    const next = nextPeriodStart(start, granularity);
    periods.push({ start, end: isoDay(dayNumber(next) - 1) });
    start = next;
  }
  return periods;
}

/** Number of periods that touch the days from..to, without listing them. */
export function countPeriods(from: string, to: string, granularity: Granularity): number {
  const first = periodStart(from, granularity);
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
  switch (granularity) {
    case "day":
      return dayNumber(to) - dayNumber(from) + 1;
    case "week":
      return Math.floor((dayNumber(to) - dayNumber(first)) / 7) + 1;
    case "month":
      return months(to) - months(first) + 1;
    case "quarter":
      return Math.floor((months(to) - months(first)) / 3) + 1;
    case "year":
      return Math.floor((months(to) - months(first)) / 12) + 1;
  }
}

/** ISO week of a day: year (of its Thursday) and number, 1 to 53. */
export function isoWeek(iso: string): { year: number; week: number } {
  const thursday = dayNumber(periodStart(iso, "week")) + 3;
  const year = Number(isoDay(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1 };
}
