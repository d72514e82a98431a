import { canBeBaseVerb } from "../../text/tagger.ts";
import { no, type Verdict, yes } from "./verdict.ts";
import { WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

const ADVERB = new WordSet("adverb");
const BE = new WordSet("be");
const CAN_BE_DONE = new WordSet("can_be_done");
const COULD_NOT_BE = new WordSet("could_not_be");
const BEING_HUMAN = new WordSet("being", "human");
const MAY_BEFORE_MONTH = new WordSet("may_before", "month");
const MAY_VERB = new WordSet("may_verb");
const MIGHT_NOUN = new WordSet("might_noun");
const MONTH = new WordSet("month");
const NEGATION = new WordSet("negation");
const PERCEPTION = new WordSet("perception");
const PRONOUN = new WordSet("being");
const STATE = new WordSet("have", "state_verb");
const TIME_NOUN = new WordSet("time_noun", "number");

/** How many words after may a choice may begin ("may carry a light or a bell"). */
const CHOICE_REACH = 5;

/**
 * may: a modal before a verb; not what can be done ("may be used") or chosen ("may be fixed or loose"), the month ("in
 * May"), nor a name ("Mrs May"). With a capital it can be a modal only where the next word has one too, as in a
 * headline's title case; then that word decides: one of the commonest verbs, else what the tagger's lexicon has as a verb.
 */
export function may(words: Words, from: number, to: number): Verdict {
  if (!words.isCapital(from)) {
    if (words.in(from - 1, MONTH)) return no("month_may");
    if (!words.is(to, "have") && isChoice(words, to)) return no("choice_may");
    const be = words.skip(to, 1, ADVERB);
    const able = words.is(be, "be") && words.in(words.skip(be + 1, 1, ADVERB), CAN_BE_DONE);
    return able ? no("ability_may") : yes("modal_may");
  }
  if (words.isNumber(to) || words.in(from - 1, MAY_BEFORE_MONTH)) return no("month_may");
  const next = words.skip(to, 1, NEGATION);
  if (from === 0 || !words.isCapital(next)) return no("month_may");
  if (words.in(next, MAY_VERB)) return yes("modal_may");
  return canBeBaseVerb(words.at(next)) ? yes("tagger_modal_may") : no("tagger_no_verb");
}

/**
 * "May be fixed *or* loose": both are so, by choice; not a length of time ("days or weeks") nor one name of two, which
 * are doubt. Nor is what may have been ("may have lost or sold it"): nobody chooses the past.
 */
function isChoice(words: Words, to: number): boolean {
  for (let i = to + 1; i <= to + CHOICE_REACH && words.isWord(i); i++) {
    if (words.is(i, "either")) return true;
    if (words.is(i, "or")) return !words.in(i - 1, TIME_NOUN) && !words.isCapital(i + 1);
  }
  return false;
}

/** might: a modal; not strength ("military might", "with all their might"). */
export function might(words: Words, from: number): Verdict {
  return words.in(from - 1, MIGHT_NOUN) ? no("noun_might") : yes("modal_might");
}

/**
 * could: a hedge; not past perception ("they could hear"), nor what somebody was unable to do ("could not agree", "could
 * not be reached"), nor a chance that a person missed ("she could have called"). With "not" only a state is a hedge
 * ("could not be true").
 */
export function could(words: Words, from: number, to: number): Verdict {
  const next = words.skip(to, 1, NEGATION);
  const personal = words.in(from - 1, PRONOUN);
  if (words.in(next, PERCEPTION) && words.in(from - 1, BEING_HUMAN)) return no("ability_could");
  if (personal && words.is(next, "have")) return no("counterfactual_could");
  if (next === to || !words.in(to, NEGATION)) return yes("modal_could");
  if (!words.in(next, BE)) return words.in(next, STATE) ? yes("modal_could") : no("ability_could");
  const state = words.skip(next + 1, 1);
  return isParticipleOrMore(words, state) ? no("ability_could") : yes("modal_could");
}

/** "could not be *verified*", and "could not be *more* pleased", which is emphasis. */
function isParticipleOrMore(words: Words, i: number): boolean {
  return words.endsWith(i, "ed") || words.in(i, COULD_NOT_BE);
}
