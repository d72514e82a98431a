import type { Region } from "./region.ts";
import { NO_WORDS, WordSet } from "./word-set.ts";

const CONTRAST = new WordSet("contrast");
const COORDINATOR = new WordSet("coordinator");
const SUBORDINATOR_CLAUSE_SUBJECT = new WordSet("subordinator", "clause_subject");
const VERB = new WordSet("be", "have", "modal", "clause_subject");

/** Marks at which an object ends. */
const OBJECT_ENDS: ReadonlySet<string> = new Set(["—", "–", "-", "("]);

/**
 * Finds the first item, from one on, for which a test holds, and keeps the last answer. Cues ask from left to right, mostly
 * for the item known already: looking from each to the region's end would take long in a region of nothing but cues.
 */
class NextItem {
  private readonly test: (region: Region, k: number) => boolean;
  private readonly words: WordSet;
  private region: Region | null = null;
  private from = 0;
  private found = 0;

  /** Words amid words are tested only if they are in a set: others end nothing. */
  constructor(test: (region: Region, k: number) => boolean, words = NO_WORDS) {
    this.test = test;
    this.words = words;
  }

  /** The item, or the number of items where there is none. */
  find(region: Region, from: number): number {
    if (region === this.region && this.from <= from && from <= this.found) return this.found;
    let at = from;
    while (at < region.size && !this.holds(region, at)) at++;
    this.region = region;
    this.from = from;
    this.found = at;
    return at;
  }

  private holds(region: Region, k: number): boolean {
    return (!region.isAmidWords(k) || region.in(k, this.words)) && this.test(region, k);
  }
}

const nextComma = new NextItem((region, k) => afterComma(region, k) >= 0);
const nextClauseEnd = new NextItem(endsClause);
const nextObjectEnd = new NextItem(endsObject, COORDINATOR);

/**
 * Where a clause that begins at item k ends: the item after its last. A narrow one is the object of a verb or noun
 * ("praised the plan"), and ends before a clause of its own.
 */
export function clauseEnd(region: Region, k: number, narrow: boolean): number {
  const wide = nextClauseEnd.find(region, k);
  const stop = narrow ? Math.min(wide, nextObjectEnd.find(region, k + 1)) : wide;
  return stop < region.size ? stop : trimEnd(region, k, region.size);
}

/** The first comma from an item on, or the end. */
export function commaAfter(region: Region, start: number, end: number): number {
  return Math.min(nextComma.find(region, start + 1), end);
}

/** Whether a clause ends before an item: a semicolon, or a comma with a contrast. */
function endsClause(region: Region, i: number): boolean {
  return region.isMark(i, ";") || region.in(afterComma(region, i), CONTRAST);
}

/** The item after a comma that item i is, or that closes the quotation before it ("... a trick,” but"), or -1. */
function afterComma(region: Region, i: number): number {
  if (region.isMark(i, ",")) return i + 1;
  return region.endsInComma(i - 1) ? i : -1;
}

/** Whether an object ends before an item. */
function endsObject(region: Region, i: number): boolean {
  return OBJECT_ENDS.has(region.mark(i)) || endsList(region, i) || joinsVerb(region, i);
}

/** Whether a comma ends an object: a clause or a phrase of its own comes after it; in a list ("the cook, the guard") none does. */
function endsList(region: Region, i: number): boolean {
  const next = afterComma(region, i);
  if (next < 0) return false;
  return region.in(next, SUBORDINATOR_CLAUSE_SUBJECT) || region.endsWith(next, "ing");
}

/** Whether "and" or "but" goes on with another verb: "praised the plan and has signed it". */
function joinsVerb(region: Region, i: number): boolean {
  if (!region.in(i, COORDINATOR)) return false;
  const next = region.skip(i + 1, 1);
  return region.in(next, VERB) || region.endsWith(next, "ed");
}

/** Leaves the sentence's closing marks out. */
function trimEnd(region: Region, from: number, to: number): number {
  let end = to;
  while (end > from && !region.isWord(end - 1) && !region.isQuote(end - 1)) end--;
  return end;
}
