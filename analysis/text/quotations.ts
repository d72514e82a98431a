import type { Span } from "../types.ts";
import { lookAhead, type Outlook } from "./mark-outlook.ts";
import { type Family, findMarks, type Mark } from "./marks.ts";
import type { QuotationSpan, Tokens } from "./text-index.ts";

/** A straight single mark opens only with a closer as near as this, in code units. */
const SINGLE_REACH = 400;
/** Deeper nesting is a string of stray marks; the bound keeps every look at the stack short. */
const MOST_OPEN = 8;
/** What ends a sentence: an opener glued to it begins a new paragraph of a speech. */
const SENTENCE_END = ".!?…";

export interface FoundQuotations {
  quotations: QuotationSpan[];
  /** Marks that found no partner. */
  unbalanced: number;
}

/**
 * Finds the quotations of a text, each paragraph by itself (QUOTATIONS.md, section 1): spans enclose
 * the words between the marks; nested ones follow the one they stand in. Linear in the text.
 *
 * Example: in `It was “a ‘so-so’ day”.` the spans are `a ‘so-so’ day` (depth 0) and `so-so` (depth 1, parent 0).
 */
export function findQuotations(
  text: string,
  tokens: Tokens,
  paragraphs: readonly Span[],
): FoundQuotations {
  const marksOf = findMarks(text, tokens, paragraphs);
  const pairing = new Pairing(text);
  for (let i = 0; i < paragraphs.length; i++) {
    const marks = marksOf[i] as readonly Mark[];
    if (marks.length === 0) continue;
    const nextMark = marksOf[i + 1]?.[0];
    const opener = nextMark?.at === paragraphs[i + 1]?.start ? nextMark : undefined;
    pairing.pair(marks, (paragraphs[i] as Span).end, opener);
  }
  return pairing;
}

/** Pairs the marks of one paragraph after the other on one stack. */
class Pairing implements FoundQuotations {
  readonly quotations: QuotationSpan[] = [];
  unbalanced = 0;
  readonly #text: string;
  /** Of the paragraph at hand. */
  #marks: readonly Mark[] = [];
  #outlooks: readonly Outlook[] | null = null;
  readonly #open: Mark[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Pairs the marks of a paragraph.
   * @param end where it ends
   * @param nextOpener the mark that the next paragraph begins with, if it does
   */
  pair(marks: readonly Mark[], end: number, nextOpener: Mark | undefined): void {
    this.#marks = marks;
    this.#outlooks = null;
    const known = this.quotations.length;
    for (let position = 0; position < marks.length; position++) {
      const mark = marks[position] as Mark;
      const opens =
        mark.shape === "opens" || (mark.shape === "either" && this.#lastOpen(mark.family) < 0);
      if (opens) this.#takeOpener(mark, position);
      else this.#takeCloser(mark, position);
    }
    this.#finish(end, nextOpener);
    nest(this.quotations, known);
  }

  /** Position in the stack of the last open mark of a family, or -1. */
  #lastOpen(family: Family): number {
    let position = this.#open.length - 1;
    while (position >= 0 && this.#open[position]?.family !== family) position--;
    return position;
  }

  /** Most paragraphs have double marks of one form alone, and never look ahead. */
  #outlook(position: number): Outlook {
    this.#outlooks ??= lookAhead(this.#marks);
    return this.#outlooks[position] as Outlook;
  }

  #takeOpener(mark: Mark, position: number): void {
    if (mark.family === "single" && !this.#canOpen(mark, position)) return;
    const top = this.#open.at(-1);
    if (top?.family === mark.family && !this.#nests(top, mark, position)) {
      this.#open.pop();
      const isNextParagraph = SENTENCE_END.includes(this.#text.charAt(mark.at - 1));
      if (isNextParagraph && top.form === "curly") this.#add(top, mark.at, 0);
      else this.#drop(top);
    }
    this.#open.push(mark);
    if (this.#open.length > MOST_OPEN) this.#drop(this.#open.shift() as Mark);
  }

  /** Whether a single mark that may be an apostrophe has the closer that makes it a quotation mark. */
  #canOpen(mark: Mark, position: number): boolean {
    if (mark.form !== "straight" && !mark.doubtful) return true;
    const outlook = this.#outlook(position);
    const closer = mark.doubtful ? outlook.certainCloser : outlook.closer;
    if (closer > this.#limit(outlook) || (mark.doubtful && closer > outlook.opener)) return false;
    const at = this.#marks[closer]?.at;
    return at !== undefined && at - mark.at <= SINGLE_REACH;
  }

  /** Inside double marks a single one finds its partner before they close. */
  #limit(outlook: Outlook): number {
    return this.#lastOpen("double") < 0 ? this.#marks.length : outlook.doubleCloser;
  }

  /** “A "b" c”: double marks in another form are inner ones if they close first, and the outer one after them. */
  #nests(outer: Mark, inner: Mark, position: number): boolean {
    if (inner.family !== "double" || isStraight(inner) === isStraight(outer)) return false;
    const closer = this.#outlook(position).double;
    const closing = this.#marks[closer];
    const next = closing && this.#marks[this.#outlook(closer).double];
    if (!closing || !next) return false;
    const closesInner = isStraight(closing) === isStraight(inner) && closing.shape !== "opens";
    const isOuter = isStraight(next) === isStraight(outer);
    return closesInner && isOuter === (next.shape !== "opens");
  }

  #takeCloser(mark: Mark, position: number): void {
    const isSingle = mark.family === "single";
    const index = this.#lastOpen(mark.family);
    if (index < 0) {
      if (!isSingle && !mark.doubtful) this.unbalanced++;
      return;
    }
    // An apostrophe inside inner double marks must not close what stands around them.
    const isTop = index === this.#open.length - 1;
    if (isSingle && (!isTop || this.#isApostrophe(mark, position))) return;
    while (this.#open.length > index + 1) this.#drop(this.#open.pop() as Mark);
    this.#add(this.#open.pop() as Mark, mark.at, mark.width);
  }

  /** Rule 6: the pilots' union, if a later mark closes before another one opens. */
  #isApostrophe(mark: Mark, position: number): boolean {
    if (!mark.doubtful) return false;
    const outlook = this.#outlook(position);
    const { certainCloser, opener } = outlook;
    return certainCloser < opener && certainCloser < this.#limit(outlook);
  }

  /** What is still open goes on in the next paragraph, if that begins with such a mark, or has no partner. */
  #finish(end: number, nextOpener: Mark | undefined): void {
    let continues = nextOpener !== undefined && nextOpener.shape !== "closes";
    for (const mark of this.#open) {
      const isSpeech =
        mark.family === nextOpener?.family && (mark.family !== "single" || !isStraight(mark));
      if (continues && isSpeech) {
        this.#add(mark, end, 0);
        continues = false;
      } else {
        this.#drop(mark);
      }
    }
    if (this.#open.length > 0) this.#open.length = 0;
  }

  #add(opener: Mark, end: number, closeWidth: number): void {
    const start = opener.at + opener.width;
    if (start >= end || isMarkup(this.#text, opener)) return;
    this.quotations.push({
      start,
      end,
      depth: 0,
      parent: -1,
      openWidth: opener.width,
      closeWidth,
      continued: closeWidth === 0,
      single: opener.family === "single" || opener.family === "singleAngle",
    });
  }

  #drop(mark: Mark): void {
    const mayBeApostrophe = mark.family === "single" && (isStraight(mark) || mark.doubtful);
    if (!mayBeApostrophe) this.unbalanced++;
  }
}

function isStraight(mark: Mark): boolean {
  return mark.form === "straight";
}

/** What stands before a comma or colon that parts the fields of JSON. */
const VALUE_END = /["}\]\d]/;

/** Rule 7: attribute="value" and {"key":"value"} are no speech. */
function isMarkup(text: string, opener: Mark): boolean {
  const before = text.charAt(opener.at - 1);
  if (before === "=" || before === "\\") return true;
  if (opener.form !== "straight") return false;
  if (before === "{") return true;
  return (before === ":" || before === ",") && VALUE_END.test(text.charAt(opener.at - 2));
}

/** Whether the quotations from an index on stand one behind the other, as they were found: none holds another. */
function isFlat(quotations: readonly QuotationSpan[], from: number): boolean {
  for (let i = from + 1; i < quotations.length; i++) {
    if ((quotations[i - 1] as QuotationSpan).end > (quotations[i] as QuotationSpan).start)
      return false;
  }
  return true;
}

/** Puts the quotations of one paragraph (from an index on), which never cross, in order of start and says which stands in which. */
function nest(quotations: QuotationSpan[], from: number): void {
  if (isFlat(quotations, from)) return;
  const enclosing: number[] = [];
  for (const span of quotations.splice(from).sort((a, b) => a.start - b.start)) {
    while (
      enclosing.length > 0 &&
      (quotations[enclosing.at(-1) as number]?.end ?? 0) <= span.start
    ) {
      enclosing.pop();
    }
    span.depth = enclosing.length;
    span.parent = enclosing.at(-1) ?? -1;
    enclosing.push(quotations.length);
    quotations.push(span);
  }
}
