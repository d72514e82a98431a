import type { Span } from "../../types.ts";

/**
 * Leaves out spans that stand inside another one, so that a phrase counts once ("would probably" and not "probably"
 * too, whatever their labels); spans that only overlap both stay. Takes and returns spans in the order of their starts.
 *
 * @example outermost([{ start: 0, end: 5 }, { start: 0, end: 14 }, { start: 6, end: 14 }]) // [{ start: 0, end: 14 }]
 */
export function outermost<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  let reach = 0;
  for (const span of spans) {
    const last = kept.at(-1);
    if (last !== undefined && span.start === last.start && span.end > last.end) kept.pop();
    else if (last !== undefined && span.end <= reach) continue;
    kept.push(span);
    reach = Math.max(reach, span.end);
  }
  return kept;
}
