import { PUNCTUATION, WORD } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import { EDGE, type Items, QUOTATION } from "./items.ts";
import { NO_WORDS, type WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

/** A title has this many words or more, and this share of its first ones is capitalised. */
const SHORTEST_TITLE = 4;
const TITLE_SHARE = 0.7;
const TITLE_SAMPLE = 12;
const LONGEST_ABBREVIATION = 5;

/** Items [from, to) of a region. */
export interface ItemRange {
  from: number;
  to: number;
}

/**
 * The stretch in which a cue, its source and its content are looked for: a sentence as a list of items, where each
 * outermost quotation is one item. Items are named by position; one up to EDGE out of range is no word and in no list. A
 * region can be read until Regions gives out the next.
 */
export class Region {
  readonly words: Words;
  /** Offsets of the stretch. */
  readonly span: Span;
  readonly size: number;
  private readonly sets: Int32Array;
  private readonly kinds: Uint8Array;
  private readonly ids: Int32Array;
  private readonly firsts: Int32Array;
  private title: boolean | undefined;

  constructor(words: Words, span: Span, { size, kinds, ids, firsts }: Items) {
    this.words = words;
    this.span = span;
    this.size = size;
    this.sets = words.sets;
    this.kinds = kinds;
    this.ids = ids;
    this.firsts = firsts;
  }

  /** The item that holds a token, below 0 for none. */
  itemOf(token: number): number {
    const { firsts, size } = this;
    if (token >= (firsts[size] as number)) return -1;
    // The quotations before it, each one item, are what it may be nearer to the start.
    let k = Math.min(token - (firsts[0] as number), size - 1);
    while (k >= 0 && (firsts[k] as number) > token) k--;
    return k;
  }

  isQuote(k: number): boolean {
    return this.kinds[k + EDGE] === QUOTATION;
  }

  /** Whether a quotation begins with a capital: then it is a sentence of its own. */
  opensSentence(k: number): boolean {
    const first = this.firstToken(k);
    return (
      first < this.lastToken(k) && (this.words.isCapital(first) || this.words.isCapital(first + 1))
    );
  }

  /** Whether a quotation ends in a comma, as in “safe,” she said. */
  endsInComma(k: number): boolean {
    return this.isQuote(k) && this.words.is(this.lastToken(k) - 1, ",");
  }

  /** The token of an item; the first of a quotation's. */
  firstToken(k: number): number {
    return k >= 0 && k < this.size ? (this.firsts[k] as number) : -1;
  }

  private lastToken(k: number): number {
    return k >= 0 && k < this.size ? (this.firsts[k + 1] as number) - 1 : -1;
  }

  /** The mark that an item is, "" for a word or a quotation. */
  mark(k: number): string {
    return this.isAnyMark(k) ? this.words.mark(this.firsts[k] as number) : "";
  }

  /** Whether an item is a mark of one code unit. */
  isMark(k: number, mark: string): boolean {
    return this.isAnyMark(k) && this.words.unit(this.firsts[k] as number) === mark.charCodeAt(0);
  }

  private isAnyMark(k: number): boolean {
    return this.kinds[k + EDGE] === PUNCTUATION;
  }

  /** Whether an item is a word amid others, as most are: no mark or quotation, nor the word after a quotation. */
  isAmidWords(k: number): boolean {
    return this.isWord(k) && !this.isQuote(k - 1);
  }

  /** Whether an item is a word, given in lower case. */
  is(k: number, word: string): boolean {
    return this.isWord(k) && this.words.is(this.firsts[k] as number, word);
  }

  /** Whether an item is the first word of a phrase in lower case. */
  isFirstOf(k: number, phrase: string): boolean {
    return this.isWord(k) && this.words.isFirstOf(this.firsts[k] as number, phrase);
  }

  /** Whether an item is a word that ends in some letters, given in lower case. */
  endsWith(k: number, ending: string): boolean {
    return this.isWord(k) && this.words.endsWith(this.firsts[k] as number, ending);
  }

  /** Whether an item is a word that ends as most plurals do. */
  endsAsPlural(k: number): boolean {
    return this.isWord(k) && this.words.endsAsPlural(this.firsts[k] as number);
  }

  in(k: number, set: WordSet): boolean {
    return set.has(this.sets, this.ids[k + EDGE] as number);
  }

  isWord(k: number): boolean {
    return this.kinds[k + EDGE] === WORD;
  }

  isCapital(k: number): boolean {
    return this.isWord(k) && this.words.isCapital(this.firsts[k] as number);
  }

  /** Whether an item ends in an apostrophe and s, or is the apostrophe after an s. */
  isPossessive(k: number): boolean {
    if (this.endsWith(k, "'s")) return true;
    return (this.isMark(k, "'") || this.isMark(k, "’")) && this.endsWith(k - 1, "s");
  }

  /** Whether item k is the point of an abbreviation: "Mr.", "James B.", "Sen.". */
  isAbbreviation(k: number): boolean {
    if (!this.isMark(k, ".") || !this.isCapital(k - 1) || k + 1 >= this.size) return false;
    return this.end(k - 1) - this.start(k - 1) <= LONGEST_ABBREVIATION;
  }

  /** The commonest part of speech of the word that an item is, as a Penn tag. */
  tag(k: number): string {
    return this.words.tag(this.firsts[k] as number);
  }

  isAdverb(k: number): boolean {
    return this.isWord(k) && this.words.isAdverb(this.firsts[k] as number);
  }

  start(k: number): number {
    return this.words.start(this.firstToken(k));
  }

  end(k: number): number {
    return this.words.end(this.lastToken(k));
  }

  /** Whether its words are capitalised as in a headline, so that a capital says nothing. */
  isTitle(): boolean {
    this.title ??= this.looksLikeTitle();
    return this.title;
  }

  private looksLikeTitle(): boolean {
    let words = 0;
    let capitals = 0;
    for (let k = 0; k < this.size && words < TITLE_SAMPLE; k++) {
      if (!this.isWord(k)) continue;
      words++;
      if (this.isCapital(k)) capitals++;
    }
    return words >= SHORTEST_TITLE && capitals >= TITLE_SHARE * words;
  }

  /** Offsets from the start of item k to the end of the item before `to`, or null where there are none. */
  cut(k: number, to: number): Span | null {
    return k < to && k >= 0 ? { start: this.start(k), end: this.end(to - 1) } : null;
  }

  /** The first item, from k on in a direction, that is no adverb and not in the set. */
  skip(k: number, step: 1 | -1, set = NO_WORDS): number {
    let at = k;
    while (this.in(at, set) || this.isAdverb(at)) at += step;
    return at;
  }
}
