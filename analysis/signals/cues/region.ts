import { sentenceAt, tokenAt } from "../../text/index-text.ts";
import type { QuotationSpan } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import { NO_WORDS, type WordSet } from "./word-set.ts";
import type { Words } from "./words.ts";

/** The text of an item that stands for a whole quotation. */
const QUOTE = '"';

/** Longest stretch that is looked at as one, in tokens: keeps time linear where a text has no sentence ends. */
const LONGEST = 400;

/** A title has this many words or more, and this share of its first ones is capitalised. */
const SHORTEST_TITLE = 4;
const TITLE_SHARE = 0.7;
const TITLE_SAMPLE = 12;

/** Items [from, to) of a region. */
export interface ItemRange {
  from: number;
  to: number;
}

/**
 * By position: a token, or a whole quotation with its marks: its first and last token, and whether it is a quotation.
 * Three lists of numbers: an object for each token was the dearest part of a region.
 */
interface Items {
  first: number[];
  last: number[];
  isQuote: boolean[];
}

/**
 * The stretch in which a cue, its source and its content are looked for: a sentence as a list of items, where each
 * outermost quotation is one item. Items are named by position; one out of range is no word and in no list.
 */
export class Region {
  readonly words: Words;
  /** Offsets of the stretch. */
  readonly span: Span;
  readonly size: number;
  /** Null where no quotation is in the stretch, as in most: then item k is token base + k, and nothing is laid out. */
  private readonly items: Readonly<Items> | null;
  private readonly base: number;
  private title: boolean | undefined;
  /** By test: from which item on it was asked last, and the first one for which it holds. */
  private readonly nexts = new Map<(region: Region, k: number) => boolean, Span>();

  constructor(words: Words, span: Span, tokens: Span, items: Items | null) {
    this.words = words;
    this.span = span;
    this.items = items;
    this.base = tokens.start;
    this.size = items === null ? tokens.end - tokens.start : items.first.length;
  }

  /** The item that holds a token, or -1. */
  itemOf(token: number): number {
    if (this.items === null) {
      const k = token - this.base;
      return k < this.size ? k : -1;
    }
    const { first, last } = this.items;
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((first[middle] as number) <= token) low = middle + 1;
      else high = middle;
    }
    return low > 0 && token <= (last[low - 1] as number) ? low - 1 : -1;
  }

  isQuote(k: number): boolean {
    return this.items !== null && k >= 0 && this.items.isQuote[k] === true;
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
    return this.isQuote(k) && this.words.mark(this.lastToken(k) - 1) === ",";
  }

  /** The token of an item; the first of a quotation's. */
  firstToken(k: number): number {
    // An index below 0 would be looked up as a name, which is slow.
    if (k < 0 || k >= this.size) return -1;
    return this.items === null ? this.base + k : (this.items.first[k] as number);
  }

  private lastToken(k: number): number {
    if (k < 0 || k >= this.size) return -1;
    return this.items === null ? this.base + k : (this.items.last[k] as number);
  }

  private tokenAt(k: number): number {
    return this.isQuote(k) ? -1 : this.firstToken(k);
  }

  at(k: number): string {
    return this.isQuote(k) ? QUOTE : this.words.at(this.tokenAt(k));
  }

  /** The mark that item k is, "" for a word or a quotation. */
  mark(k: number): string {
    return this.words.mark(this.tokenAt(k));
  }

  in(k: number, set: WordSet): boolean {
    return this.words.in(this.tokenAt(k), set);
  }

  isWord(k: number): boolean {
    return this.words.isWord(this.tokenAt(k));
  }

  isCapital(k: number): boolean {
    return this.words.isCapital(this.tokenAt(k));
  }

  isAdverb(k: number): boolean {
    return this.words.isAdverb(this.tokenAt(k));
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

  /**
   * The first item from k on for which a test holds, or the number of items. Cues ask from left to right, mostly for the one
   * known already: looking from each to the region's end would take long in a region of nothing but cues.
   */
  next(k: number, test: (region: Region, k: number) => boolean): number {
    const known = this.nexts.get(test);
    if (known && known.start <= k && k <= known.end) return known.end;
    let at = k;
    while (at < this.size && !test(this, at)) at++;
    this.nexts.set(test, { start: k, end: at });
    return at;
  }

  /** The first item, from k on in a direction, that is no adverb and not in the set. */
  skip(k: number, step: 1 | -1, set = NO_WORDS): number {
    let at = k;
    while (this.in(at, set) || this.isAdverb(at)) at += step;
    return at;
  }
}

/** Gives out the regions of one part; neighbours of a cue share one. */
export class Regions {
  private readonly words: Words;
  /** The outermost quotations of the part, in order: none overlap. */
  private readonly quotations: readonly QuotationSpan[];
  private known: Region | null = null;

  constructor(words: Words) {
    this.words = words;
    this.quotations = words.index.quotations.filter(({ depth }) => depth === 0);
  }

  /** The region of a token outside quotations, or null for one inside: there the source speaks. */
  of(token: number): Region | null {
    const at = this.words.start(token);
    if (this.quotationAt(at) >= 0) return null;
    const { known } = this;
    if (known && known.span.start <= at && at < known.span.end) return known;
    this.known = this.build(this.spanOf(token));
    return this.known;
  }

  /** The sentence of a token; of a very long one the stretch of LONGEST tokens that holds it. */
  private spanOf(token: number): Span {
    const { index } = this.words;
    const at = this.words.start(token);
    const span = index.sentences[sentenceAt(index, at)] ?? { start: 0, end: index.text.length };
    const first = tokenAt(index, span.start);
    const chunk = token - ((token - first) % LONGEST);
    const start = Math.max(span.start, this.words.start(chunk));
    return { start, end: Math.min(span.end, this.words.end(chunk + LONGEST - 1)) };
  }

  /** Index of the first outermost quotation that ends after an offset. */
  private nextQuotation(offset: number): number {
    let low = 0;
    let high = this.quotations.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.quotations[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private quotationAt(offset: number): number {
    const next = this.nextQuotation(offset);
    const span = this.quotations[next];
    return span && span.start <= offset ? next : -1;
  }

  private build(span: Span): Region {
    const from = tokenAt(this.words.index, span.start);
    const to = tokenAt(this.words.index, span.end);
    const next = this.nextQuotation(span.start);
    const quotation = this.quotations[next];
    const isPlain = quotation === undefined || quotation.start - quotation.openWidth >= span.end;
    // Just before the stretch a quotation may end whose closing mark is in it.
    const before = next === 0 ? undefined : this.quotations[next - 1];
    const isClear = isPlain && (before === undefined || before.end < span.start);
    const tokens = { start: from, end: to };
    return new Region(this.words, span, tokens, isClear ? null : this.layOut(tokens, next));
  }

  /** The items of the tokens from one up to another, where the first quotation that may be among them is known. */
  private layOut(tokens: Span, nextQuotation: number): Items {
    const items: Items = { first: [], last: [], isQuote: [] };
    let next = nextQuotation;
    let open = -1;
    for (let i = tokens.start; i < tokens.end; i++) {
      const start = this.words.start(i);
      while ((this.quotations[next]?.end ?? Infinity) + this.closeWidth(next) <= start) next++;
      const quotation = this.quotations[next];
      const inside = quotation !== undefined && quotation.start - quotation.openWidth <= start;
      if (inside && open === next) {
        items.last[items.last.length - 1] = i;
        continue;
      }
      items.first.push(i);
      items.last.push(i);
      items.isQuote.push(inside);
      open = inside ? next : -1;
    }
    return items;
  }

  private closeWidth(quotation: number): number {
    return this.quotations[quotation]?.closeWidth ?? 0;
  }
}
