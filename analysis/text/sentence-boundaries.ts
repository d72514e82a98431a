import { closesAt, opensAt } from "./paired-marks.ts";
import { CLOSING, OPENING, QUOTATION, sentenceMark, TERMINATOR } from "./sentence-marks.ts";
import {
  ABBREVIATIONS,
  CAPITAL_ABBREVIATIONS,
  DOMAIN_ENDINGS,
  GLUED_OPENERS,
  mayAbbreviate,
  NUMBERED,
  OPENERS,
  REPORTING,
  SHORT_GLUED_OPENERS,
  TITLES,
} from "./sentence-words.ts";
import type { QuotationSpan, Tokens } from "./text-index.ts";
import { TokenReader, tokenFrom } from "./token-reader.ts";

/** No boundary. */
const NONE = -1;
/** Tokens of "Ann Perry, of the harbour board, asked" that are looked through for the verb. */
const ATTRIBUTION_REACH = 6;

const STOP = 0x2e;
const ELLIPSIS = 0x2026;
// Made once: a regular expression written where it is used is made anew each time.
const NAME_MARK = /[#@/\\_]/;
const ONE_LETTER_WORD = /^[AI]$/;
const LETTER = /\p{L}/u;
const GLUED_OPENER = /^(?<before>.*\p{Ll})(?<opener>\p{Lu}.*)$/su;

/** The first token of a sentence is not looked up yet. */
const UNKNOWN = -1;

/** Says after which tokens a sentence ends; asked in the order of the tokens. */
export class BoundaryFinder {
  readonly #reader: TokenReader;
  readonly #tokens: Tokens;
  readonly #quotations: readonly QuotationSpan[];
  #quotation = 0;
  /** Where the paragraph begins, and the first token of the sentence so far. */
  #paragraph = 0;
  #first = UNKNOWN;

  constructor(text: string, tokens: Tokens, quotations: readonly QuotationSpan[]) {
    this.#reader = new TokenReader(text, tokens);
    this.#tokens = tokens;
    this.#quotations = quotations;
  }

  /** The tokens asked for from now on are those of a paragraph that begins here. */
  beginParagraph(start: number): void {
    this.#paragraph = start;
    this.#first = UNKNOWN;
  }

  /** A sentence has ended at this token. */
  beginAfter(token: number): void {
    this.#first = token + 1;
  }

  /**
   * Offset of the boundary that belongs to this token, or -1: after it and the marks that close
   * behind it, or, in RowThe, inside it.
   */
  after(token: number): number {
    if (this.#reader.isWord(token)) return this.#outside(this.#insideWord(token));
    if (this.#isTerminator(token)) return this.#outside(this.#afterTerminator(token));
    return this.#outside(this.#afterClosingMark(token));
  }

  /** No sentence ends inside a quotation; offsets only grow, so the quotations are passed once. */
  #outside(boundary: number): number {
    if (boundary === NONE) return NONE;
    let quotation = this.#quotations[this.#quotation];
    while (quotation && (quotation.depth > 0 || quotation.end < boundary)) {
      quotation = this.#quotations[++this.#quotation];
    }
    return quotation && quotation.start < boundary ? NONE : boundary;
  }

  #isTerminator(token: number): boolean {
    return (sentenceMark(this.#reader.unit(token)) & TERMINATOR) !== 0;
  }

  #insideWord(token: number): number {
    const reader = this.#reader;
    const start = reader.start(token);
    const end = reader.end(token);
    const next = reader.start(token + 1);
    if (next === end || this.#isName(token)) return NONE;
    const glued = GLUED_OPENER.exec(reader.text.slice(start, end))?.groups;
    if (!glued?.opener || !glued.before || glued.before.length < 2) return NONE;
    const opener = glued.opener.replace("’", "'");
    const isPlain = glued.before === glued.before.toLowerCase();
    const isSure =
      GLUED_OPENERS.has(opener) ||
      (SHORT_GLUED_OPENERS.has(opener) && isPlain && reader.beginning(token + 1) === "lower");
    return isSure ? end - opener.length : NONE;
  }

  /** #RowThe and @RowThe are names. */
  #isName(token: number): boolean {
    return this.#reader.isGlued(token) && NAME_MARK.test(this.#reader.at(token - 1));
  }

  /** ..."a comedy"The West: a mark that closes, glued to an opener. */
  #afterClosingMark(token: number): number {
    const next = token + 1;
    // A word first: most closing marks touch a stop or a blank, and need no look-up.
    if (!this.#reader.isWord(next) || !this.#reader.isGlued(next)) return NONE;
    if (!closesAt(this.#quotations, this.#reader.start(token))) return NONE;
    const isOpener = GLUED_OPENERS.has(this.#reader.at(next));
    return isOpener ? this.#reader.end(token) : NONE;
  }

  #afterTerminator(token: number): number {
    const reader = this.#reader;
    let last = token;
    while (reader.isGlued(last + 1) && this.#closes(last + 1)) last++;
    const next = last + 1;
    if (reader.isGlued(next) && this.#isTerminator(next)) return NONE;
    const unit = reader.unit(token);
    const isEnd =
      unit === STOP || unit === ELLIPSIS
        ? this.#endsWithStop(token, next)
        : this.#endsWithCall(next, last > token);
    return isEnd ? reader.end(last) : NONE;
  }

  #closes(token: number): boolean {
    const mark = sentenceMark(this.#reader.unit(token));
    // Brackets are in no pair of the quotation finder.
    if ((mark & QUOTATION) === 0) return (mark & CLOSING) !== 0;
    const start = this.#reader.start(token);
    if (closesAt(this.#quotations, start)) return true;
    return (mark & CLOSING) !== 0 && !opensAt(this.#quotations, start);
  }

  /** The first word of what comes next, brackets and marks passed over. */
  #leadAt(next: number): number {
    const reader = this.#reader;
    let lead = next;
    while (lead < next + 3 && (sentenceMark(reader.unit(lead)) & OPENING) !== 0) lead++;
    return lead;
  }

  /** After ! and ?: a capital, unless that is the speaker of what was quoted. */
  #endsWithCall(next: number, hasMark: boolean): boolean {
    const lead = this.#leadAt(next);
    const beginning = this.#reader.beginning(lead);
    if (beginning === "digit") return !this.#reader.isGlued(next);
    return beginning === "capital" && !(hasMark && this.#isAttribution(lead));
  }

  #isAttribution(token: number): boolean {
    for (let i = token; i < token + ATTRIBUTION_REACH; i++) {
      if (REPORTING.has(this.#reader.at(i))) return true;
      if (this.#isTerminator(i) && this.#reader.unit(i) !== STOP) return false;
    }
    return false;
  }

  #endsWithStop(token: number, next: number): boolean {
    const reader = this.#reader;
    const lead = this.#leadAt(next);
    const beginning = reader.beginning(lead);
    if (beginning !== "capital" && beginning !== "digit") return false;
    if (this.#isEllipsis(token)) return this.#isOpener(lead);
    const before = token - 1;
    const isAfterWord = reader.isWord(before) && reader.isGlued(token);
    const isGlued = reader.isGlued(next);
    if (isGlued && !this.#canBeGlued(lead, beginning)) return false;
    if (!isAfterWord) return beginning === "capital" || !isGlued;
    // "1. The first": a number in a list goes with what it numbers.
    if (reader.isNumber(before) && this.#isFirst(before)) return false;
    return this.#endsAfter(before, lead);
  }

  #isFirst(token: number): boolean {
    if (this.#first === UNKNOWN) this.#first = tokenFrom(this.#tokens, this.#paragraph);
    return token === this.#first;
  }

  #isEllipsis(token: number): boolean {
    return this.#reader.unit(token) === ELLIPSIS || this.#reader.unit(token - 1) === STOP;
  }

  /** Glued to a stop, only a capitalised word of two letters or more begins a sentence: not .Com, not Ph.D. */
  #canBeGlued(token: number, beginning: string): boolean {
    if (beginning !== "capital") return false;
    const word = this.#reader.at(token);
    if (DOMAIN_ENDINGS.has(word.toLowerCase())) return false;
    return word.length > 1 || (ONE_LETTER_WORD.test(word) && !this.#reader.isGlued(token + 1));
  }

  /** Whether a stop after this word is a full stop and not that of an abbreviation. */
  #endsAfter(before: number, lead: number): boolean {
    const isLetter = this.#reader.end(before) - this.#reader.start(before) === 1;
    if (!isLetter && !mayAbbreviate(this.#tokens.hashes[before] as number)) return true;
    const word = this.#reader.at(before);
    const lower = word.toLowerCase();
    if (TITLES.has(lower)) return false;
    const isNumber = this.#reader.beginning(lead) === "digit";
    if (isNumber && NUMBERED.has(lower)) return false;
    const isInitial = isLetter && LETTER.test(word);
    const isAbbreviation = ABBREVIATIONS.has(lower) || CAPITAL_ABBREVIATIONS.has(word);
    return isInitial || isAbbreviation ? this.#isOpener(lead) : true;
  }

  /** A word that begins sentences; not the A of A. B. Perry. */
  #isOpener(token: number): boolean {
    const word = this.#reader.at(token).replace("’", "'");
    const isInitial = word.length === 1 && this.#reader.unit(token + 1) === STOP;
    return OPENERS.has(word) && !isInitial;
  }
}
