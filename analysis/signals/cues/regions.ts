import type { QuotationSpan } from "../../text/text-index.ts";
import type { Span } from "../../types.ts";
import { Items, LONGEST } from "./items.ts";
import { Region } from "./region.ts";
import type { Words } from "./words.ts";

/** The same for all: parts are read one after the other, and a region before the next is asked for. */
const items = new Items();

/** Gives out the regions of one part to its cues, which ask from left to right; neighbours share one. */
export class Regions {
  private readonly words: Words;
  /** The outermost quotations of the part, in order: none overlap. */
  private readonly quotations: readonly QuotationSpan[];
  private known: Region | null = null;
  // Of the token asked for last: the first quotation that ends after its start, its sentence, and that one's first token.
  private quotation = 0;
  private sentence = 0;
  private firstToken = 0;

  constructor(words: Words) {
    this.words = words;
    this.quotations = words.index.quotations.filter(({ depth }) => depth === 0);
  }

  /** The region of a token outside quotations, or null for one inside: there the source speaks. */
  of(token: number): Region | null {
    const at = this.words.start(token);
    const quotation = this.nextQuotation(at);
    if (quotation !== undefined && quotation.start <= at) return null;
    const { known } = this;
    if (known && known.span.start <= at && at < known.span.end) return known;
    this.known = this.build(token, this.sentenceOf(token));
    return this.known;
  }

  /** The first quotation that ends after an offset. */
  private nextQuotation(at: number): QuotationSpan | undefined {
    let quotation = this.quotations[this.quotation];
    while (quotation !== undefined && quotation.end <= at) {
      quotation = this.quotations[++this.quotation];
    }
    return quotation;
  }

  /** The sentence of a token, or the whole text after the last one; notes the sentence's first token. */
  private sentenceOf(token: number): Span {
    const { sentences, text } = this.words.index;
    const at = this.words.start(token);
    let next = this.sentence;
    while (next < sentences.length && (sentences[next] as Span).end <= at) next++;
    const span = sentences[next] ?? { start: 0, end: text.length };
    if (next > this.sentence || this.known === null) {
      this.firstToken = this.words.firstEndingAfter(span.start, token);
    }
    this.sentence = next;
    return span;
  }

  /** The region of a token: its sentence, or of a very long one the stretch of LONGEST tokens that holds it. */
  private build(token: number, sentence: Span): Region {
    const { words } = this;
    const from = token - ((token - this.firstToken) % LONGEST);
    const start = Math.max(sentence.start, words.start(from));
    const end = Math.min(sentence.end, words.end(from + LONGEST - 1));
    this.layOut(start, from, words.firstEndingAfter(end, token));
    return new Region(words, { start, end }, items);
  }

  /** Lays out the items of tokens [from, to), of a stretch that starts at an offset. */
  private layOut(stretch: number, from: number, to: number): void {
    const { quotations } = this;
    const { tokens } = this.words.index;
    let next = this.quotation;
    while (next > 0 && (quotations[next - 1] as QuotationSpan).end > stretch) next--;
    items.clear();
    let i = from;
    for (; i < to && next < quotations.length; next++) {
      const quotation = quotations[next] as QuotationSpan;
      const first = firstFrom(opening(quotation), tokens.starts, i, to);
      items.addTokens(i, first, tokens);
      i = firstFrom(closing(quotation), tokens.starts, first, to);
      if (i > first) items.addQuotation(first);
    }
    items.addTokens(i, to, tokens);
    items.close(to);
  }
}

/** Of tokens [from, to) the first that starts at or after an offset, or `to`. */
function firstFrom(offset: number, starts: Int32Array, from: number, to: number): number {
  let i = from;
  while (i < to && (starts[i] as number) < offset) i++;
  return i;
}

/** Offset at which a quotation's opening mark starts. */
function opening({ start, openWidth }: QuotationSpan): number {
  return start - openWidth;
}

/** Offset at which a quotation's closing mark ends. */
function closing({ end, closeWidth }: QuotationSpan): number {
  return end + closeWidth;
}
