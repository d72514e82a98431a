import type { Span } from "../../analysis/types.ts";

/** A word as evaluation counts it. */
export interface EvaluatedWord extends Span {
  /** Lower case, with straight apostrophes. */
  form: string;
}

/**
 * Words of a text: runs of letters, digits, underscores, apostrophes and hyphens. Not the engine's tokens: the figures must not
 * depend on how the program that is judged cuts words (Python's [\w’'-]+, as in check/score.py).
 */
export function evaluatedWords(text: string): EvaluatedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}_’'-]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: match[0].toLowerCase().replaceAll("’", "'"),
  }));
}

/** Indices of the words that touch a span. */
export function wordsTouching(
  words: readonly EvaluatedWord[],
  spans: readonly Span[],
): Set<number> {
  const touched = new Set<number>();
  for (const span of spans) {
    for (let i = firstEndingAfter(words, span.start); i < words.length; i++) {
      if ((words[i] as EvaluatedWord).start >= span.end) break;
      touched.add(i);
    }
  }
  return touched;
}

function firstEndingAfter(words: readonly EvaluatedWord[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as EvaluatedWord).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Agreement of two sets of words, as right, wrong and missed. */
export function wordDecisions(
  coded: ReadonlySet<number>,
  found: ReadonlySet<number>,
): [tp: number, fp: number, fn: number, tn: number] {
  let right = 0;
  for (const word of found) if (coded.has(word)) right += 1;
  return [right, found.size - right, coded.size - right, 0];
}
