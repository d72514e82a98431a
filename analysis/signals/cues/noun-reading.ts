import type { Cue, Reading } from "./cue-reading.ts";
import type { Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const BELIEF_NOUN = new WordSet("belief_noun");
const BE_HAVE = new WordSet("be", "have");
const FINITE = new WordSet("be", "have", "modal", "do");
const LIGHT_VERB = new WordSet("light_verb");
const MATTER = new WordSet("matter");
const NOUN_LINK = new WordSet("noun_link");
const SPEECH_ACT = new WordSet("speech_act");
const POSSESSIVE = new WordSet("possessive");
const STOP = new WordSet("preposition", "conjunction", "that", "clause_subject", "be");

/** Commonest parts of speech, as Penn tags, of words that go on a relative clause. */
const FINITE_TAGS: ReadonlySet<string> = new Set(["VB", "VBP", "VBZ", "VBD"]);

/** Most words between a light verb and its noun ("raised several very serious concerns"). */
const REACH = 4;

/**
 * How a noun attributes, or null. It is a cue with its content after it ("claim that"), with whose it is ("Ana's criticism
 * of"), with a verb that does nothing but carry it ("raised concerns about"), or in the plural with its matter ("fears over").
 */
export function readNoun(cue: Cue): Reading | null {
  const { region, from, to, class: kind } = cue;
  const isNoun = kind === "noun" || kind === "speech";
  if (isNoun && region.isMark(to, ":") && !region.isCapital(from)) return "noun";
  if (!isNoun && !region.in(from, SPEECH_ACT)) return null;
  if (region.is(to, "that") && (isNoun || region.in(from, BELIEF_NOUN)))
    return isNobodys(region, from) || isRelative(region, to) ? null : "noun";
  if (region.in(to, BE_HAVE) && region.is(region.skip(to, 1, BE_HAVE), "that")) return "noun";
  // "Call for" is an entry of its own, as a verb; its preposition is that of the noun too.
  if (to - from > 1 && region.in(to - 1, NOUN_LINK))
    return region.is(from - 1, "to") ? null : "noun";
  if (!region.in(to, NOUN_LINK)) return null;
  if (lightVerbBefore(region, from) >= 0) return "noun";
  if (region.in(to, MATTER) && region.endsWith(to - 1, "s")) return "noun";
  return isNoun && isOwned(region, from) ? "noun" : null;
}

/** Whether the outlet itself says that something is so: "no doubt that". */
function isNobodys(region: Region, from: number): boolean {
  return region.is(from - 1, "no") || region.is(from - 1, "little");
}

/** Whether the "that" at an item is a subject: "judgments that allow the toll" says nothing of what was judged. */
function isRelative(region: Region, that: number): boolean {
  const next = region.skip(that + 1, 1);
  if (region.in(next, FINITE)) return true;
  return region.isWord(next) && !region.isCapital(next) && FINITE_TAGS.has(region.tag(next));
}

/** The item of a verb that carries the noun at item `from`, as "raised" does in "raised new concerns about", or -1. */
export function lightVerbBefore(region: Region, from: number): number {
  for (let k = from - 1; k >= from - REACH && region.isWord(k); k--) {
    if (region.in(k, LIGHT_VERB)) return k;
    if (region.in(k, STOP)) return -1;
  }
  return -1;
}

/** Whether a possessive stands before a noun, or one word before it: "her fear", "Ana's old fear". */
export function isOwned(region: Region, from: number): boolean {
  if (region.in(from - 1, POSSESSIVE)) return true;
  return region.isPossessive(from - 1) || region.isPossessive(from - 2);
}
