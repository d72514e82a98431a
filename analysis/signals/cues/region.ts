import type { TextIndex } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import type { Words } from "./words.ts";

/** The text of an item that stands for a whole quotation. */
export const QUOTE = '"';

/**
 * A stretch in which a cue, its source and its content are looked for: a sentence outside quotations, or a
 * sentence within one. It is a list of items: a token each, or a whole deeper quotation with its marks.
 */
export class Region {
  readonly words: Words;
  /** Offsets of the stretch. */
  readonly span: Span;
  /** By item: its first and last token. */
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private readonly quotes: boolean[] = [];

  constructor(words: Words, span: Span, items: { first: number; last: number; quote: boolean }[]) {
    this.words = words;
    this.span = span;
    for (const { first, last, quote } of items) {
      this.first.push(first);
      this.last.push(last);
      this.quotes.push(quote);
    }
  }

  get size(): number {
    return this.first.length;
  }

  /** The item that holds a token, or -1. */
  itemOf(token: number): number {
    return this.last.findIndex((last, k) => last >= token && (this.first[k] ?? 0) <= token);
  }

  isQuote(k: number): boolean {
    return this.quotes[k] === true;
  }

  private tokenAt(k: number): number {
    return this.isQuote(k) ? -1 : (this.first[k] ?? -1);
  }

  at(k: number): string {
    return this.isQuote(k) ? QUOTE : this.words.at(this.tokenAt(k));
  }

  in(k: number, ...lists: readonly string[]): boolean {
    return this.words.in(this.tokenAt(k), ...lists);
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
    return this.words.start(this.first[k] ?? this.words.count);
  }

  end(k: number): number {
    return this.words.end(this.last[k] ?? this.words.count);
  }

  /** Offsets from the start of item k to the end of the item before `to`, or null where there are none. */
  cut(k: number, to: number): Span | null {
    return k < to && k >= 0 ? { start: this.start(k), end: this.end(to - 1) } : null;
  }

  /** The first item, from k on in a direction, that is no adverb and in none of the lists. */
  skip(k: number, step: 1 | -1, ...lists: readonly string[]): number {
    let at = k;
    while (this.in(at, ...lists) || this.isAdverb(at)) at += step;
    return at;
  }
}

/** Index of the innermost quotation that holds each token (marks belong to the enclosing one), or -1. */
export function quotationOfTokens({ tokens, quotations }: TextIndex): Int32Array {
  const holders = new Int32Array(tokens.count).fill(-1);
  let open = -1;
  let next = 0;
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0;
    while (open >= 0 && start >= (quotations[open]?.end ?? 0))
      open = quotations[open]?.parent ?? -1;
    while (next < quotations.length && (quotations[next]?.start ?? 0) <= start) {
      if (start < (quotations[next]?.end ?? 0)) open = next;
      next++;
    }
    holders[i] = open;
  }
  return holders;
}

/** Gives out the regions of one part; neighbours of a cue share one. */
export class Regions {
  private readonly words: Words;
  private readonly holders: Int32Array;
  private known: Region | null = null;
  private knownHolder = -1;

  constructor(words: Words) {
    this.words = words;
    this.holders = quotationOfTokens(words.index);
  }

  /** The region of a token: its sentence, within the quotation that holds it. */
  of(token: number): Region {
    const holder = this.holders[token] ?? -1;
    const at = this.words.start(token);
    const { known } = this;
    if (known && this.knownHolder === holder && known.span.start <= at && at < known.span.end)
      return known;
    const region = this.build(sentenceAt(this.words.index, at), holder);
    this.known = region;
    this.knownHolder = holder;
    return region;
  }

  /** Whether a token stands inside a quotation. */
  isQuoted(token: number): boolean {
    return (this.holders[token] ?? -1) >= 0;
  }

  private build(span: Span, holder: number): Region {
    const { tokens } = this.words.index;
    const items: { first: number; last: number; quote: boolean }[] = [];
    let shown = -1;
    for (let i = firstTokenAt(tokens.starts, tokens.count, span.start); i < tokens.count; i++) {
      if (this.words.start(i) >= span.end) break;
      const child = this.childOf(holder, this.holders[i] ?? -1);
      const open = items.at(-1);
      if (child === null) continue;
      if (child < 0) {
        if (shown >= 0 && open && this.closes(shown, i)) open.last = i;
        else items.push({ first: i, last: i, quote: false });
        shown = -1;
      } else if (child === shown && open) open.last = i;
      else {
        const first = open && !open.quote && this.opens(child, open.last) ? open.last : i;
        if (first < i) items.pop();
        items.push({ first, last: i, quote: true });
        shown = child;
      }
    }
    return new Region(this.words, span, items);
  }

  /** The quotation directly inside one holder that another is or lies in; -1 for the holder itself, null for outside. */
  private childOf(holder: number, inner: number): number | null {
    let child = -1;
    let at = inner;
    while (at !== holder) {
      if (at < 0) return null;
      child = at;
      at = this.words.index.quotations[at]?.parent ?? -1;
    }
    return child;
  }

  private opens(quotation: number, token: number): boolean {
    const span = this.words.index.quotations[quotation];
    return span !== undefined && span.openWidth > 0 && this.words.end(token) === span.start;
  }

  private closes(quotation: number, token: number): boolean {
    const span = this.words.index.quotations[quotation];
    return span !== undefined && span.closeWidth > 0 && this.words.start(token) === span.end;
  }
}

function firstTokenAt(starts: Int32Array, count: number, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence that holds an offset, or the whole text where none does. */
function sentenceAt({ sentences, text }: TextIndex, offset: number): Span {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= offset ? sentence : { start: offset, end: text.length };
}
