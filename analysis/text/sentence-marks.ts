import { QUOTATION_MARKS } from "./marks.ts";

/** What a mark is to the sentences around it; some are several things at once. */
export const TERMINATOR = 1;
export const CLOSING = 2;
export const OPENING = 4;
/** Can be half of a pair of the quotation finder. */
export const QUOTATION = 8;
/** Quotation marks that can close, with a sentence or in front of a glued one. */
const QUOTATION_END = 16;

const CHARACTERS: readonly [number, string][] = [
  [TERMINATOR, ".!?…。！？"],
  [CLOSING, ")]}\"'’”»›"],
  [OPENING, "([{¿¡\"'“‘„‚«‹"],
  [QUOTATION, QUOTATION_MARKS],
  [QUOTATION_END, "\"'“”‘’«»‹›"],
];

const SENTENCE_MARKS = new Uint8Array(65_536);
for (const [fact, characters] of CHARACTERS) {
  for (const character of characters) {
    const unit = character.charCodeAt(0);
    SENTENCE_MARKS[unit] = (SENTENCE_MARKS[unit] as number) | fact;
  }
}

/** What the token that begins with a unit is, as bits: 0 for words and for marks that sentences don't care about. */
export function sentenceMark(unit: number): number {
  return SENTENCE_MARKS[unit] as number;
}

/** Whether a sentence may end at the punctuation token that begins with this unit. */
export function mayEnd(unit: number): boolean {
  return (sentenceMark(unit) & (TERMINATOR | QUOTATION_END)) !== 0;
}
