import type { Vocabulary } from "../codebook/codebook.ts";
import { PUNCTUATION, type Tokens, WORD } from "./text-index.ts";
import { roomFor, type TokenArrays } from "./token-room.ts";
import {
  CLASS_SHIFT,
  classAt,
  classBefore,
  DIGIT,
  FOLDED,
  HIGH_SURROGATE,
  IS_APOSTROPHE,
  IS_CAPITAL,
  IS_LINE_BREAK,
  IS_NO_PLAIN_LETTER,
  JOINER,
  LETTER,
  LOW_SURROGATE,
  POINT,
  SELECTOR,
  SPACE,
  UNIT_CLASS,
  UNIT_FACTS,
  widthAt,
} from "./unit-classes.ts";

const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SMALL_A = 0x61;

/** Facts from here on are those of a letter, digit or selector; from JOINED on of what can stand between two, from IN_PAIR on of half a surrogate pair. */
const IN_WORD = LETTER << CLASS_SHIFT;
const JOINED = JOINER << CLASS_SHIFT;
const IN_PAIR = HIGH_SURROGATE << CLASS_SHIFT;

/**
 * Cuts a text into its word and punctuation tokens (METHODS 1), in linear time for any text.
 * The hash of a word is made while it is scanned, so its number in the vocabulary costs no second look.
 *
 * Example: tokenize("Don't pay $2,000.", vocabulary) has the words Don't, pay, 2,000 and the marks $ and .
 */
export function tokenize(text: string, vocabulary: Vocabulary): Tokens {
  const length = text.length;
  // At most each unit is a token.
  const room = roomFor(length);
  const { starts, ends, kinds, ids, hashes } = room.arrays;
  const from = room.taken;
  const marks: number[] = [];
  const apostrophes: number[] = [];
  const mixed: number[] = [];
  const lineBreaks: number[] = [];
  let at = from;
  let i = 0;
  while (i < length) {
    const first = UNIT_FACTS[text.charCodeAt(i)] as number;
    let unitClass = first >>> CLASS_SHIFT;
    if (unitClass === SPACE) {
      if ((first & IS_LINE_BREAK) !== 0) lineBreaks.push(i);
      i++;
      continue;
    }
    if (unitClass === HIGH_SURROGATE) unitClass = classAt(text, i);
    if (unitClass === SPACE || unitClass === SELECTOR) {
      i += widthAt(text, i);
      continue;
    }
    const start = i;
    starts[at] = start;
    if (unitClass >= LETTER) {
      // hashWord() in place: a call for each unit is a tenth of the tokenizer.
      let hash = first & FOLDED;
      /** The facts that hold of any unit after the first. */
      let rest = 0;
      while (++i < length) {
        const facts = UNIT_FACTS[text.charCodeAt(i)] as number;
        if (facts < IN_WORD && (facts < JOINED || !goesOn(text, i, facts >>> CLASS_SHIFT))) break;
        rest |= facts;
        hash = ((hash << 5) | (hash >>> 27)) ^ (facts & FOLDED);
      }
      const isPlain = ((first | rest) & IS_NO_PLAIN_LETTER) === 0;
      const id = vocabulary.lookupHashed(text, start, i, hash, isPlain);
      if ((rest & IS_APOSTROPHE) !== 0) apostrophes.push(at - from);
      if (id === 0 && (rest & IS_CAPITAL) !== 0 && isMixed(text, start, i)) mixed.push(at - from);
      ids[at] = id;
      hashes[at] = hash;
      kinds[at] = WORD;
    } else {
      i += first < IN_PAIR ? 1 : widthAt(text, i);
      marks.push(at - from);
      ids[at] = 0;
      hashes[at] = 0;
      kinds[at] = PUNCTUATION;
    }
    ends[at++] = i;
  }
  return assemble(room.take(at - from), marks, apostrophes, mixed, lineBreaks);
}

/** The tokens of a text. Written out: to spread objects into one is dearer than all its arrays. */
function assemble(
  { starts, ends, kinds, ids, hashes }: TokenArrays,
  marks: number[],
  apostrophes: number[],
  mixed: number[],
  lineBreaks: number[],
): Tokens {
  const count = starts.length;
  const words = count - marks.length;
  return { count, words, starts, ends, kinds, ids, hashes, marks, apostrophes, mixed, lineBreaks };
}

/** Whether a capital A to Z stands directly after a small letter, or a unit beyond ASCII. */
function isMixed(text: string, start: number, end: number): boolean {
  let before = text.charCodeAt(start);
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= CAPITAL_Z && unit >= CAPITAL_A && before >= SMALL_A) return true;
    before = unit;
  }
  return false;
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
