import type { Codebook } from "../../codebook/compile.ts";
import { fold } from "../../text/fold.ts";
import { type TextIndex, WORD } from "../../text/text-index.ts";

const NUMBER = /^\d/;
const CURRENCY = new Set(["$", "€", "£", "¥"]);

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
    return fold(this.index.text, this.start(i), this.end(i));
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

  /** Whether token i is in one of the codebook's closed lists. */
  in(i: number, ...lists: readonly string[]): boolean {
    const id = i < 0 || i >= this.count ? 0 : (this.index.tokens.ids[i] ?? 0);
    return id !== 0 && lists.some((list) => this.codebook.inList(list, id));
  }

  isCapital(i: number): boolean {
    const first = this.isWord(i) ? this.raw(i).charAt(0) : "";
    return first !== first.toLowerCase();
  }

  /** A number in digits or words ("400", "dozen"), also after a currency mark ("$5"). */
  isNumber(i: number): boolean {
    const at = CURRENCY.has(this.mark(i)) ? i + 1 : i;
    return NUMBER.test(this.at(at)) || this.in(at, "number");
  }

  /** The first token, from i on in a direction, that is no adverb in -ly and in none of the lists. */
  skip(i: number, step: 1 | -1, ...lists: readonly string[]): number {
    let at = i;
    while (this.in(at, ...lists) || this.isAdverb(at)) at += step;
    return at;
  }

  /** A word in -ly that is not one of the few others ("family"). */
  isAdverb(i: number): boolean {
    return this.isWord(i) && this.at(i).endsWith("ly") && !this.in(i, "ly_noun");
  }
}
