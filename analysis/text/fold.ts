const UNITS = 65_536;
const LAST_ASCII = 0x7f;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const RIGHT_SINGLE_MARK = 0x2019;
const NON_BREAKING_HYPHEN = 0x2011;

/**
 * What each UTF-16 code unit is compared as: its lower case where that is one unit too, U+2019 as the
 * apostrophe, U+2011 as the hyphen. One unit for one, so a folded word has the offsets of the word.
 */
export const FOLD: Uint16Array = buildFoldTable();

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    table[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  }
  table[RIGHT_SINGLE_MARK] = APOSTROPHE;
  table[NON_BREAKING_HYPHEN] = HYPHEN;
  return table;
}

/** The folded text of text[start, end), of the same length. Example: fold("Don’t", 0, 5) is "don't". */
export function fold(text: string, start: number, end: number): string {
  // Most words are lower case already, and nearly all others ASCII: they are cut out, not glued from units.
  let isFolded = true;
  let isAscii = true;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (FOLD[unit] !== unit) isFolded = false;
    if (unit > LAST_ASCII) isAscii = false;
  }
  if (isFolded) return text.slice(start, end);
  return isAscii ? text.slice(start, end).toLowerCase() : foldUnits(text, start, end);
}

/** Whether a text has, folded, the first `length` units of a word from an offset on. The word is given folded. */
export function agrees(text: string, offset: number, word: string, length = word.length): boolean {
  for (let i = 0; i < length; i++)
    if (FOLD[text.charCodeAt(offset + i)] !== word.charCodeAt(i)) return false;
  return true;
}

function foldUnits(text: string, start: number, end: number): string {
  let folded = "";
  for (let i = start; i < end; i++) {
    folded += String.fromCharCode(FOLD[text.charCodeAt(i)] as number);
  }
  return folded;
}
