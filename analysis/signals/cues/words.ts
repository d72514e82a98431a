import type { Codebook } from "../../codebook/compile.ts";
import { agrees, FOLD, fold } from "../../text/fold.ts";
import { commonestTag } from "../../text/tagger.ts";
import { type TextIndex, WORD } from "../../text/text-index.ts";
import { tagsOf } from "./known-tags.ts";
import { NO_WORDS, setsOf, WordSet } from "./word-set.ts";

const NUMBER = new WordSet("number");
const LY_NOUN = new WordSet("ly_noun");
const CURRENCY = "$€£¥";
const BLANK = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
/** Endings in s of words in the singular. */
const SINGULAR_ENDINGS = ["ss", "us", "is"] as const;
const LAST_ASCII = 0x7f;
const L = 0x6c;
const Y = 0x79;

/**
 * The tokens of one part as rules for cues read them: by position, where a position out of range is a token without text
 * that is in no list. Rules compare tokens in place, in lower case and with plain apostrophes: a string for each token
 * that they look at would be dearer than the rules.
 */
export class Words {
  readonly index: TextIndex;
  readonly count: number;
  /** Which sets each word of the codebook is in. */
  readonly sets: Int32Array;
  private readonly codebook: Codebook;
  private readonly text: string;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly kinds: Uint8Array;
  private readonly ids: Int32Array;

  constructor(index: TextIndex, codebook: Codebook) {
    this.index = index;
    this.codebook = codebook;
    this.sets = setsOf(codebook);
    this.text = index.text;
    this.count = index.tokens.count;
    this.starts = index.tokens.starts;
    this.ends = index.tokens.ends;
    this.kinds = index.tokens.kinds;
    this.ids = index.tokens.ids;
  }

  private has(i: number): boolean {
    return i >= 0 && i < this.count;
  }

  /** Offset at which token i starts; the end of the text for a position out of range. */
  start(i: number): number {
    return this.has(i) ? (this.starts[i] as number) : this.text.length;
  }

  end(i: number): number {
    return this.has(i) ? (this.ends[i] as number) : this.text.length;
  }

  /** The first token that ends after an offset, looked for from one near by; the number of tokens where none does. */
  firstEndingAfter(offset: number, near: number): number {
    let i = near;
    while (i > 0 && (this.ends[i - 1] as number) > offset) i--;
    while (i < this.count && (this.ends[i] as number) <= offset) i++;
    return i;
  }

  /** The code unit with which token i begins; i is in range. */
  unit(i: number): number {
    return this.text.charCodeAt(this.starts[i] as number);
  }

  /** Number of code units of token i, 0 out of range. */
  length(i: number): number {
    return this.end(i) - this.start(i);
  }

  /** Token i in lower case with plain apostrophes, "" out of range. Makes a string: for what is kept, not for comparing. */
  at(i: number): string {
    if (!this.has(i)) return "";
    const id = this.ids[i] as number;
    return id > 0 ? this.codebook.wordOf(id) : fold(this.text, this.start(i), this.end(i));
  }

  /** The commonest part of speech of token i, as a Penn tag. */
  tag(i: number): string {
    const id = this.has(i) ? (this.ids[i] as number) : 0;
    const known = id > 0 ? tagsOf(this.codebook)[id] : undefined;
    return known ?? commonestTag(this.at(i));
  }

  /** Token i as it stands. */
  raw(i: number): string {
    return this.text.slice(this.start(i), this.end(i));
  }

  /** Whether token i is a word or a mark, given in lower case. */
  is(i: number, word: string): boolean {
    if (!this.has(i)) return false;
    const start = this.starts[i] as number;
    return (this.ends[i] as number) - start === word.length && agrees(this.text, start, word);
  }

  /** Whether token i ends as most plurals do: in one s after another letter, and not as "boss", "serious", "crisis". */
  endsAsPlural(i: number): boolean {
    if (!this.endsWith(i, "s") || this.length(i) === 1) return false;
    return !SINGULAR_ENDINGS.some((ending) => this.endsWith(i, ending));
  }

  /** Whether token i is the first word of a phrase in lower case. */
  isFirstOf(i: number, phrase: string): boolean {
    const start = this.start(i);
    const length = this.end(i) - start;
    const ends = phrase.length === length || phrase.charCodeAt(length) === BLANK;
    return ends && agrees(this.text, start, phrase, length);
  }

  /** Whether token i ends in some letters, given in lower case. */
  endsWith(i: number, ending: string): boolean {
    if (!this.has(i)) return false;
    const from = (this.ends[i] as number) - ending.length;
    return from >= (this.starts[i] as number) && agrees(this.text, from, ending);
  }

  /** The mark that token i is, "" for a word. */
  mark(i: number): string {
    return this.has(i) && this.kinds[i] !== WORD ? this.text.charAt(this.start(i)) : "";
  }

  isWord(i: number): boolean {
    return this.has(i) && this.kinds[i] === WORD;
  }

  /** Whether token i is in one of the closed lists of a set. */
  in(i: number, set: WordSet): boolean {
    return this.has(i) && set.has(this.sets, this.ids[i] as number);
  }

  isCapital(i: number): boolean {
    if (!this.isWord(i)) return false;
    const unit = this.text.charCodeAt(this.starts[i] as number);
    if (unit <= LAST_ASCII) return FOLD[unit] !== unit;
    const first = String.fromCharCode(unit);
    return first !== first.toLowerCase();
  }

  /** A number in digits or words ("400", "dozen"), also after a currency mark ("$5"). */
  isNumber(i: number): boolean {
    const mark = this.mark(i);
    const at = mark !== "" && CURRENCY.includes(mark) ? i + 1 : i;
    if (!this.has(at)) return false;
    const unit = this.text.charCodeAt(this.start(at));
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
    if (!this.isWord(i)) return false;
    const end = this.ends[i] as number;
    // Nearly all words are told by their last letter.
    if (FOLD[this.text.charCodeAt(end - 1)] !== Y || end - (this.starts[i] as number) < 2)
      return false;
    return FOLD[this.text.charCodeAt(end - 2)] === L && !this.isCapital(i) && !this.in(i, LY_NOUN);
  }
}
