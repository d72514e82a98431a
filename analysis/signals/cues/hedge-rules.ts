import { canBeBaseVerb } from "../../text/tagger.ts";
import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const ARTICLE = new WordSet("article");
const BE = new WordSet("be");
const BEING_HUMAN = new WordSet("being", "human");
const BE_HAVE = new WordSet("be", "have");
const DETERMINER = new WordSet("determiner");
const DETERMINER_PREPOSITION = new WordSet("determiner", "preposition");
const HAVE_BE = new WordSet("have", "be");
const HUMAN = new WordSet("human");
const MAY_BEFORE_MONTH = new WordSet("may_before", "month");
const MAY_VERB = new WordSet("may_verb");
const MIGHT_NOUN = new WordSet("might_noun");
const MONTH = new WordSet("month");
const NEGATION = new WordSet("negation");
const NOUN_ENDS = new WordSet("preposition", "conjunction", "be", "have", "modal");
const NO_COMPLEMENT = new WordSet("preposition", "conjunction", "adverb", "determiner");
const OPINION_MODAL = new WordSet("opinion", "modal");
const PERCEPTION = new WordSet("perception");
const PREPOSITION = new WordSet("preposition");
const QUANTITY_BEFORE_DETERMINER = new WordSet("quantity_before", "determiner");
const TIME_NOUN = new WordSet("time_noun");
const VERB_GROUP_WORDS = new WordSet("adverb", "have", "modal", "be", "negation");

/** What a rule says of a cue: whether it hedges here, by which rule, and its label where that is not the entry's. */
export interface Verdict {
  hedge: boolean;
  rule: string;
  label?: string;
}

/** Decides on an ambiguous cue at tokens [from, to) from its neighbours. */
type HedgeRule = (words: Words, from: number, to: number) => Verdict;

function yes(rule: string, label?: string): Verdict {
  return label === undefined ? { hedge: true, rule } : { hedge: true, rule, label };
}

function no(rule: string): Verdict {
  return { hedge: false, rule };
}

/**
 * may: a modal before a verb; not the month ("in May"), nor a name ("Mrs May"). With a capital, as in title case, the
 * next word decides: one of the commonest verbs, else what the tagger's lexicon has as a verb.
 */
function may(words: Words, from: number, to: number): Verdict {
  if (!words.isCapital(from)) return words.in(from - 1, MONTH) ? no("month_may") : yes("modal_may");
  if (words.isNumber(to) || words.in(from - 1, MAY_BEFORE_MONTH)) return no("month_may");
  const next = words.skip(to, 1, NEGATION);
  if (words.in(next, MAY_VERB)) return yes("modal_may");
  if (from === 0 || !words.isWord(next)) return no("month_may");
  return canBeBaseVerb(words.at(next)) ? yes("tagger_modal_may") : no("tagger_no_verb");
}

/** might: a modal; not strength ("military might", "with all their might"). */
function might(words: Words, from: number): Verdict {
  return words.in(from - 1, MIGHT_NOUN) ? no("noun_might") : yes("modal_might");
}

/** could: a hedge; not ability or perception in the past ("could not see", "could hear"). */
function could(words: Words, _from: number, to: number): Verdict {
  const next = words.skip(to, 1, NEGATION);
  if (words.in(next, PERCEPTION)) return no("ability_could");
  if (next > to && words.in(to, NEGATION) && !words.in(next, HAVE_BE)) {
    return no("ability_could");
  }
  return yes("modal_could");
}

/** about, around, roughly: only before a number. */
function beforeNumber(words: Words, _from: number, to: number): Verdict {
  return words.isNumber(to) ? yes("before_number") : no("not_before_number");
}

/** or so: only after a number, or the noun that it counts ("a year or so"). */
function afterNumber(words: Words, from: number): Verdict {
  const counts =
    words.isNumber(from - 1) || words.isNumber(from - 2) || words.in(from - 2, ARTICLE);
  return counts ? yes("after_number") : no("not_after_number");
}

/** An -ing form of a kind of seeming ("appearing") is a seeming only before to or that. */
function appear(words: Words, from: number, to: number): Verdict {
  if (["to", "that", "as", "likely", "not", "no", "unlikely"].includes(words.at(to)))
    return yes("appear_to");
  if (words.at(from).endsWith("ing")) return no("appear_in");
  if (words.at(from - 1) === "it") return yes("it_appears");
  if (!words.isWord(to) || words.in(to, NO_COMPLEMENT)) {
    return no("appear_in");
  }
  return words.isAdverb(to) && words.in(to + 1, PREPOSITION) ? no("appear_in") : yes("appear_so");
}

/** suggest: evidence that suggests is a hedge; a person who suggests is a source, and to suggest doing is a proposal. */
function suggest(words: Words, from: number, to: number): Verdict {
  const subject = words.skip(from - 1, -1, VERB_GROUP_WORDS);
  if (words.at(from) === "suggested" && words.in(from - 1, BE)) return yes("passive_suggested");
  if (/..ing$/.test(words.at(to))) return no("proposal_suggest");
  if (words.at(from - 1) === "as") return no("person_suggests");
  if (words.at(from) === "suggesting") {
    return words.mark(from - 1) === "," ? no("person_suggests") : yes("evidence_suggests");
  }
  if (words.in(subject, BEING_HUMAN) || words.isCapital(subject)) return no("person_suggests");
  return yes("evidence_suggests");
}

/** indicate: the same, without proposals. */
function indicate(words: Words, from: number): Verdict {
  const subject = words.skip(from - 1, -1, VERB_GROUP_WORDS);
  const person = words.in(subject, BEING_HUMAN) || words.isCapital(subject);
  return person ? no("person_indicates") : yes("evidence_indicates");
}

/** claim: a noun with that or of, or after a determiner; a verb is an attribution with a stance of its own. */
function claim(words: Words, from: number, to: number): Verdict {
  if (["that", "of"].includes(words.at(to))) {
    if (
      words.in(from - 1, DETERMINER_PREPOSITION) ||
      /(ed|ous|ive|al|less)$/.test(words.at(from - 1))
    ) {
      return yes("noun_claim");
    }
  }
  return no("verb_claim");
}

/** claimed: an adjective before a noun ("the claimed success"). */
function claimed(words: Words, from: number, to: number): Verdict {
  const modifier = words.in(from - 1, ARTICLE) && words.isWord(to) && !words.in(to, PREPOSITION);
  return modifier ? yes("adjective_claimed") : no("verb_claimed");
}

/** potential: before its noun; the potential of something is a noun itself. */
function modifier(words: Words, _from: number, to: number): Verdict {
  const noun = words.isWord(to) && !words.in(to, NOUN_ENDS);
  return noun ? yes("before_noun") : no("noun_itself");
}

/** tend: to do, or not to do; not a garden. */
function tend(words: Words, _from: number, to: number): Verdict {
  return ["to", "not"].includes(words.at(to)) ? yes("tend_to") : no("tend_something");
}

/**
 * some, many, several, most: unnamed people or things, with a plural noun or a verb of opinion after them
 * ("many doubt"); not a stretch of time, not a question ("how many"), not one thing ("some reason").
 */
function vague(words: Words, from: number, to: number): Verdict {
  const word = words.at(from);
  if (word === "some" && words.isNumber(to)) return yes("before_number", "approximator");
  if (words.in(from - 1, QUANTITY_BEFORE_DETERMINER) || words.isAdverb(to)) {
    return no("plain_quantity");
  }
  if (words.in(to, OPINION_MODAL)) return yes("vague_source");
  const noun = words.at(to) === "of" ? words.skip(to + 1, 1, DETERMINER) : to;
  for (let i = noun; i <= noun + 3 && words.isWord(i); i++) {
    if (words.in(i, TIME_NOUN)) return no("plain_quantity");
    if (words.in(i, HUMAN)) return yes("vague_source");
    if (/[^s]s$/.test(words.at(i)) && !words.in(i, BE_HAVE)) return yes("vague_quantity");
    if (words.in(i, NOUN_ENDS)) break;
  }
  return no("plain_quantity");
}

/** estimated: before a number; elsewhere a report. */
function estimated(words: Words, from: number, to: number): Verdict {
  return words.isNumber(to) || words.at(from - 1) === "an"
    ? yes("before_number")
    : no("plain_estimate");
}

/** one of the, among the: only before a superlative, which it softens ("one of the oldest"). */
function beforeSuperlative(words: Words, _from: number, to: number): Verdict {
  const next = words.at(to);
  const superlative = ["most", "best", "worst", "first", "top", "leading"].includes(next);
  return superlative || /[^e]est$/.test(next) ? yes("before_superlative") : no("plain_member");
}

/** The rules by headword; a cue without one hedges wherever its entry matches. */
export const HEDGE_RULES: ReadonlyMap<string, HedgeRule> = new Map<string, HedgeRule>([
  ["may", may],
  ["might", might],
  ["could", could],
  ["about", beforeNumber],
  ["around", beforeNumber],
  ["roughly", beforeNumber],
  ["close to", beforeNumber],
  ["as many as", beforeNumber],
  ["as much as", beforeNumber],
  ["or so", afterNumber],
  ["appear", appear],
  ["suggest", suggest],
  ["indicate", indicate],
  ["claim", claim],
  ["claimed", claimed],
  ["potential", modifier],
  ["tend", tend],
  ["some", vague],
  ["many", vague],
  ["several", vague],
  ["most", vague],
  ["certain", vague],
  ["various", vague],
  ["numerous", vague],
  ["estimated", estimated],
  ["one of the", beforeSuperlative],
]);
