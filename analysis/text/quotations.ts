import type { Span } from "../types.ts";
import { lookAhead, type Outlook } from "./mark-outlook.ts";
import { findMarks, type Mark } from "./marks.ts";
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
  const quotations: QuotationSpan[] = [];
  let unbalanced = 0;
  const marksOf = findMarks(text, tokens, paragraphs);
  for (const [index, marks] of marksOf.entries()) {
    if (marks.length === 0) continue;
    const nextMark = marksOf[index + 1]?.[0];
    const opener = nextMark?.at === paragraphs[index + 1]?.start ? nextMark : undefined;
    const paired = new Pairing(text, marks).run(paragraphs[index]?.end ?? 0, opener);
    unbalanced += paired.unbalanced;
    addNested(quotations, paired.spans);
  }
  return { quotations, unbalanced };
}

/** Pairs the marks of one paragraph on one stack. */
class Pairing {
  readonly spans: QuotationSpan[] = [];
  unbalanced = 0;
  readonly #text: string;
  readonly #marks: readonly Mark[];
  #outlooks: readonly Outlook[] | null = null;
  readonly #open: Mark[] = [];

  constructor(text: string, marks: readonly Mark[]) {
    this.#text = text;
    this.#marks = marks;
  }

  /** @param nextOpener the mark that the next paragraph begins with, if it does */
  run(end: number, nextOpener: Mark | undefined): this {
    this.#marks.forEach((mark, position) => {
      const isOpen = this.#open.some((open) => open.family === mark.family);
      const opens = mark.shape === "opens" || (mark.shape === "either" && !isOpen);
      if (opens) this.#takeOpener(mark, position);
      else this.#takeCloser(mark, position);
    });
    this.#finish(end, nextOpener);
    return this;
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
    const isInside = this.#open.some((open) => open.family === "double");
    return isInside ? outlook.doubleCloser : this.#marks.length;
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
    const index = this.#open.findLastIndex((open) => open.family === mark.family);
    const isTop = index === this.#open.length - 1;
    const opener = this.#open[index];
    if (!opener) {
      if (!isSingle && !mark.doubtful) this.unbalanced++;
      return;
    }
    // An apostrophe inside inner double marks must not close what stands around them.
    if (isSingle && (!isTop || this.#isApostrophe(mark, position))) return;
    for (const inner of this.#open.splice(index + 1)) this.#drop(inner);
    this.#open.pop();
    this.#add(opener, mark.at, mark.width);
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
  }

  #add(opener: Mark, end: number, closeWidth: number): void {
    const start = opener.at + opener.width;
    if (start >= end || isMarkup(this.#text, opener)) return;
    const single = opener.family === "single" || opener.family === "singleAngle";
    const continued = closeWidth === 0;
    const nesting = { depth: 0, parent: -1 };
    this.spans.push({
      start,
      end,
      ...nesting,
      openWidth: opener.width,
      closeWidth,
      continued,
      single,
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

/** Rule 7: attribute="value" and {"key":"value"} are no speech. */
function isMarkup(text: string, opener: Mark): boolean {
  const before = text.charAt(opener.at - 1);
  if (before === "=" || before === "\\") return true;
  if (opener.form !== "straight") return false;
  if (before === "{") return true;
  return (before === ":" || before === ",") && /["}\]\d]/.test(text.charAt(opener.at - 2));
}

/** Adds a paragraph's spans, which never cross, in order of start and says which stands in which. */
function addNested(quotations: QuotationSpan[], spans: QuotationSpan[]): void {
  spans.sort((a, b) => a.start - b.start);
  const enclosing: number[] = [];
  for (const span of spans) {
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
