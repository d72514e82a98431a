import { type Cue, catenativeBefore, type Reading } from "./cue-reading.ts";
import { lightVerbBefore } from "./noun-reading.ts";
import type { ItemRange, Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const ARTICLE = new WordSet("article");
const COORDINATOR = new WordSet("coordinator");
const CUE_END = new WordSet("cue_end", "day");
const MATTER = new WordSet("matter");
const NOUN_LINK = new WordSet("noun_link");
const VERB_GROUP = new WordSet("verb_group");

/** Said in one: part of the cue. */
const STATEMENT = "statement";

/** A cue's items with the auxiliaries and adverbs before it, and a day, "about" or "in a statement" directly after it. */
export function cuePhrase({ region, from, to }: Cue, reading: Reading): ItemRange {
  if (reading === "phrase") return { from, to };
  if (reading === "noun") return nounPhrase(region, from, to);
  const catenative = catenativeBefore(region, from);
  const start = region.skip((catenative < 0 ? from : catenative) - 1, -1, VERB_GROUP) + 1;
  if (region.isAdverb(to) && !region.isWord(to + 1)) return { from: start, to: to + 1 };
  if (region.in(to, CUE_END)) return { from: start, to: to + 1 };
  const noun = region.is(to + 2, STATEMENT) ? to + 2 : to + 3;
  const isStatement = region.is(noun, STATEMENT) && region.in(to + 1, ARTICLE);
  return { from: start, to: region.is(to, "in") && isStatement ? noun + 1 : to };
}

/** A noun with the verb that carries it, and with the preposition before its matter: "has raised new concerns about". */
function nounPhrase(region: Region, from: number, to: number): ItemRange {
  const light = lightVerbBefore(region, from);
  const start = light < 0 ? from : region.skip(light - 1, -1, VERB_GROUP) + 1;
  const isLinked = region.in(to, light < 0 ? MATTER : NOUN_LINK);
  return { from: start, to: isLinked ? to + 1 : to };
}

/**
 * The item before which the content of the cue before ends, where this one goes on with its subject ("said it rained and
 * urged ...", "said it rained, adding that ..."), or -1.
 */
export function joinBefore({ region }: Cue, reading: Reading, phrase: ItemRange): number {
  const before = phrase.from - 1;
  if (reading === "participle") return region.isMark(before, ",") ? before : -1;
  if (reading !== "verb" || !region.in(before, COORDINATOR)) return -1;
  return region.isMark(before - 1, ",") ? before - 1 : before;
}
