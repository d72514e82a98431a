import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOrderOf, readDate } from "./dates.ts";

const read = (text: string, order: "dmy" | "mdy" | null = null) => {
  const reading = readDate(text, order);
  return reading.ok ? [reading.date.publishedOn, reading.date.publishedTime] : reading.reason;
};

describe("readDate", () => {
  it.each([
    ["2022-02-10", "2022-02-10", null],
    [" 2022-2-1 ", "2022-02-01", null],
    ["2022-02-10T23:59:59.123Z", "2022-02-10", "23:59:59.123Z"],
    ["2022-02-10T00:30:00+03:00", "2022-02-10", "00:30:00+03:00"],
    ["2022-02-10 14:33", "2022-02-10", "14:33"],
    ["2022-02-10 14:33:00 UTC", "2022-02-10", "14:33:00 UTC"],
    ["2022/02/10", "2022-02-10", null],
    ["2022.02.10 08:00", "2022-02-10", "08:00"],
    ["20220210", "2022-02-10", null],
    ["20220210T143300Z", "2022-02-10", "14:33:00Z"],
    ["20220210143300", "2022-02-10", "14:33:00"],
    ["Thu, 10 Feb 2022 23:30:00 -0500", "2022-02-10", "23:30:00 -0500"],
    ["10 Feb 2022 23:30 GMT", "2022-02-10", "23:30 GMT"],
    ["Thu Feb 10 14:33:00 +0000 2022", "2022-02-10", "14:33:00 +0000"],
    [
      "Thu Feb 10 2022 14:33:00 GMT+0300 (Moscow Standard Time)",
      "2022-02-10",
      "14:33:00 GMT+0300 (Moscow Standard Time)",
    ],
    ["10-Feb-2022", "2022-02-10", null],
    ["February 10, 2022", "2022-02-10", null],
    ["Feb. 10, 2022", "2022-02-10", null],
    ["Sept. 3, 2022 at 3:15 p.m. ET", "2022-09-03", "3:15 p.m. ET"],
    ["Thursday, February 10, 2022, 3:15 PM", "2022-02-10", "3:15 PM"],
    ["10th of February 2022", "2022-02-10", null],
    ["10.02.2022", "2022-02-10", null],
    ["3.4.2022 12:00", "2022-04-03", "12:00"],
    ["24/11/2026", "2026-11-24", null],
    ["11/24/2026", "2026-11-24", null],
    ["1644503580", "2022-02-10", "14:33:00Z"],
    ["1644503580000", "2022-02-10", "14:33:00Z"],
    ["10. Februar 2022", "2022-02-10", null],
    ["10 février 2022", "2022-02-10", null],
    ["10 de febrero de 2022", "2022-02-10", null],
    ["10 февраля 2022", "2022-02-10", null],
    ["Published February 10, 2022, 9:00 AM", "2022-02-10", "9:00 AM"],
  ])("reads %s", (text, day, time) => {
    expect(read(text)).toEqual([day, time]);
  });

  it("takes the order from the column, never from the cell", () => {
    expect(read("03/04/2026", "dmy")).toEqual(["2026-04-03", null]);
    expect(read("03/04/2026", "mdy")).toEqual(["2026-03-04", null]);
    expect(read("24/11/2026", "mdy")).toBe("There is no month 24.");
    expect(read("03/04/2026")).toMatch(/can be read as day\/month or as month\/day/);
  });

  it.each([
    ["", /No date/],
    ["2021-02-31", /February 2021 has no day 31/],
    ["31 February 2021", /February 2021 has no day 31/],
    ["February 29, 2021", /February 2021 has no day 29/],
    ["2021-13-01", /no month 13/],
    ["2021-00-01", /no month 0/],
    ["2021", /no full date/],
    ["2021-05", /no full date/],
    ["May 2021", /no full date/],
    ["3/4/21", /two digits/],
    ["44602", /spreadsheet/],
    ["Friday 13 March", /not understood/],
    ["Updated 3 hours ago", /not understood/],
    ["yesterday", /not understood/],
    ["n/a", /not understood/],
  ])("refuses %j with words", (text, reason) => {
    expect(read(text)).toMatch(reason);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("dmy", "mdy", null),
        (text, order) => {
          expect(readDate(text, order)).toBeDefined();
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("dateOrderOf", () => {
  it("sees the order only where a number is above 12", () => {
    expect(
      ["13/04/2026", "04/13/2026", "04/05/2026", "2026-04-05", "04.05.2026"].map(dateOrderOf),
    ).toEqual(["dmy", "mdy", "either", null, null]);
  });
});
