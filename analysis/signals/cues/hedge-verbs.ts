import { no, type Verdict, yes } from "./verdict.ts";
import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const ARTICLE = new WordSet("article");
const BE = new WordSet("be");
const BEING_HUMAN = new WordSet("being", "human");
const CLAIM_CONTENT = new WordSet("claim_content");
const CLAIM_LAW = new WordSet("claim_law");
const CLAIM_BEFORE = new WordSet("claim_before");
const CONJUNCTION = new WordSet("conjunction");
const DETERMINER_PREPOSITION = new WordSet("determiner", "possessive", "preposition");
const DETERMINER = new WordSet("determiner", "possessive");
const FREQUENCY = new WordSet("adverb", "frequency");
const MAKE = new WordSet("make_seem");
const NO_COMPLEMENT = new WordSet(
  "preposition",
  "conjunction",
  "adverb",
  "weekday",
  "appear_place",
);
const NOUN_ENDS = new WordSet("preposition", "conjunction", "be", "have", "modal");
const OPINION_LINK = new WordSet("opinion_link");
const PREPOSITION = new WordSet("preposition");
const SEEMING = new WordSet("seeming");
const VERB_GROUP = new WordSet("adverb", "have", "modal", "be", "negation");

/** How far before appear a verb of making stands ("made her look and appear tired"). */
const MAKE_REACH = 3;

/**
 * appear: how something looks, before to, that, as or an adjective, or "it appears"; not coming into sight ("appeared on
 * stage"), nor what somebody makes appear. An -ing form is a seeming only before to, that or as.
 */
export function appear(words: Words, from: number, to: number): Verdict {
  for (let i = from - MAKE_REACH; i < from; i++) {
    if (words.in(i, MAKE)) return no("appear_in");
  }
  if (words.in(to, SEEMING)) return yes("appear_to");
  if (words.endsWith(from, "ing") || !words.isWord(to) || words.in(to, NO_COMPLEMENT)) {
    return no("appear_in");
  }
  if (words.isNumber(to) || (words.isAdverb(to) && isClosed(words, to + 1))) return no("appear_in");
  if (words.is(from - 1, "it")) return yes("it_appears");
  return words.in(to, DETERMINER) ? no("appear_in") : yes("appear_so");
}

function isClosed(words: Words, i: number): boolean {
  return !words.isWord(i) || words.in(i, PREPOSITION);
}

/** seem: always how something looks; the rule says in which construction. */
export function seem(words: Words, from: number, to: number): Verdict {
  if (words.in(to, SEEMING)) return yes("appear_to");
  return words.is(from - 1, "it") ? yes("it_appears") : yes("appear_so");
}

/** suggest: evidence that suggests is a hedge; a person who suggests is a source, and to suggest doing is a proposal. */
export function suggest(words: Words, from: number, to: number): Verdict {
  if (words.is(from, "suggested") && words.in(from - 1, BE)) return yes("passive_suggested");
  if (words.length(to) > 4 && words.endsWith(to, "ing")) return no("proposal_suggest");
  if (words.is(from - 1, "as")) return no("person_suggests");
  if (words.is(from, "suggesting")) {
    return words.is(from - 1, ",") ? no("person_suggests") : yes("evidence_suggests");
  }
  return isPerson(words, from) ? no("person_suggests") : yes("evidence_suggests");
}

/** indicate: the same, without proposals. */
export function indicate(words: Words, from: number): Verdict {
  return isPerson(words, from) ? no("person_indicates") : yes("evidence_indicates");
}

/** Whether the word before a verb and its auxiliaries is a person, or a name, which may be one. */
function isPerson(words: Words, from: number): boolean {
  const subject = words.skip(from - 1, -1, VERB_GROUP);
  return words.in(subject, BEING_HUMAN) || words.isCapital(subject);
}

/**
 * claim: a noun that the outlet does not vouch for: with its content ("the claim that"), or after an adjective or a verb
 * such as "deny"; not one of law or insurance. The verb is an attribution with a stance of its own.
 */
export function claim(words: Words, from: number, to: number): Verdict {
  if (words.in(from - 1, CLAIM_LAW) || words.in(to, CLAIM_LAW)) return no("claim_of_law");
  const modified = CLAIM_ADJECTIVE.some((ending) => words.endsWith(from - 1, ending));
  if (modified || words.in(from - 1, CLAIM_BEFORE)) return yes("noun_claim");
  const determined = words.in(from - 1, DETERMINER_PREPOSITION) || words.endsWith(from - 1, "'s");
  return determined && words.in(to, CLAIM_CONTENT) ? yes("noun_claim") : no("verb_claim");
}

/** Endings of adjectives and participles before the noun claim ("repeated", "dubious", "baseless"). */
const CLAIM_ADJECTIVE = ["ed", "ous", "ive", "al", "less"] as const;

/** claimed: an adjective before a noun ("the claimed success"). */
export function claimed(words: Words, from: number, to: number): Verdict {
  const modifier = words.in(from - 1, ARTICLE) && words.isWord(to) && !words.in(to, PREPOSITION);
  return modifier ? yes("adjective_claimed") : no("verb_claimed");
}

/** alleged: an adjective ("the alleged thief") or a passive; a verb after its subject is an attribution. */
export function alleged(words: Words, from: number, to: number): Verdict {
  const content = words.is(to, "that") || words.in(to, DETERMINER);
  return content && !words.in(words.skip(from - 1, -1), BE) ? no("verb_alleged") : yes("alleged");
}

/** potential: before its noun; the potential of something is a noun itself. */
export function modifier(words: Words, _from: number, to: number): Verdict {
  const noun = words.isWord(to) && !words.in(to, NOUN_ENDS);
  return noun ? yes("before_noun") : no("noun_itself");
}

/** possible: that something is so, or before its noun; what one can do ("possible to leave") is an ability. */
export function possible(words: Words, from: number, to: number): Verdict {
  if (words.is(to, "to")) return no("possible_to");
  const plain = words.in(words.skip(from - 1, -1), BE) && !words.isWord(to);
  return plain ? no("possible_to") : yes("possible_so");
}

/** tend: to do, or not to do; not a garden. */
export function tend(words: Words, _from: number, to: number): Verdict {
  return words.is(to, "to") || words.is(to, "not") ? yes("tend_to") : no("tend_something");
}

/**
 * considered, regarded, believed, thought: a passive whose agent nobody names ("is now regarded as"); with "by" and a
 * name it has one.
 */
export function passiveOpinion(words: Words, from: number, to: number): Verdict {
  const auxiliary = words.skip(from - 1, -1, FREQUENCY);
  const passive = words.in(auxiliary, BE) || words.in(auxiliary, CONJUNCTION);
  const reduced = words.is(from - 1, ",") && (words.is(to, "to") || words.is(to, "as"));
  if (!passive && !reduced) return no("active_opinion");
  const bare = words.is(from, "considered") && !words.in(to, PREPOSITION);
  return bare || words.in(to, OPINION_LINK) ? yes("passive_opinion") : no("active_opinion");
}

/**
 * said, hoped, questioned and other verbs that are reports in the active: "it is often said that", "it was questioned
 * whether", never with a subject of its own.
 */
export function passiveReport(words: Words, from: number, to: number): Verdict {
  const linked = words.in(to, OPINION_LINK) || words.is(to, "whether");
  if (!linked) return no("active_opinion");
  const passive = words.in(words.skip(from - 1, -1, FREQUENCY), BE);
  return passive ? yes("passive_opinion") : no("active_opinion");
}
