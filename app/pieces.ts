/** Overlapping spans cut into pieces that can be painted: partial overlaps become nested ones. */

export interface Marked {
  start: number;
  end: number;
}

export interface Piece<T extends Marked> {
  start: number;
  end: number;
  /** The spans over this piece, outermost first. */
  spans: T[];
}

/** Outer before inner: the earlier start first, of equal starts the longer. */
function outerFirst(a: Marked, b: Marked): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Cuts [0, length) at every start and end. Pieces cover the text without overlap, in order; empty spans and what lies
 * beyond the text are left out.
 * @example cutPieces(10, [{start: 2, end: 6}, {start: 4, end: 8}]) gives pieces at 0, 2, 4, 6, 8 with 0, 1, 2, 1, 0 spans
 */
export function cutPieces<T extends Marked>(length: number, spans: readonly T[]): Piece<T>[] {
  const inside = spans
    .filter((span) => span.start >= 0 && span.start < span.end && span.end <= length)
    .sort(outerFirst);
  const cuts = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces: Piece<T>[] = [];
  let open: T[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start = 0, end = 0] = [cuts[i], cuts[i + 1]];
    open = open.filter((span) => span.end > start);
    for (let span = inside[next]; span && span.start <= start; span = inside[++next])
      open.push(span);
    pieces.push({ start, end, spans: [...open] });
  }
  return pieces;
}

/** The lane of each span under the baseline: 0, or the next one where an overlapping earlier span has it already. */
export function lanesOf<T extends Marked>(spans: readonly T[]): Map<T, number> {
  const lanes = new Map<T, number>();
  for (const span of [...spans].sort(outerFirst)) {
    const taken = new Set<number>();
    for (const [other, lane] of lanes)
      if (other.end > span.start && other.start < span.end) taken.add(lane);
    let lane = 0;
    while (taken.has(lane)) lane++;
    lanes.set(span, lane);
  }
  return lanes;
}

const MARKS = /["'“”‘’„‟‚‛«»‹›]/;

/** A span with the quotation marks that enclose it: what a scare quote's mark covers on the page. */
export function withMarks(text: string, span: Marked): Marked {
  const before = text[span.start - 1] ?? "";
  const after = text[span.end] ?? "";
  const enclosed = MARKS.test(before) && MARKS.test(after);
  return enclosed
    ? { start: span.start - 1, end: span.end + 1 }
    : { start: span.start, end: span.end };
}
