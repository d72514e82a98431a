import { no, type Verdict, yes } from "./verdict.ts";
import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const DETERMINER = new WordSet("determiner", "possessive");

/** Superlatives without the ending, and what ranks as one does. */
const SUPERLATIVES = ["most", "best", "worst", "first", "top", "leading"] as const;

/** How many words may stand between "one of" and its superlative ("one of the old town's finest"). */
const OWNER_REACH = 4;

/**
 * one of, among the: only before a superlative, which they soften, also with an owner between ("one of the oldest", "one
 * of Norway's best"); "one of the two oldest" is exact.
 */
export function beforeSuperlative(words: Words, _from: number, to: number): Verdict {
  if (isSuperlative(words, to)) return yes("before_superlative");
  for (let i = to; i < to + OWNER_REACH && words.isWord(i); i++) {
    if (!words.endsWith(i, "'s")) continue;
    return isSuperlative(words, i + 1) ? yes("before_superlative") : no("plain_member");
  }
  return no("plain_member");
}

function isSuperlative(words: Words, i: number): boolean {
  if (SUPERLATIVES.some((word) => words.is(i, word))) return true;
  return words.endsWith(i, "est") && !words.endsWith(i, "eest");
}

/**
 * most popular, most famous: a rank in the eyes of people that nobody names; after "one of" and the like it is softened
 * already.
 */
export function renown(words: Words, from: number): Verdict {
  let at = from - 1;
  while (at > from - OWNER_REACH && isOwner(words, at)) at--;
  return words.is(at, "of") || words.is(at, "among") ? no("softened_rank") : yes("unnamed_renown");
}

/** A determiner, a possessive or a part of a name. */
function isOwner(words: Words, i: number): boolean {
  return words.in(i, DETERMINER) || words.isCapital(i);
}
