import { type CalendarDay, calendarProblem, formatIsoDay, monthNumber } from "./calendar-day.ts";
import { readForeignDate } from "./written-dates.ts";

/** Which of two small numbers is the day in 03/04/2026. Always chosen for a whole column. */
export const DATE_ORDERS = ["dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface SourceDate {
  /** The calendar date as the source wrote it, in the source's own offset; epoch values in UTC. */
  publishedOn: string;
  /** Time and offset as text, never converted; null where there is none. */
  publishedTime: string | null;
}

export type DateReading = { ok: true; date: SourceDate } | { ok: false; reason: string };

/** The date's parts as found in a text, before the calendar is asked. */
type Parts = CalendarDay & { time: string | null };
type Reader = (text: string, order: DateOrder | null) => Parts | { reason: string } | null;

const TIME = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|[A-Z]{2,5})?(?:[+-]\d\d?:?(?:\d\d)?)?)?(?:\s?\([^()]{1,40}\))?`;
const AFTER = String.raw`(?:(?:\s*,\s*|[T\s]\s*)(?:at\s+)?(${TIME}))?`;
const WEEKDAY = String.raw`(?:[A-Za-z]{3,9}\.?,?\s+)?`;
const MONTH = String.raw`([A-Za-z]{3,9})\.?`;

const ISO = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${AFTER}$`, "i");
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/i;
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${AFTER}$`, "i");
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?${MONTH},?[\s-]+(\d{4})${AFTER}$`,
  "i",
);
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${AFTER}$`,
  "i",
);
const YEAR_LAST = new RegExp(
  String.raw`^[A-Za-z]{3}\s+${MONTH}\s+(\d{1,2})\s+(\d\d:\d\d:\d\d)\s+([A-Z+-]\S*\s+)?(\d{4})$`,
  "i",
);
const EPOCH = /^-?(\d{9,10}|\d{13})(?:\.\d+)?$/;
const TWO_DIGIT_YEAR = /^\d{1,2}[/.-]\d{1,2}[/.-]\d\d(?:\D.*)?$/;
const SPREADSHEET_DAY = /^[1-6]\d{4}(?:\.\d+)?$/;
const WITHOUT_DAY = /^(?:\d{4}|\d{4}[-/]\d{1,2}|\d{1,2}[-/]\d{4}|[A-Za-z]{3,9}\.?,?\s+\d{4})$/;

const trimmedTime = (time: string | undefined): string | null => time?.trim() || null;

function readIso(text: string): Parts | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [, year, , month, day, time] = found;
  return { year: Number(year), month: Number(month), day: Number(day), time: trimmedTime(time) };
}

function readCompact(text: string): Parts | null {
  const [, year, month, day, hour, minute, second, offset] = COMPACT.exec(text) ?? [];
  if (!year) return null;
  const time = hour ? `${hour}:${minute}${second ? `:${second}` : ""}${offset ?? ""}` : null;
  return { year: Number(year), month: Number(month), day: Number(day), time };
}

function readNumeric(text: string, order: DateOrder | null): ReturnType<Reader> {
  const [, first, mark, second, year, time] = NUMERIC.exec(text) ?? [];
  if (!year) return null;
  // With points the day comes first wherever such dates are written.
  const chosen = mark === "." ? "dmy" : (order ?? dateOrderOf(text));
  if (chosen === null || chosen === "either") {
    return {
      reason: `"${text}" can be read as day/month or as month/day: say which order this column has.`,
    };
  }
  const [day, month] = chosen === "dmy" ? [first, second] : [second, first];
  return { year: Number(year), month: Number(month), day: Number(day), time: trimmedTime(time) };
}

/** English dates with the month's name: RFC 2822 and its relatives. */
function readWritten(text: string): Parts | null {
  const [, day, month, year, time] = DAY_FIRST.exec(text) ?? [];
  if (year) return written(year, month, day, time);
  const [, month2, day2, year2, time2] = MONTH_FIRST.exec(text) ?? [];
  if (year2) return written(year2, month2, day2, time2);
  const [, month3, day3, clock, zone, year3] = YEAR_LAST.exec(text) ?? [];
  return year3 ? written(year3, month3, day3, `${clock} ${zone ?? ""}`) : null;
}

function written(
  year: string,
  name: string | undefined,
  day: string | undefined,
  time: string | undefined,
): Parts | null {
  const month = monthNumber(name ?? "");
  return month ? { year: Number(year), month, day: Number(day), time: trimmedTime(time) } : null;
}

function readEpoch(text: string): Parts | null {
  const [, digits] = EPOCH.exec(text) ?? [];
  if (!digits || text.startsWith("-")) return null;
  const moment = new Date(Number(digits) * (digits.length === 13 ? 1 : 1000)).toISOString();
  const [year, month, day] = moment.slice(0, 10).split("-").map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0, time: `${moment.slice(11, 19)}Z` };
}

function readForeign(text: string): Parts | null {
  // A library would decide the order of such dates cell by cell.
  return /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text) ? null : readForeignDate(text);
}

const READERS: readonly Reader[] = [
  readIso,
  readCompact,
  readNumeric,
  readWritten,
  readEpoch,
  readForeign,
];

/**
 * Which order a numeric date shows: "dmy" or "mdy" where one of its numbers is above 12, "either" where none is,
 * null where the text is no such date.
 */
export function dateOrderOf(text: string): DateOrder | "either" | null {
  const [, first, mark, second] = NUMERIC.exec(text.trim()) ?? [];
  if (!first || mark === ".") return null;
  if (Number(first) > 12) return "dmy";
  return Number(second) > 12 ? "mdy" : "either";
}

function whyNot(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  if (WITHOUT_DAY.test(text)) return `"${shown}" is no full date: year, month and day are needed.`;
  if (TWO_DIGIT_YEAR.test(text)) return `The year of "${shown}" has two digits: four are needed.`;
  if (SPREADSHEET_DAY.test(text))
    return `"${shown}" looks like a spreadsheet's day number: format the column as a date before saving it.`;
  return `"${shown}" is not understood as a date.`;
}

/**
 * Reads a date as a source wrote it. `order` is the whole column's; without it 03/04/2026 is refused. Components alone are
 * used, never a moment: the day is the one that stands in the text.
 *
 * @example readDate("Thu, 10 Feb 2022 23:30:00 -0500", null) // 2022-02-10, time "23:30:00 -0500"
 */
export function readDate(text: string, order: DateOrder | null): DateReading {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, reason: "No date." };
  // Longer cells are no dates, and the patterns need not see them.
  const parts = trimmed.length > 120 ? null : firstReading(trimmed, order);
  if (parts === null) return { ok: false, reason: whyNot(trimmed) };
  if ("reason" in parts) return { ok: false, reason: parts.reason };
  const problem = calendarProblem(parts);
  if (problem) return { ok: false, reason: problem };
  return { ok: true, date: { publishedOn: formatIsoDay(parts), publishedTime: parts.time } };
}

function firstReading(text: string, order: DateOrder | null): ReturnType<Reader> {
  for (const read of READERS) {
    const parts = read(text, order);
    if (parts !== null) return parts;
  }
  return null;
}
