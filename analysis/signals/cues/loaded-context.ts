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
const DETERMINER = new WordSet("determiner", "possessive");
const NEGATION = new WordSet("negation");
const RELATIVE = new WordSet("relative");
const TO_MODAL = new WordSet("to", "modal");

const NEGATION_REACH = 4;
/** How many words after a loaded modifier the head of its phrase is looked for ("a shady *foreign lobby group*"). */
const PHRASE_REACH = 4;

/** Whether a negation stands up to four words before token `from` in its clause ("not really a puppet"). */
export function isNegated(words: Words, from: number): boolean {
  for (let i = from - 1; i >= from - NEGATION_REACH && words.isWord(i); i--) {
    if (words.in(i, NEGATION)) return true;
  }
  return false;
}

/**
 * The noun that a loaded modifier at tokens [from, to) belongs to ("puppet *government*"), exactly as it stands: the last
 * noun of the words that follow directly. Null where none does, where the term is a verb with its object ("they mocked the
 * rule"), or a noun of its own before a verb ("greed leads"). Parts of speech are the commonest of each word.
 */
export function targetOf(words: Words, from: number, to: number): string | null {
  if (!isModifier(words, from, to)) return null;
  let head = -1;
  for (let i = to; i < to + PHRASE_REACH && words.isWord(i) && !words.in(i, CLOSED); i++) {
    const tag = words.isNumber(i) ? "CD" : words.tag(i);
    if (tag.startsWith("NN")) head = i;
    else if (!tag.startsWith("JJ") || words.isAdverb(i)) break;
  }
  return head < 0 ? null : words.raw(head);
}

/** Not an adverb or a plural; a participle only after a determiner or an adjective ("a scolding uncle"). */
function isModifier(words: Words, from: number, to: number): boolean {
  if (words.isAdverb(to - 1) || words.in(to - 1, CLOSED) || words.in(from - 1, TO_MODAL))
    return false;
  const tag = words.tag(to - 1);
  if (tag === "NNS" || tag === "VBZ") return false;
  const isParticiple = words.endsWith(to - 1, "ed") || words.endsWith(to - 1, "ing");
  if (!tag.startsWith("VB") && !isParticiple) return true;
  if (words.in(from - 1, RELATIVE)) return false;
  return words.in(from - 1, DETERMINER) || words.tag(from - 1).startsWith("JJ");
}
