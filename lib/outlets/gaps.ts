/** Calendar months in a row, "2024-03", both included. */
export interface MonthRun {
  from: string;
  to: string;
}

/** Months since the year 0, so that they can be counted. */
const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const monthText = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** How many months a run has. */
export const monthsIn = ({ from, to }: MonthRun): number => monthNumber(to) - monthNumber(from) + 1;

/**
 * The runs of months that are missing between the months given, which are in order.
 *
 * @example findGaps(["2023-12", "2024-03", "2024-04"]) // [{ from: "2024-01", to: "2024-02" }]
 */
export function findGaps(months: readonly string[]): MonthRun[] {
  return months.slice(1).flatMap((month, i) => {
    const [before, after] = [monthNumber(months[i] ?? month), monthNumber(month)];
    return after - before > 1 ? [{ from: monthText(before + 1), to: monthText(after - 1) }] : [];
  });
}
