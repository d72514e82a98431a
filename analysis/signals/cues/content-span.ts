import type { Span } from "../../types.ts";
import { clauseEnd, commaAfter } from "./clause-end.ts";
import { beginsClause } from "./complement.ts";
import type { Cue, Reading } from "./cue-reading.ts";
import type { ItemRange, Region } from "./region.ts";
import { phraseBefore } from "./source-phrase.ts";
import { WordSet } from "./word-set.ts";

const ADDRESSEE_VERB = new WordSet("addressee_verb");
const ADJUNCT = new WordSet("adjunct");
const DAY = new WordSet("day");
const DETERMINER_RECIPIENT = new WordSet("determiner", "recipient");
const DETERMINER = new WordSet("determiner");
const FINITE = new WordSet("be", "have", "modal");
const OCCASION = new WordSet("occasion");
const OPENER = new WordSet("opener");
const PASSIVE_LINK_THAT = new WordSet("passive_link", "that");
const POSSESSIVE = new WordSet("possessive");
const RECIPIENT_WEEKDAY = new WordSet("recipient", "weekday");
const RELATIVE = new WordSet("relative");
const SPEECH_NOUN = new WordSet("speech_noun");
const THAT = new WordSet("that");
const TOLD = new WordSet("told");
const THAT_CLAUSE_SUBJECT_TO = new WordSet("that", "clause_subject", "to");

/** How far after a cue its content may begin, in items ("told the crowd in the square on Monday that ..."). */
const REACH = 9;

/** Classes whose content is mostly an object or an infinitive: it ends before a clause set off by a comma. */
const NARROW: ReadonlySet<string> = new Set(["object", "view", "intent", "infinitive", "noun"]);

/**
 * The words that a cue attributes, in order. Content of an attribution = the rest of the clause:
 * - after "X said (that)", up to the sentence's end, a semicolon, or a comma with a contrast (", but");
 * - before ", X said" and ", said X", back to the sentence's start, or the quotation alone where it is a whole sentence;
 * - on both sides of ", X said,";
 * - after a verb or noun that takes an object ("praised the plan"), up to a dash, a bracket, or a comma with a clause;
 * - in a clause that opens the sentence ("While X said ..., ") or stands amid it (", who praised ..., "), up to its comma;
 * - the subject of a passive ("The plan was praised as a gift") and what follows it but the agent;
 * - after "according to X," and "As X said,", or before them: the rest of the sentence.
 */
export function contentOf(
  cue: Cue,
  reading: Reading,
  phrase: ItemRange,
  source: ItemRange | null,
): Span[] {
  const { region } = cue;
  const first = source?.from ?? phrase.from;
  if (reading === "phrase") return aroundPhrase(region, cue.from, source?.to ?? cue.to);
  if (reading === "inverted") return present(contentBefore(region, phrase.from - 1));
  if (reading === "passive") return aroundPassive(cue, phrase);
  if (isAside(cue, phrase, first)) return aroundPhrase(region, first - 1, phrase.to);
  const after = contentAfter(cue, reading, phrase, first);
  if (reading === "noun" || reading === "participle") return present(after);
  const behind = precedingEnd(region, first);
  if (behind < 0) return present(after);
  const opensQuote = region.isQuote(phrase.to + 1) && !region.isQuote(behind);
  if (region.isMark(phrase.to, ",") && !opensQuote)
    return present(
      contentBefore(region, behind),
      region.cut(phrase.to + 1, clauseEnd(region, phrase.to + 1, false)),
    );
  const start = contentStart(cue, phrase.to, false);
  const answersQuote = region.isQuote(behind) && !region.in(start, THAT) && !region.isQuote(start);
  return present(answersQuote || after === null ? contentBefore(region, behind) : after);
}

/** The stretches that are there, of one or two. */
function present(first: Span | null, second: Span | null = null): Span[] {
  if (first === null) return second === null ? [] : [second];
  return second === null ? [first] : [first, second];
}

/** The subject of a passive ("The plan was praised") and what it is said to be or do ("... as a gift"), or what it is told. */
function aroundPassive({ region, from }: Cue, phrase: ItemRange): Span[] {
  const start = passiveStart(region, phrase.to);
  const after = start < 0 ? null : region.cut(start, clauseEnd(region, start, true));
  const isTold = region.in(from, TOLD) || (start >= 0 && beginsClause(region, start));
  if (isTold) return present(after);
  const subject = phraseBefore(region, phrase.from);
  return present(region.cut(subject.from, subject.to), after);
}

/** The item at which a passive goes on past its adverbs and its agent, or -1. */
function passiveStart(region: Region, to: number): number {
  const next = region.skip(to, 1);
  if (region.is(next, "by")) {
    for (let k = next + 1; k < next + REACH && region.isWord(k); k++) {
      if (region.in(k, PASSIVE_LINK_THAT)) return k;
    }
    return -1;
  }
  if (region.in(next, ADJUNCT) && !region.in(next, PASSIVE_LINK_THAT)) return -1;
  return region.isWord(next) || region.isQuote(next) ? next : -1;
}

/** Whether a cue and its subject stand aside: "As the Herald reported, ...". */
function isAside({ region }: Cue, phrase: ItemRange, first: number): boolean {
  const isAs = region.is(first - 1, "as") && (first === 1 || region.isMark(first - 2, ","));
  return isAs && !region.isWord(phrase.to) && !region.isQuote(phrase.to);
}

/** The content after a cue, or null. */
function contentAfter(cue: Cue, reading: Reading, phrase: ItemRange, first: number): Span | null {
  const { region } = cue;
  // "The toll that they opposed is old": the outlet goes on, and the object stands before.
  if (cue.class === "object" && region.in(phrase.to, FINITE)) return null;
  const narrow = NARROW.has(cue.class) || reading === "noun";
  const start = contentStart(cue, phrase.to, narrow);
  if (start < 0) return null;
  const end = clauseEnd(region, start, narrow);
  return region.cut(start, isEnclosed(cue, phrase, first) ? commaAfter(region, start, end) : end);
}

/** Whether a cue stands in a clause that a comma closes: one that opens its sentence, or ", who praised the plan,". */
function isEnclosed({ region }: Cue, phrase: ItemRange, first: number): boolean {
  if (phrase.from === 0) return true;
  if (region.in(first - 1, OPENER)) return first <= 2 || region.isMark(first - 2, ",");
  const relative = region.in(first - 1, RELATIVE) ? first - 1 : phrase.from - 1;
  return region.in(relative, RELATIVE) && region.isMark(relative - 1, ",");
}

/** The item after a cue at which its content begins, past to whom, when and where it was said; -1 for none. */
function contentStart({ region, to: end, class: kind }: Cue, to: number, narrow: boolean): number {
  if (region.in(end - 1, ADDRESSEE_VERB)) return afterAddressee(region, to);
  const start = kind === "object" ? region.skip(to, 1, DAY) : skipOccasion(region, to);
  if (region.isMark(start, ",") && region.isQuote(start + 1)) return start + 1;
  if (!narrow && region.in(start, ADJUNCT) && !beginsInfinitive(region, start))
    return complementStart(region, start, THAT);
  if (kind === "clause" && start > to && !region.isWord(start) && !region.isQuote(start)) return -1;
  const open = region.isWord(start) || region.isQuote(start) || region.isMark(start, ":");
  return open ? start : -1;
}

/** Whether "to" stands before a verb, not before a person: "pledged to pay", "said to the crowd". */
function beginsInfinitive(region: Region, k: number): boolean {
  const isTo = region.is(k, "to") && region.isWord(k + 1);
  return isTo && !region.isCapital(k + 1) && !region.in(k + 1, DETERMINER_RECIPIENT);
}

/** After "told" and to whom: the clause, also after a comma or with its own possessive ("told the club her team had left"). */
function afterAddressee(region: Region, k: number): number {
  const start = complementStart(region, k, THAT_CLAUSE_SUBJECT_TO);
  if (start >= 0) return start;
  for (let i = k + 1; i < k + REACH; i++) {
    if (region.in(i, POSSESSIVE)) return i;
    if (!region.isWord(i)) return region.isMark(i, ",") && region.isWord(i + 1) ? i + 1 : -1;
  }
  return -1;
}

/** The first item from k on that begins a clause: a quotation, a colon, or a word of the set. */
function complementStart(region: Region, k: number, set: WordSet): number {
  for (let i = k; i < k + REACH && i < region.size; i++) {
    if (region.isQuote(i) || region.in(i, set) || region.isMark(i, ":")) return i;
    if (!region.isWord(i)) return -1;
  }
  return -1;
}

/** Past recipients, weekdays and occasions: "reporters on Monday", "in a statement". */
function skipOccasion(region: Region, k: number): number {
  let at = k;
  for (;;) {
    const last = region.in(at + 2, SPEECH_NOUN) ? at + 2 : at + 3;
    if (region.in(at, RECIPIENT_WEEKDAY) || region.isAdverb(at)) at++;
    else if (region.in(at, OCCASION) && region.in(at + 1, RECIPIENT_WEEKDAY)) at += 2;
    else if (
      region.in(at, OCCASION) &&
      region.in(at + 1, DETERMINER) &&
      region.in(last, SPEECH_NOUN)
    )
      at = last + 1;
    else return at;
  }
}

/** The comma or quotation after which a source stands ("..., she said"), or -1. */
function precedingEnd(region: Region, sourceStart: number): number {
  const before = sourceStart - 1;
  if (before < 0) return -1;
  return region.isMark(before, ",") || region.isQuote(before) ? before : -1;
}

/** The words before a cue that stands behind: a quotation that is a sentence of its own, else all back to the start. */
function contentBefore(region: Region, behind: number): Span | null {
  if (!region.isQuote(behind)) return region.cut(0, behind);
  return region.cut(region.opensSentence(behind) ? behind : 0, behind + 1);
}

/** What stands around a phrase or an aside of items [from, to): before it, and after its comma. */
function aroundPhrase(region: Region, from: number, to: number): Span[] {
  let comma = to;
  if (from <= 1) while (comma < region.size && !region.isMark(comma, ",")) comma++;
  const isClosed = region.isMark(comma, ",");
  const after = isClosed ? region.cut(comma + 1, clauseEnd(region, comma + 1, false)) : null;
  if (from <= 1) return present(after);
  const end = region.isWord(from - 1) || region.isQuote(from - 1) ? from : from - 1;
  return present(region.cut(0, end), after);
}
