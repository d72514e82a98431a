import { canBeBaseVerb } from "../../text/tagger.ts";
import type { Words } from "./words.ts";

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
  if (!words.isCapital(from))
    return words.in(from - 1, "month") ? no("month_may") : yes("modal_may");
  if (words.isNumber(to) || words.in(from - 1, "may_before", "month")) return no("month_may");
  const next = words.skip(to, 1, "negation");
  if (words.in(next, "may_verb")) return yes("modal_may");
  if (from === 0 || !words.isWord(next)) return no("month_may");
  return canBeBaseVerb(words.at(next)) ? yes("tagger_modal_may") : no("tagger_no_verb");
}

/** might: a modal; not strength ("military might", "with all their might"). */
function might(words: Words, from: number): Verdict {
  return words.in(from - 1, "might_noun") ? no("noun_might") : yes("modal_might");
}

/** could: a hedge; not ability or perception in the past ("could not see", "could hear"). */
function could(words: Words, _from: number, to: number): Verdict {
  const next = words.skip(to, 1, "negation");
  if (words.in(next, "perception")) return no("ability_could");
  if (next > to && words.in(to, "negation") && !words.in(next, "have", "be")) {
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
    words.isNumber(from - 1) || words.isNumber(from - 2) || words.in(from - 2, "article");
  return counts ? yes("after_number") : no("not_after_number");
}

/** An -ing form of a kind of seeming ("appearing") is a seeming only before to or that. */
function appear(words: Words, from: number, to: number): Verdict {
  if (["to", "that", "as", "likely", "not", "no", "unlikely"].includes(words.at(to)))
    return yes("appear_to");
  if (words.at(from).endsWith("ing")) return no("appear_in");
  if (words.at(from - 1) === "it") return yes("it_appears");
  if (!words.isWord(to) || words.in(to, "preposition", "conjunction", "adverb", "determiner")) {
    return no("appear_in");
  }
  return words.isAdverb(to) && words.in(to + 1, "preposition") ? no("appear_in") : yes("appear_so");
}

/** suggest: evidence that suggests is a hedge; a person who suggests is a source, and to suggest doing is a proposal. */
function suggest(words: Words, from: number, to: number): Verdict {
  const subject = words.skip(from - 1, -1, "adverb", "have", "modal", "be", "negation");
  if (words.at(from) === "suggested" && words.in(from - 1, "be")) return yes("passive_suggested");
  if (/..ing$/.test(words.at(to))) return no("proposal_suggest");
  if (words.at(from - 1) === "as") return no("person_suggests");
  if (words.at(from) === "suggesting") {
    return words.mark(from - 1) === "," ? no("person_suggests") : yes("evidence_suggests");
  }
  if (words.in(subject, "being", "human") || words.isCapital(subject)) return no("person_suggests");
  return yes("evidence_suggests");
}

/** indicate: the same, without proposals. */
function indicate(words: Words, from: number): Verdict {
  const subject = words.skip(from - 1, -1, "adverb", "have", "modal", "be", "negation");
  const person = words.in(subject, "being", "human") || words.isCapital(subject);
  return person ? no("person_indicates") : yes("evidence_indicates");
}

/** claim: a noun with that or of, or after a determiner; a verb is an attribution with a stance of its own. */
function claim(words: Words, from: number, to: number): Verdict {
  if (["that", "of"].includes(words.at(to))) {
    if (
      words.in(from - 1, "determiner", "preposition") ||
      /(ed|ous|ive|al|less)$/.test(words.at(from - 1))
    ) {
      return yes("noun_claim");
    }
  }
  return no("verb_claim");
}

/** claimed: an adjective before a noun ("the claimed success"). */
function claimed(words: Words, from: number, to: number): Verdict {
  const modifier =
    words.in(from - 1, "article") && words.isWord(to) && !words.in(to, "preposition");
  return modifier ? yes("adjective_claimed") : no("verb_claimed");
}

/** potential: before its noun; the potential of something is a noun itself. */
function modifier(words: Words, _from: number, to: number): Verdict {
  const noun =
    words.isWord(to) && !words.in(to, "preposition", "conjunction", "be", "have", "modal");
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
  if (words.in(from - 1, "quantity_before", "determiner") || words.isAdverb(to)) {
    return no("plain_quantity");
  }
  if (words.in(to, "opinion", "modal")) return yes("vague_source");
  const noun = words.at(to) === "of" ? words.skip(to + 1, 1, "determiner") : to;
  for (let i = noun; i <= noun + 3 && words.isWord(i); i++) {
    if (words.in(i, "time_noun")) return no("plain_quantity");
    if (words.in(i, "human")) return yes("vague_source");
    if (/[^s]s$/.test(words.at(i)) && !words.in(i, "be", "have")) return yes("vague_quantity");
    if (words.in(i, "preposition", "conjunction", "be", "have", "modal")) break;
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
