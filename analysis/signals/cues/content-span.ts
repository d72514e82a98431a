import type { Span } from "../../types.ts";
import type { Cue, Reading } from "./cue-reading.ts";
import type { Region } from "./region.ts";
import { WordSet } from "./word-set.ts";

const ADDRESSEE_VERB = new WordSet("addressee_verb");
const ADJUNCT = new WordSet("adjunct");
const BE_HAVE_MODAL = new WordSet("be", "have", "modal");
const CONTRAST = new WordSet("contrast");
const DETERMINER = new WordSet("determiner");
const OCCASION = new WordSet("occasion");
const POSSESSIVE = new WordSet("possessive");
const RECIPIENT_WEEKDAY = new WordSet("recipient", "weekday");
const SPEECH_NOUN = new WordSet("speech_noun");
const SUBORDINATOR_CLAUSE_SUBJECT = new WordSet("subordinator", "clause_subject");
const THAT = new WordSet("that");
const THAT_CLAUSE_SUBJECT_TO = new WordSet("that", "clause_subject", "to");

/** How far after a cue its content may begin, in items ("told the crowd in the square on Monday that ..."). */
const REACH = 9;

/** Classes whose content is mostly an object or an infinitive: it ends before a clause set off by a comma. */
const NARROW: ReadonlySet<string> = new Set(["object", "view", "intent", "infinitive", "noun"]);

/**
 * The words that a cue attributes, or null. Content of an attribution = the rest of the clause:
 * - after "X said (that)", up to the sentence's end, a semicolon, or a comma with a contrast (", but");
 * - before ", X said" and ", said X", back to the sentence's start, or the quotation alone where it is a whole sentence;
 * - after a verb or noun that takes an object ("praised the plan"), up to a dash, a bracket, or a comma with a clause;
 * - after "according to X,", or before "..., according to X": the rest of the sentence.
 */
export function contentOf(cue: Cue, reading: Reading, sourceStart: number): Span | null {
  const { region, from } = cue;
  if (reading === "phrase") return aroundPhrase(cue);
  if (reading === "inverted") return contentBefore(region, from - 1);
  const narrow = NARROW.has(cue.class) || reading === "noun";
  const start = contentStart(cue, narrow);
  const after = start < 0 ? null : region.cut(start, clauseEnd(region, start, narrow));
  if (reading === "noun" || reading === "participle") return after;
  const behind = precedingEnd(region, sourceStart);
  if (behind < 0) return after;
  if (region.mark(cue.to) === ",") return aroundCommas(cue, behind);
  const answersQuote = region.isQuote(behind) && !region.in(start, THAT) && !region.isQuote(start);
  return answersQuote || after === null ? contentBefore(region, behind) : after;
}

/**
 * The content around a cue set between commas: what goes on where it begins with the verb ("The road, she said, was
 * closed"), else the longer part.
 */
function aroundCommas({ region, to }: Cue, behind: number): Span | null {
  const before = contentBefore(region, behind);
  const after = region.cut(to + 1, clauseEnd(region, to + 1, false));
  if (before === null || after === null) return before ?? after;
  if (region.in(to + 1, BE_HAVE_MODAL)) return after;
  return after.end - after.start > before.end - before.start ? after : before;
}

/** The item after a cue at which its content begins, past to whom, when and where it was said; -1 for none. */
function contentStart({ region, to, class: kind }: Cue, narrow: boolean): number {
  if (region.in(to - 1, ADDRESSEE_VERB)) return afterAddressee(region, to);
  const start = skipOccasion(region, to);
  if (region.mark(start) === "," && region.isQuote(start + 1)) return start + 1;
  if (!narrow && region.in(start, ADJUNCT)) return complementStart(region, start, THAT);
  if (kind === "clause" && start > to && !region.isWord(start) && !region.isQuote(start)) return -1;
  const open = region.isWord(start) || region.isQuote(start) || region.mark(start) === ":";
  return open ? start : -1;
}

/** After "told" and to whom: the clause, also after a comma or with its own possessive ("told the club her team had left"). */
function afterAddressee(region: Region, k: number): number {
  const start = complementStart(region, k, THAT_CLAUSE_SUBJECT_TO);
  if (start >= 0) return start;
  for (let i = k + 1; i < k + REACH; i++) {
    if (region.in(i, POSSESSIVE)) return i;
    if (!region.isWord(i)) return region.mark(i) === "," && region.isWord(i + 1) ? i + 1 : -1;
  }
  return -1;
}

/** The first item from k on that begins a clause: a quotation, a colon, or a word of the set. */
function complementStart(region: Region, k: number, set: WordSet): number {
  for (let i = k; i < k + REACH && i < region.size; i++) {
    if (region.isQuote(i) || region.in(i, set) || region.mark(i) === ":") return i;
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

/** Where a clause that begins at item k ends: the item after its last. */
function clauseEnd(region: Region, k: number, narrow: boolean): number {
  const wide = region.next(k, endsClause);
  const stop = narrow ? Math.min(wide, region.next(k + 1, endsObject)) : wide;
  return stop < region.size ? stop : trimEnd(region, k, region.size);
}

/** Whether a clause ends before an item: a semicolon, or a comma with a contrast. */
function endsClause(region: Region, i: number): boolean {
  const mark = region.mark(i);
  return mark === ";" || (mark === "," && region.in(i + 1, CONTRAST));
}

/** Whether an object ends before an item. */
function endsObject(region: Region, i: number): boolean {
  return NARROW_ENDS.has(region.mark(i)) || endsList(region, i);
}

const NARROW_ENDS: ReadonlySet<string> = new Set(["—", "–", "("]);

/** Whether a comma ends an object: a clause or a phrase of its own comes after it; in a list ("the cook, the guard") none does. */
function endsList(region: Region, comma: number): boolean {
  if (region.mark(comma) !== ",") return false;
  const next = comma + 1;
  return region.in(next, SUBORDINATOR_CLAUSE_SUBJECT) || region.at(next).endsWith("ing");
}

/** Leaves the sentence's closing marks out. */
function trimEnd(region: Region, from: number, to: number): number {
  let end = to;
  while (end > from && !region.isWord(end - 1) && !region.isQuote(end - 1)) end--;
  return end;
}

/** The comma or quotation after which a source stands ("..., she said"), or -1. */
function precedingEnd(region: Region, sourceStart: number): number {
  const before = sourceStart - 1;
  if (before < 0) return -1;
  return region.mark(before) === "," || region.isQuote(before) ? before : -1;
}

/** The words before a cue that stands behind: a quotation that is a sentence of its own, else all back to the start. */
function contentBefore(region: Region, behind: number): Span | null {
  if (!region.isQuote(behind)) return region.cut(0, behind);
  return region.cut(region.opensSentence(behind) ? behind : 0, behind + 1);
}

function aroundPhrase({ region, from, to }: Cue): Span | null {
  if (from <= 1) {
    let comma = to;
    while (comma < region.size && region.at(comma) !== ",") comma++;
    return region.cut(comma + 1, trimEnd(region, comma + 1, region.size));
  }
  const end = region.isWord(from - 1) || region.isQuote(from - 1) ? from : from - 1;
  return region.cut(0, end);
}
