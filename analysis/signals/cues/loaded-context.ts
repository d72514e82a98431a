import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const CLOSED = new WordSet(
  "preposition",
  "conjunction",
  "be",
  "have",
  "modal",
  "pronoun",
  "determiner",
  "negation",
  "do",
  "that",
);
const NEGATION = new WordSet("negation");
const TO_MODAL = new WordSet("to", "modal");

const NEGATION_REACH = 4;
/** Endings of words that are modifiers more often than nouns. */
const MODIFIER = /(al|ic|ive|ous|ish|ese|ary|able|ible|ful|less)$/;
/** Endings of words after which a noun has ended: most are verbs or adverbs. */
const NO_NOUN = /(ed|ing|ly)$/;

/** Whether a negation stands up to four words before token `from` in its clause ("not really a puppet"). */
export function isNegated(words: Words, from: number): boolean {
  for (let i = from - 1; i >= from - NEGATION_REACH && words.isWord(i); i--) {
    if (words.in(i, NEGATION)) return true;
  }
  return false;
}

/** Whether token i can be the noun that a modifier before it belongs to. */
function canBeTarget(words: Words, i: number): boolean {
  const closed = words.in(i, CLOSED);
  return words.isWord(i) && !closed && !words.isNumber(i) && !NO_NOUN.test(words.at(i));
}

/**
 * The noun that a loaded modifier at tokens [from, to) belongs to ("puppet *government*"), exactly as it stands; null
 * where none follows directly. A term in -ly, -s or with a verb's ending modifies no noun.
 */
export function targetOf(words: Words, from: number, to: number): string | null {
  const last = words.at(to - 1);
  if (/(ly|[^su]s|ing)$/.test(last) || words.in(from - 1, TO_MODAL) || !canBeTarget(words, to)) {
    return null;
  }
  const noun = MODIFIER.test(words.at(to)) && canBeTarget(words, to + 1) ? to + 1 : to;
  return words.raw(noun);
}
