import type { TextRights } from "./article-rows.ts";

const WORDS_A_SIDE = 8;
/** Enough for eight long words on a side, so that a page of text without a blank is not walked for each flag. */
const UNITS_LOOKED_AT = 400;
const MOST_QUOTED_WORDS = 25;

/** A text cell under the rights of its import: empty where only numbers may leave. */
export function allowedText(rights: TextRights, text: string): string | null {
  return rights === "numbers" ? null : text;
}

/** Words that a flag or quotation covers: whole with the right to the text, at most 25 words as a snippet. */
export function allowedQuote(rights: TextRights, text: string): string | null {
  if (rights === "text") return text;
  if (rights === "numbers") return null;
  const words = text.split(/\s+/);
  return words.length <= MOST_QUOTED_WORDS
    ? text
    : `${words.slice(0, MOST_QUOTED_WORDS).join(" ")} ...`;
}

/** The 8 words on either side of a span, blanks and line ends as single blanks. */
export function contextsOf(
  text: string,
  start: number,
  end: number,
): { left: string; right: string } {
  const left = text.slice(Math.max(0, start - UNITS_LOOKED_AT), start).split(/\s+/);
  const right = text.slice(end, end + UNITS_LOOKED_AT).split(/\s+/);
  return {
    left: left.filter(Boolean).slice(-WORDS_A_SIDE).join(" "),
    right: right.filter(Boolean).slice(0, WORDS_A_SIDE).join(" "),
  };
}
