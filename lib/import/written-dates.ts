import * as chrono from "chrono-node";
import type { CalendarDay } from "./calendar-day.ts";

/** Languages whose written-out dates are read, in the order in which they are tried. */
const LOCALES = [
  chrono.en,
  chrono.de,
  chrono.fr,
  chrono.es,
  chrono.pt,
  chrono.nl,
  chrono.it,
  chrono.ru,
  chrono.uk,
  chrono.sv,
  chrono.ja,
  chrono.zh,
];

const CLOCK =
  /\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|[A-Z]{3,4}\b))?(?:\s?[+-]\d\d:?\d\d)?/i;

/**
 * Year, month and day of a date written out in one of a dozen languages, and the clock time beside it. Null unless all three
 * stand in the text: "Friday 13 March" and "3 hours ago" are no dates here.
 */
export function readForeignDate(text: string): (CalendarDay & { time: string | null }) | null {
  // Digits alone are the business of the table in dates.ts.
  if (!/\d/.test(text) || !/\p{L}/u.test(text)) return null;
  for (const locale of LOCALES) {
    for (const { start } of locale.strict.parse(text)) {
      const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
      const certain = start.isCertain("year") && start.isCertain("month") && start.isCertain("day");
      // A relative date ("3 hours ago") counts as certain, but its year is not written anywhere.
      if (!certain || year === null || month === null || day === null) continue;
      if (!text.includes(String(year)) || !text.includes(String(day))) continue;
      return { year, month, day, time: CLOCK.exec(text)?.[0].trim() ?? null };
    }
  }
  return null;
}
