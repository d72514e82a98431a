import {
  ABBREVIATIONS,
  CAPITAL_ABBREVIATIONS,
  DOMAIN_ENDINGS,
  GLUED_OPENERS,
  NUMBERED,
  OPENERS,
  REPORTING,
  SHORT_GLUED_OPENERS,
  TITLES,
} from "./sentence-words.ts";
import type { QuotationSpan, Tokens } from "./text-index.ts";
import { TokenReader } from "./token-reader.ts";

/** No boundary. */
const NONE = -1;
/** Tokens of "Ann Perry, of the harbour board, asked" that are looked through for the verb. */
const ATTRIBUTION_REACH = 6;

/** No abbreviation in the lists is longer. */
const LONGEST_ABBREVIATION = 6;

const STOP = ".";
const TERMINATORS = new Set(".!?…。！？");
const CLOSING = new Set(")]}\"'’”»›");
const OPENING = new Set("([{¿¡\"'“‘„‚«‹");
const GLUED_OPENER = /^(?<before>.*\p{Ll})(?<opener>\p{Lu}.*)$/su;

/** Marks that a sentence may end at: terminators and quotation marks that close. */
const MAY_END = new Uint8Array(65_536);
for (const mark of [...TERMINATORS, ..."\"'“”‘’«»‹›"]) MAY_END[mark.charCodeAt(0)] = 1;

/** Whether a sentence may end at the punctuation token that begins with this unit. */
export function mayEnd(unit: number): boolean {
  return MAY_END[unit] === 1;
}

/** What comes after a possible end of a sentence. */
interface Lead {
  /** Its first word, brackets and marks passed over. */
  token: number;
  /** Whether no blank stands before it. */
  isGlued: boolean;
}

/** Says after which tokens a sentence ends; asked in the order of the tokens. */
export class BoundaryFinder {
  readonly #reader: TokenReader;
  readonly #outermost: readonly QuotationSpan[];
  /** Offsets of the marks that the quotation finder has paired. */
  readonly #openers: ReadonlySet<number>;
  readonly #closers: ReadonlySet<number>;
  #quotation = 0;

  constructor(text: string, tokens: Tokens, quotations: readonly QuotationSpan[]) {
    this.#reader = new TokenReader(text, tokens);
    this.#outermost = quotations.filter((quotation) => quotation.depth === 0);
    this.#openers = new Set(quotations.map(({ start, openWidth }) => start - openWidth));
    this.#closers = new Set(quotations.filter((q) => q.closeWidth > 0).map(({ end }) => end));
  }

  /**
   * Offset of the boundary that belongs to this token, or -1: after it and the marks that close
   * behind it, or, in RowThe, inside it.
   * @param first first token of the sentence so far
   */
  after(token: number, first: number): number {
    if (this.#reader.isWord(token)) return this.#outside(this.#insideWord(token));
    if (TERMINATORS.has(this.#reader.at(token))) {
      return this.#outside(this.#afterTerminator(token, first));
    }
    return this.#outside(this.#afterClosingMark(token));
  }

  /** No sentence ends inside a quotation; offsets only grow, so the quotations are passed once. */
  #outside(boundary: number): number {
    if (boundary === NONE) return NONE;
    let quotation = this.#outermost[this.#quotation];
    while (quotation && quotation.end < boundary) quotation = this.#outermost[++this.#quotation];
    return quotation && quotation.start < boundary ? NONE : boundary;
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
    return this.#reader.isGlued(token) && /[#@/\\_]/.test(this.#reader.at(token - 1));
  }

  /** ..."a comedy"The West: a mark that closes, glued to an opener. */
  #afterClosingMark(token: number): number {
    const next = token + 1;
    // A word first: most closing marks touch a stop or a blank, and need no look-up.
    if (!this.#reader.isWord(next) || !this.#reader.isGlued(next)) return NONE;
    if (!this.#closers.has(this.#reader.start(token))) return NONE;
    const isOpener = GLUED_OPENERS.has(this.#reader.at(next));
    return isOpener ? this.#reader.end(token) : NONE;
  }

  #afterTerminator(token: number, first: number): number {
    const reader = this.#reader;
    let last = token;
    while (reader.isGlued(last + 1) && this.#closes(last + 1)) last++;
    const next = last + 1;
    if (reader.isGlued(next) && TERMINATORS.has(reader.at(next))) return NONE;
    const lead = this.#leadAt(next);
    const hasMark = last > token;
    const character = reader.at(token);
    const isEnd =
      character === STOP || character === "…"
        ? this.#endsWithStop(token, first, lead)
        : this.#endsWithCall(lead, hasMark);
    return isEnd ? reader.end(last) : NONE;
  }

  #closes(token: number): boolean {
    const start = this.#reader.start(token);
    if (this.#closers.has(start)) return true;
    return CLOSING.has(this.#reader.at(token)) && !this.#openers.has(start);
  }

  #leadAt(token: number): Lead {
    let lead = token;
    while (lead < token + 3 && !this.#reader.isWord(lead) && OPENING.has(this.#reader.at(lead)))
      lead++;
    return { token: lead, isGlued: this.#reader.isGlued(token) };
  }

  /** After ! and ?: a capital, unless that is the speaker of what was quoted. */
  #endsWithCall(lead: Lead, hasMark: boolean): boolean {
    const beginning = this.#reader.beginning(lead.token);
    if (beginning === "digit") return !lead.isGlued;
    return beginning === "capital" && !(hasMark && this.#isAttribution(lead.token));
  }

  #isAttribution(token: number): boolean {
    for (let i = token; i < token + ATTRIBUTION_REACH; i++) {
      if (REPORTING.has(this.#reader.at(i))) return true;
      if (TERMINATORS.has(this.#reader.at(i)) && this.#reader.at(i) !== STOP) return false;
    }
    return false;
  }

  #endsWithStop(token: number, first: number, lead: Lead): boolean {
    const reader = this.#reader;
    const beginning = reader.beginning(lead.token);
    if (beginning !== "capital" && beginning !== "digit") return false;
    if (this.#isEllipsis(token)) return this.#isOpener(lead.token);
    const before = token - 1;
    const isAfterWord = reader.isWord(before) && reader.isGlued(token);
    if (lead.isGlued && !this.#canBeGlued(lead.token, beginning)) return false;
    if (!isAfterWord) return beginning === "capital" || !lead.isGlued;
    // "1. The first": a number in a list goes with what it numbers.
    if (before === first && reader.beginning(before) === "digit") return false;
    return this.#endsAfter(before, lead);
  }

  #isEllipsis(token: number): boolean {
    return this.#reader.at(token) === "…" || this.#reader.at(token - 1) === STOP;
  }

  /** Glued to a stop, only a capitalised word of two letters or more begins a sentence: not .Com, not Ph.D. */
  #canBeGlued(token: number, beginning: string): boolean {
    if (beginning !== "capital") return false;
    const word = this.#reader.at(token);
    if (DOMAIN_ENDINGS.has(word.toLowerCase())) return false;
    return word.length > 1 || (/^[AI]$/.test(word) && !this.#reader.isGlued(token + 1));
  }

  /** Whether a stop after this word is a full stop and not that of an abbreviation. */
  #endsAfter(before: number, lead: Lead): boolean {
    const word = this.#reader.at(before);
    if (word.length > LONGEST_ABBREVIATION) return true;
    const lower = word.toLowerCase();
    if (TITLES.has(lower)) return false;
    const isNumber = this.#reader.beginning(lead.token) === "digit";
    if (isNumber && NUMBERED.has(lower)) return false;
    const isInitial = word.length === 1 && /\p{L}/u.test(word);
    const isAbbreviation = ABBREVIATIONS.has(lower) || CAPITAL_ABBREVIATIONS.has(word);
    return isInitial || isAbbreviation ? this.#isOpener(lead.token) : true;
  }

  /** A word that begins sentences; not the A of A. B. Perry. */
  #isOpener(token: number): boolean {
    const word = this.#reader.at(token).replace("’", "'");
    const isInitial = word.length === 1 && this.#reader.at(token + 1) === STOP;
    return OPENERS.has(word) && !isInitial;
  }
}
