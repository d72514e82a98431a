import { FOLD } from "./fold.ts";

/** What a code unit is to the tokenizer. Everything from LETTER on can go on a word; LETTER and DIGIT can begin one. */
export const SPACE = 0;
const OTHER = 1;
/** ' ’ - and the non-breaking hyphen: join the two word characters they stand between. */
export const JOINER = 2;
/** . and , join two digits. */
export const POINT = 3;
/** Halves of a surrogate pair: the first one's class is that of the whole code point, a lone one is OTHER. */
export const HIGH_SURROGATE = 4;
export const LOW_SURROGATE = 5;
export const LETTER = 6;
export const DIGIT = 7;
/** Variation selectors are marks, but alone (after an emoji) they make no word. */
export const SELECTOR = 8;

const UNITS = 65_536;
const APOSTROPHE = 0x27;
/** Units that end a line: LF, VT, FF, CR, NEL, line and paragraph separator. */
const LINE_BREAKS = "\n\v\f\r\u0085\u2028\u2029";
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const DECIMAL = /\p{Nd}/u;
const SELECTORS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u;
/** Blanks, and marks of no width: soft hyphen, zero-width characters, directions, tags. */
const BLANK =
  /[\s\u{85}\u{AD}\u{180E}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{E0000}-\u{E00FF}]/u;

/** Class of each code unit. */
export const UNIT_CLASS: Uint8Array = buildClassTable();

function buildClassTable(): Uint8Array {
  const table = new Uint8Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) {
    table[unit] = classOf(String.fromCharCode(unit));
  }
  table.fill(HIGH_SURROGATE, 0xd800, 0xdc00);
  table.fill(LOW_SURROGATE, 0xdc00, 0xe000);
  for (const joiner of "'’-\u2011") table[joiner.charCodeAt(0)] = JOINER;
  for (const point of ".,") table[point.charCodeAt(0)] = POINT;
  return table;
}

function classOf(character: string): number {
  if (SELECTORS.test(character)) return SELECTOR;
  if (DECIMAL.test(character)) return DIGIT;
  if (WORD_CHARACTER.test(character)) return LETTER;
  return BLANK.test(character) ? SPACE : OTHER;
}

/** Parts of UNIT_FACTS. */
export const FOLDED = 0xffff;
export const IS_LINE_BREAK = 1 << 16;
export const IS_APOSTROPHE = 1 << 17;
/** A to Z. */
export const IS_CAPITAL = 1 << 18;
/** Neither A to Z nor a to z. */
export const IS_NO_PLAIN_LETTER = 1 << 19;
export const CLASS_SHIFT = 20;

/**
 * All that the tokenizer asks of a code unit, in one number, because a look-up for each question would be dearer than the
 * rest of its loop: the folded unit, four yes-or-no facts, and on top the class, so that classes compare as numbers.
 */
export const UNIT_FACTS: Int32Array = Int32Array.from(FOLD, factsOf);

function factsOf(folded: number, unit: number): number {
  const character = String.fromCharCode(unit);
  let facts = ((UNIT_CLASS[unit] as number) << CLASS_SHIFT) | folded;
  if (LINE_BREAKS.includes(character)) facts |= IS_LINE_BREAK;
  if (folded === APOSTROPHE) facts |= IS_APOSTROPHE;
  if (character >= "A" && character <= "Z") facts |= IS_CAPITAL;
  if (!/[A-Za-z]/.test(character)) facts |= IS_NO_PLAIN_LETTER;
  return facts;
}

/** Class of the code point that begins at i: SPACE at the end of the text, OTHER for a lone surrogate. */
export function classAt(text: string, i: number): number {
  if (i >= text.length) return SPACE;
  const unitClass = UNIT_CLASS[text.charCodeAt(i)] as number;
  if (unitClass === LOW_SURROGATE) return OTHER;
  if (unitClass !== HIGH_SURROGATE) return unitClass;
  return classOf(String.fromCodePoint(text.codePointAt(i) as number));
}

/** Class of the code point that ends before i. */
export function classBefore(text: string, i: number): number {
  if (i === 0) return SPACE;
  const isPair = i > 1 && UNIT_CLASS[text.charCodeAt(i - 1)] === LOW_SURROGATE;
  return classAt(
    text,
    isPair && UNIT_CLASS[text.charCodeAt(i - 2)] === HIGH_SURROGATE ? i - 2 : i - 1,
  );
}

/** Number of code units of the code point that begins at i. */
export function widthAt(text: string, i: number): number {
  return (text.codePointAt(i) as number) > 0xffff ? 2 : 1;
}
