import { Lexicon } from "natural/lib/natural/brill_pos_tagger/index.js";

let lexicon: Lexicon | null = null;

/**
 * Whether a word in lower case can be a verb's base form, by the lexicon of natural's Brill tagger; unknown words can't.
 * For what the rules of a cue leave open. Only the tagger's first step, the lexicon, is used: tried on headlines with May,
 * its second step changed no decision ("visit" stays a noun after "may"), and it is 20 times slower than the analysis.
 *
 * @example canBeBaseVerb("visit") // true, though it is a noun more often
 */
export function canBeBaseVerb(word: string): boolean {
  lexicon ??= new Lexicon("EN", "NN", "NNP");
  return lexicon.tagWord(word).some((tag) => tag === "VB" || tag === "VBP");
}

/** The commonest part of speech of a word in lower case, as a Penn tag; "NN" for words that the lexicon doesn't know. */
export function commonestTag(word: string): string {
  lexicon ??= new Lexicon("EN", "NN", "NNP");
  return lexicon.tagWord(word)[0] ?? "NN";
}
