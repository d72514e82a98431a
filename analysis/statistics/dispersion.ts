/**
 * Gries' deviation of proportions of a term over articles, in [0, 1]: 0 where it is spread as the text is, near 1 where it stands
 * in one short article (Gries 2008). `dp` is half the sum of |share of hits - share of text|; `normalised` divides it by
 * 1 - the smallest share. Null without a hit or a word; normalised is null where there is one article alone.
 * @example dispersion([{ x: 520, y: 3 }, { x: 310, y: 0 }, { x: 480, y: 2 }, { x: 900, y: 5 }, { x: 290, y: 1 }])
 * // dp 0.159273, normalised 0.180173
 */
export function dispersion(
  articles: readonly { x: number; y: number }[],
): { dp: number; normalised: number | null } | null {
  let words = 0;
  let hits = 0;
  for (const { x, y } of articles) {
    words += x;
    hits += y;
  }
  if (words <= 0 || hits <= 0) return null;
  let distance = 0;
  let smallest = 1;
  for (const { x, y } of articles) {
    distance += Math.abs(y / hits - x / words);
    if (x > 0) smallest = Math.min(smallest, x / words);
  }
  const dp = distance / 2;
  return { dp, normalised: smallest < 1 ? dp / (1 - smallest) : null };
}
