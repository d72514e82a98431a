import type { QuotationContext } from "./context.ts";
import { isInNounPhrase, modifiesNoun } from "./neighbours.ts";
import { ending, isContent, isIn, next, opensNoun, previous, reads } from "./readings.ts";
import { after, before, either, listed, NEXT, PREVIOUS, type Rows } from "./row.ts";
import { LIST } from "./word-lists.ts";

/** Turns of phrase before the marks by which an outlet says that the words are somebody's pretence. */
const PRETENCE =
  /would (?:like|have) (?:you|us)|\b(?:tells?|told|telling) (?:you|us)\b|posing as|in the name of|masquerad|disguise|under the (?:guise|banner|wrapper)|pretend|sold as|passe[sd] off|kind of|sort of|like to call|things like|notion (?:that|of)|idea that/;

/** Turns of phrase around the marks that contradict or mock the words. */
const CONTRADICTION =
  /in reality|in fact|of course|turn(?:s|ed) out|far from|don't believe|is (?:false|untrue)|(?:isn't|not) true|laughable|ridiculous|absurd|nonsense|what is|more like|rather than|hypocri|irony|ironic|euphemism|fiction|propaganda|bizarre|\bor so\b|if you can call|(?:scare|air) quotes/;

/** A denial that touches the marks, up to an article and a word. */
const DENIAL =
  /(?:\b(?:is|are|was|be|it's) (?:not|no|never|hardly)|\b(?:isn't|aren't|no longer|no such thing as|nothing))(?: (?:a|an|the|just|merely|really))*(?: [\w'-]+)? ?[^\w ]?$/;

/** Whether so-called stands in the last two tokens. */
function isSoCalled(q: QuotationContext): boolean {
  for (let n = 1; n <= 2; n++) {
    if (reads(q, previous(q, n), "so-called")) return true;
    if (reads(q, previous(q, n), "called") && reads(q, previous(q, n + 1), "so")) return true;
  }
  return false;
}

/** Whether a distancing adjective stands in the last two tokens; claimed and the like only where they are no verbs. */
function isDoubted(q: QuotationContext): boolean {
  for (let n = 1; n <= 2; n++) {
    const token = previous(q, n);
    if (!isIn(q, LIST.DISTMOD, token)) continue;
    if (!isIn(q, LIST.DISTMOD_VERB, token)) return true;
    // An adjective stands before its noun: in "and claimed that" it is a verb.
    if (n === 2 && !isContent(q, previous(q))) continue;
    const leading = previous(q, n + 1);
    if (opensNoun(q, leading) || isIn(q, LIST.PREPOSITION, leading)) return true;
    if (isIn(q, LIST.CONJUNCTION, leading) || reads(q, leading, ",")) return true;
  }
  return false;
}

/** Whether a noun of pretence (claims, myth, narrative) in the last 12 tokens introduces the words: claims that … */
function isShielded(q: QuotationContext): boolean {
  if (!q.before.has(LIST.SHIELD, 12)) return false;
  for (let n = 1; n <= 12; n++) {
    if (!isIn(q, LIST.SHIELD, previous(q, n))) continue;
    if (isIn(q, LIST.SHIELD_OWNER, previous(q, n + 1))) continue;
    if (isIn(q, LIST.SHIELD_LINK, previous(q, n - 1)) && n > 1) return true;
  }
  return false;
}

/** Whether a noun of pretence somewhere in the sentence is none of those that introduce the words or follow them. */
const isByTheWay = (q: QuotationContext): boolean =>
  !isIn(q, LIST.SHIELD, next(q)) && !isShielded(q);

/** D: the outlet holds the words at arm's length, in so many words. */
export const distanceRows: Rows = {
  D1: isSoCalled,
  /** the alleged "threat". */
  D2: listed(before(2), LIST.DISTMOD, isDoubted),
  /** allegedly, supposedly. */
  D3: either(listed(before(5), LIST.DISTADV), listed(after(3), LIST.DISTADV)),
  /** the "invasion" claims. */
  D4: listed(NEXT, LIST.SHIELD),
  D5: listed(before(12), LIST.SHIELD, isShielded),
  D6: either(listed(before(), LIST.SHIELD, isByTheWay), listed(after(), LIST.SHIELD, isByTheWay)),
  D7: listed(before(), LIST.PRETENCE_CUE, (q) => PRETENCE.test(ending(q, 60))),
  D8: either(
    listed(before(), LIST.CONTRADICTION_CUE, (q) => CONTRADICTION.test(ending(q, 80))),
    listed(after(), LIST.CONTRADICTION_CUE, (q) => CONTRADICTION.test(q.afterText.slice(0, 160))),
  ),
  D9: either(listed(before(5), LIST.EMPHASIS), listed(after(3), LIST.EMPHASIS)),
  D10: (q) => q.asks,
  D11: listed(before(4), LIST.NEGATION),
  D12: listed(before(10), LIST.NEGATION, (q) => DENIAL.test(ending(q, 50))),
  /** so-called with more than a bare word: less a fixed name, more a sneer. */
  D13: (q) => isSoCalled(q) && (modifiesNoun(q) || q.words.length >= 2),
  /** claimed, alleges, pretends: the verb does not vouch for the words. */
  D14: (q) => q.verbBefore?.kind === "CLAIM",
  /** falsely, baseless, no evidence: the outlet says that it isn't so. */
  D15: either(listed(before(12), LIST.UNTRUE), listed(after(12), LIST.UNTRUE)),
  /** accused of, blamed for: the words are a charge. */
  D16: (q) => q.verbBefore !== null && isIn(q, LIST.ACCUSE, previous(q, q.verbBefore.at + 1)),
  /** the "invasion" claims, the notorious "sure thing" pretext: a noun phrase of the outlet's own. */
  D17: listed(NEXT, LIST.SHIELD, isInNounPhrase),
  /** the "threat" allegedly coming from the sea. */
  D18: either(listed(PREVIOUS, LIST.DISTADV), listed(NEXT, LIST.DISTADV)),
  /** the notorious "plan", their vaunted "reform". */
  D19: listed(PREVIOUS, LIST.DISREPUTE, (q) => opensNoun(q, previous(q, 2))),
  /** dismissed claims that …, denied the allegation that …. */
  D20: listed(before(20), LIST.DENY, isShielded),
};
