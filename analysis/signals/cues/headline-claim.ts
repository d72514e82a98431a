import type { Span } from "../../types.ts";
import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const HEADLINE_SECTION = new WordSet("headline_section");
const PREPOSITION_ARTICLE_CONJUNCTION = new WordSet("preposition", "article", "conjunction");

const LONGEST_NAME = 5;
const SHORTEST_CLAIM = 3;

/** A headline that gives the source before a colon: `Name: claim`. */
export interface HeadlineClaim {
  source: Span;
  /** The last word of the source, in lower case. */
  name: string;
  cue: Span;
  content: Span;
}

/**
 * Finds `Name: claim` in a headline: up to five words before the first colon, all but small ones capitalised, none of
 * them a section ("Analysis: ..."), three words or more after it. A topic looks the same ("Ukraine War: what we know"):
 * whether the name is a source in the text below is for the caller to see.
 */
export function findHeadlineClaim(words: Words): HeadlineClaim | null {
  let colon = 0;
  while (colon <= LONGEST_NAME && !words.is(colon, ":")) colon++;
  if (colon === 0 || colon > LONGEST_NAME || words.count - colon - 1 < SHORTEST_CLAIM) return null;
  for (let i = 0; i < colon; i++) {
    const fits = words.isCapital(i) || words.in(i, PREPOSITION_ARTICLE_CONJUNCTION);
    if (!fits || words.in(i, HEADLINE_SECTION)) return null;
  }
  return {
    source: { start: words.start(0), end: words.end(colon - 1) },
    name: words.at(colon - 1),
    cue: { start: words.start(colon), end: words.end(colon) },
    content: { start: words.start(colon + 1), end: words.end(words.count - 1) },
  };
}
