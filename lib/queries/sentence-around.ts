import { indexText } from "../../analysis/text/index-text.ts";
import type { TextIndex } from "../../analysis/text/text-index.ts";
import { buildVocabulary } from "../../analysis/text/vocabulary.ts";

/** Longest stretch shown on either side of a flag; some "sentences" of scraped text are pages long. */
const MOST_UNITS_A_SIDE = 300;

/** Sentences need no word of any codebook. */
const NO_WORDS = buildVocabulary([]);

export interface SentenceExcerpt {
  /** Offsets of the excerpt in the part. */
  start: number;
  end: number;
  text: string;
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Finds the sentence around a span; each text is indexed once, however many of its sentences are asked for. */
export function sentenceFinder(): (text: string, start: number, end: number) => SentenceExcerpt {
  const indexes = new Map<string, TextIndex>();
  return (text, start, end) => {
    let index = indexes.get(text);
    if (!index) {
      index = indexText(text, NO_WORDS);
      indexes.set(text, index);
    }
    // A flag can reach over a soft boundary: take every sentence that it touches.
    const touched = index.sentences.filter(
      (sentence) => sentence.start < end && sentence.end > start,
    );
    const from = Math.min(start, touched[0]?.start ?? start);
    const to = Math.max(end, touched.at(-1)?.end ?? end);
    const shownFrom =
      from < start - MOST_UNITS_A_SIDE ? wordStart(text, start - MOST_UNITS_A_SIDE) : from;
    const shownTo = to > end + MOST_UNITS_A_SIDE ? wordEnd(text, end + MOST_UNITS_A_SIDE) : to;
    return {
      start: shownFrom,
      end: shownTo,
      text: text.slice(shownFrom, shownTo),
      cutBefore: shownFrom > from,
      cutAfter: shownTo < to,
    };
  };
}

/** The first word start at or after an offset, at most 40 units on. */
function wordStart(text: string, offset: number): number {
  const blank = text.slice(offset, offset + 40).search(/\s/);
  return blank < 0 ? offset : offset + blank + 1;
}

/** The last word end at or before an offset, at most 40 units back. */
function wordEnd(text: string, offset: number): number {
  const before = text.slice(offset - 40, offset);
  const blank = before.search(/\s\S*$/);
  return blank < 0 ? offset : offset - 40 + blank;
}
