/** Finds where JSON values begin and end, without building them: broken objects can then be refused one by one. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const LF = 0x0a;
/** Objects are looked into for a list of articles down to this depth. */
const MAX_DEPTH = 8;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LF || byte === 0x0d || byte === 0x09;
}

export function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (isBlank(bytes[at])) at += 1;
  return at;
}

export function countLines(bytes: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1))
    lines += 1;
  return lines;
}

/** Index after the string that opens at `start`, or -1 where it doesn't close. */
function endOfString(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

function endOfNested(bytes: Buffer, start: number): number {
  let depth = 0;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
      if (at < 0) return -1;
      continue;
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1;
    if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
    at += 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Index after the value that begins at `start`, or -1 where it has no end. */
export function endOfValue(bytes: Buffer, start: number): number {
  const byte = bytes[start];
  if (byte === QUOTE) return endOfString(bytes, start);
  if (byte === OPEN_BRACE || byte === OPEN_BRACKET) return endOfNested(bytes, start);
  let at = start;
  while (
    at < bytes.length &&
    bytes[at] !== COMMA &&
    bytes[at] !== CLOSE_BRACKET &&
    bytes[at] !== CLOSE_BRACE
  )
    at += 1;
  return at;
}

/** Index of the first element of the first array of objects in the object at `start`, or null. */
function findInObject(bytes: Buffer, start: number, depth: number): number | null {
  let at = skipBlanks(bytes, start + 1);
  while (bytes[at] === QUOTE) {
    const afterKey = endOfString(bytes, at);
    if (afterKey < 0) return null;
    const colon = skipBlanks(bytes, afterKey);
    if (bytes[colon] !== COLON) return null;
    const value = skipBlanks(bytes, colon + 1);
    const found = findRecords(bytes, value, depth + 1);
    if (found !== null) return found;
    const end = endOfValue(bytes, value);
    if (end < 0) return null;
    const comma = skipBlanks(bytes, end);
    if (bytes[comma] !== COMMA) return null;
    at = skipBlanks(bytes, comma + 1);
  }
  return null;
}

/**
 * Where the list of articles begins: index of the first element of the array at `start`, or of the first array of objects
 * inside the object there; null where there is none. At depth 0 any array is the list.
 */
export function findRecords(bytes: Buffer, start: number, depth = 0): number | null {
  if (bytes[start] === OPEN_BRACKET) {
    const first = skipBlanks(bytes, start + 1);
    return depth === 0 || bytes[first] === OPEN_BRACE ? first : null;
  }
  if (bytes[start] === OPEN_BRACE && depth < MAX_DEPTH) return findInObject(bytes, start, depth);
  return null;
}
