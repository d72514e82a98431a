import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countPeriods,
  dayNumber,
  type Granularity,
  isoDay,
  isoWeek,
  nextPeriodStart,
  periodEnd,
  periodStart,
  periodsBetween,
} from "./calendar.ts";

const granularity = fc.constantFrom<Granularity>("day", "week", "month", "quarter", "year");
const day = fc.integer({ min: dayNumber("1890-01-01"), max: dayNumber("2120-12-31") }).map(isoDay);

describe("calendar days", () => {
  it("counts from 1970-01-01 and refuses what is no day", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(isoDay(dayNumber("2024-02-29"))).toBe("2024-02-29");
    expect(() => dayNumber("2025-02-29")).toThrow(RangeError);
  });
  it("starts weeks on Monday and numbers them by their Thursday", () => {
    expect(periodStart("2021-03-07", "week")).toBe("2021-03-01");
    expect(periodStart("1969-12-31", "week")).toBe("1969-12-29");
    expect(isoWeek("2021-01-03")).toEqual({ year: 2020, week: 53 });
    expect(isoWeek("2021-03-01")).toEqual({ year: 2021, week: 9 });
    expect(isoWeek("2024-12-30")).toEqual({ year: 2025, week: 1 });
  });
  it("ends February, quarters and years where the calendar does", () => {
    expect(periodEnd("2024-02-10", "month")).toBe("2024-02-29");
    expect(periodEnd("2025-05-01", "quarter")).toBe("2025-06-30");
    expect(nextPeriodStart("2024-01-01", "year")).toBe("2025-01-01");
  });
  it("cuts any range into periods without gap or overlap, as many as it counts", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), granularity, (from, length, by) => {
        const to = isoDay(dayNumber(from) + length);
        const periods = periodsBetween(from, to, by);
        expect(periods).toHaveLength(countPeriods(from, to, by));
        expect(periods[0]?.start).toBe(periodStart(from, by));
        expect(periods.at(-1)?.end).toBe(periodEnd(to, by));
        periods.forEach((period, i) => {
          const next = periods[i + 1];
          if (next) expect(dayNumber(next.start)).toBe(dayNumber(period.end) + 1);
        });
      }),
    );
  });
});
