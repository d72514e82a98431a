export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** January to December. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * 1 to 12 of an English month's name or a beginning of it (three letters or more), else null.
 *
 * @example monthNumber("Sept") // 9
 */
export function monthNumber(name: string): number | null {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => month.toLowerCase().startsWith(lower));
  return lower.length >= 3 && index >= 0 ? index + 1 : null;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Why there is no such day, as a sentence; null where there is one.
 *
 * @example calendarProblem({ year: 2021, month: 2, day: 31 }) // "February 2021 has no day 31."
 */
export function calendarProblem({ year, month, day }: CalendarDay): string | null {
  const name = MONTHS[month - 1];
  if (!name) return `There is no month ${month}.`;
  if (day < 1 || day > daysInMonth(year, month)) return `${name} ${year} has no day ${day}.`;
  return year < 1000 ? `The year ${year} is no year of a newspaper.` : null;
}

/** "2021-02-28". */
export function formatIsoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
