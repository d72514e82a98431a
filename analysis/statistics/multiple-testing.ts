/**
 * Adjusts p values for being many (Benjamini and Hochberg 1995): the smallest false discovery rate at which each would
 * still be rejected, in the order given, in [0, 1]. Null values (no test) stay null and count for nothing.
 * @example adjustPValues([0.01, 0.04, null]) // [0.02, 0.04, null]
 */
export function adjustPValues(values: readonly (number | null)[]): (number | null)[] {
  const tested = values.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  tested.sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let least = 1;
  for (const [i, { p, index }] of tested.entries()) {
    const rank = tested.length - i;
    least = Math.min(least, (p * tested.length) / rank);
    adjusted[index] = least;
  }
  return adjusted;
}
