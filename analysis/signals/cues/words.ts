import type { Codebook } from "../../codebook/compile.ts";
import { FOLD, fold } from "../../text/fold.ts";
import { type TextIndex, WORD } from "../../text/text-index.ts";
import { NO_WORDS, WordSet } from "./word-set.ts";

const NUMBER = new WordSet("number");
const LY_NOUN = new WordSet("ly_noun");
const CURRENCY = "$€£¥";
const ZERO = 0x30;
const NINE = 0x39;
const LAST_ASCII = 0x7f;
const L = 0x6c;
const Y = 0x79;

/**
 * The tokens of one part as rules for cues read them: by position, where a position out of range is a
 * token without text that is in no list. Strings are made near a cue only.
 */
export class Words {
  readonly index: TextIndex;
  readonly count: number;
  private readonly codebook: Codebook;

  constructor(index: TextIndex, codebook: Codebook) {
    this.index = index;
    this.codebook = codebook;
    this.count = index.tokens.count;
  }

  /** Offset at which token i starts; the end of the text for a position out of range. */
  start(i: number): number {
    const { tokens, text } = this.index;
    return i >= 0 && i < this.count ? (tokens.starts[i] ?? 0) : text.length;
  }

  end(i: number): number {
    const { tokens, text } = this.index;
    return i >= 0 && i < this.count ? (tokens.ends[i] ?? 0) : text.length;
  }

  /** Token i in lower case with plain apostrophes, "" out of range. */
  at(i: number): string {
    if (i < 0 || i >= this.count) return "";
    const id = this.index.tokens.ids[i] as number;
    return id > 0 ? this.codebook.wordOf(id) : fold(this.index.text, this.start(i), this.end(i));
  }

  /** The mark that token i is, "" for a word. */
  mark(i: number): string {
    if (i < 0 || i >= this.count || this.index.tokens.kinds[i] === WORD) return "";
    return this.index.text.charAt(this.start(i));
  }

  /** Token i as it stands. */
  raw(i: number): string {
    return i < 0 || i >= this.count ? "" : this.index.text.slice(this.start(i), this.end(i));
  }

  isWord(i: number): boolean {
    return i >= 0 && i < this.count && this.index.tokens.kinds[i] === WORD;
  }

  /** Whether token i is in one of the closed lists of a set. */
  in(i: number, set: WordSet): boolean {
    return i >= 0 && i < this.count && set.has(this.codebook, this.index.tokens.ids[i] as number);
  }

  isCapital(i: number): boolean {
    if (!this.isWord(i)) return false;
    const unit = this.index.text.charCodeAt(this.start(i));
    if (unit <= LAST_ASCII) return FOLD[unit] !== unit;
    const first = String.fromCharCode(unit);
    return first !== first.toLowerCase();
  }

  /** A number in digits or words ("400", "dozen"), also after a currency mark ("$5"). */
  isNumber(i: number): boolean {
    const mark = this.mark(i);
    const at = mark !== "" && CURRENCY.includes(mark) ? i + 1 : i;
    if (at < 0 || at >= this.count) return false;
    const unit = this.index.text.charCodeAt(this.start(at));
    return (unit >= ZERO && unit <= NINE) || this.in(at, NUMBER);
  }

  /** The first token, from i on in a direction, that is no adverb in -ly and not in the set. */
  skip(i: number, step: 1 | -1, set = NO_WORDS): number {
    let at = i;
    while (this.in(at, set) || this.isAdverb(at)) at += step;
    return at;
  }

  /** A word in -ly that is neither a name ("Kelly") nor one of the few others ("family"). */
  isAdverb(i: number): boolean {
    if (!this.isWord(i) || this.isCapital(i)) return false;
    const { text } = this.index;
    const end = this.end(i);
    if (FOLD[text.charCodeAt(end - 1)] !== Y || end - this.start(i) < 2) return false;
    return FOLD[text.charCodeAt(end - 2)] === L && !this.in(i, LY_NOUN);
  }
}
