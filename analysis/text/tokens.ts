import type { Vocabulary } from "../codebook/codebook.ts";
import { PUNCTUATION, type Tokens, WORD } from "./text-index.ts";
import {
  CLASS_SHIFT,
  CLASSED_FOLD,
  classAt,
  classBefore,
  DIGIT,
  FOLDED,
  HIGH_SURROGATE,
  JOINER,
  LETTER,
  LOW_SURROGATE,
  OTHER,
  POINT,
  SELECTOR,
  SPACE,
  UNIT_CLASS,
  widthAt,
} from "./unit-classes.ts";
import { HASH_SEED } from "./vocabulary.ts";

const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SMALL_A = 0x61;

/**
 * Cuts a text into its word and punctuation tokens (METHODS 1), in linear time for any text.
 * The hash of a word is made while it is scanned, so its number in the vocabulary costs no second look.
 *
 * Example: tokenize("Don't pay $2,000.", vocabulary) has the words Don't, pay, 2,000 and the marks $ and .
 */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const length = text.length;
  const tokens = emptyTokens((length >> 2) + 16);
  let { starts, ends, kinds, ids } = tokens;
  let count = 0;
  let words = 0;
  let i = 0;
  while (i < length) {
    let unit = text.charCodeAt(i);
    let entry = CLASSED_FOLD[unit] as number;
    let unitClass = entry >>> CLASS_SHIFT;
    if (unitClass === SPACE) {
      i++;
      continue;
    }
    if (unitClass === HIGH_SURROGATE) unitClass = classAt(text, i);
    if (unitClass === SPACE || unitClass === SELECTOR) {
      i += widthAt(text, i);
      continue;
    }
    if (count === starts.length) ({ starts, ends, kinds, ids } = grow(tokens));
    const start = i;
    if (unitClass >= LETTER) {
      // hashWord() in place: a call for each unit is a tenth of the tokenizer.
      let hash = HASH_SEED;
      let isMixed = false;
      do {
        hash = ((hash << 5) | (hash >>> 27)) ^ (entry & FOLDED);
        if (++i === length) break;
        const before = unit;
        unit = text.charCodeAt(i);
        if (unit <= CAPITAL_Z && unit >= CAPITAL_A && before >= SMALL_A) isMixed = true;
        entry = CLASSED_FOLD[unit] as number;
        unitClass = entry >>> CLASS_SHIFT;
      } while (unitClass >= LETTER || (unitClass > OTHER && goesOn(text, i, unitClass)));
      const id = vocabulary.lookupHashed(text, start, i, hash);
      if (isMixed && id === 0) tokens.mixed.push(count);
      ids[count] = id;
      kinds[count] = WORD;
      words++;
    } else {
      i += unit < 0xd800 ? 1 : widthAt(text, i);
      kinds[count] = PUNCTUATION;
    }
    starts[count] = start;
    ends[count++] = i;
  }
  tokens.count = count;
  tokens.words = words;
  return tokens;
}

/** Whether the unit at i, no letter by itself, goes on the word that ends before it. */
function goesOn(text: string, i: number, unitClass: number): boolean {
  switch (unitClass) {
    case JOINER: {
      const next = classAt(text, i + 1);
      return next === LETTER || next === DIGIT;
    }
    case POINT:
      return classAt(text, i + 1) === DIGIT && classBefore(text, i) === DIGIT;
    case HIGH_SURROGATE:
      return classAt(text, i) >= LETTER;
    case LOW_SURROGATE:
      // A high surrogate is in the word only with the low one that makes it a letter.
      return UNIT_CLASS[text.charCodeAt(i - 1)] === HIGH_SURROGATE;
    default:
      return false;
  }
}

function emptyTokens(capacity: number): Tokens {
  return {
    count: 0,
    words: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    kinds: new Uint8Array(capacity),
    ids: new Int32Array(capacity),
    mixed: [],
  };
}

/** Doubles the arrays in place; text of nothing but punctuation needs four times the first estimate. */
function grow(tokens: Tokens): Tokens {
  const larger = emptyTokens(tokens.starts.length * 2);
  larger.starts.set(tokens.starts);
  larger.ends.set(tokens.ends);
  larger.kinds.set(tokens.kinds);
  larger.ids.set(tokens.ids);
  larger.mixed = tokens.mixed;
  return Object.assign(tokens, larger);
}
