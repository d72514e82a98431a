import { FOLD } from "./fold.ts";
import { type Tokens, WORD } from "./text-index.ts";
import { DIGIT, UNIT_CLASS } from "./unit-classes.ts";

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** iPhone, eBay. Made once: written where it is used, it would be made for each word. */
const INNER_CAPITAL = /^\p{Ll}{1,2}\p{Lu}/u;

/** How a token begins, as far as sentences care. Scripts without case count as capital. */
export type Beginning = "capital" | "lower" | "digit" | "mark" | "end";

/** Number of the first token that starts at or after an offset. Logarithmic. */
export function tokenFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads the tokens of a text one by one; a token before the first or after the last is empty. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: Tokens;

  constructor(text: string, tokens: Tokens) {
    this.text = text;
    this.#tokens = tokens;
  }

  start(token: number): number {
    return token < this.#tokens.count ? (this.#tokens.starts[token] ?? 0) : this.text.length;
  }

  end(token: number): number {
    return token < this.#tokens.count ? (this.#tokens.ends[token] ?? 0) : this.text.length;
  }

  at(token: number): string {
    if (token < 0 || token >= this.#tokens.count) return "";
    return this.text.slice(this.#tokens.starts[token], this.#tokens.ends[token]);
  }

  /** First unit of the token, 0 outside the tokens. */
  unit(token: number): number {
    if (token < 0 || token >= this.#tokens.count) return 0;
    return this.text.charCodeAt(this.#tokens.starts[token] as number);
  }

  isWord(token: number): boolean {
    return token >= 0 && token < this.#tokens.count && this.#tokens.kinds[token] === WORD;
  }

  /** Whether the token begins with a digit. */
  isNumber(token: number): boolean {
    return UNIT_CLASS[this.unit(token)] === DIGIT;
  }

  /** Whether nothing stands between the token and the one before it. */
  isGlued(token: number): boolean {
    return token > 0 && this.end(token - 1) === this.start(token) && token < this.#tokens.count;
  }

  beginning(token: number): Beginning {
    if (token >= this.#tokens.count) return "end";
    if (!this.isWord(token)) return "mark";
    if (this.isNumber(token)) return "digit";
    const unit = this.unit(token);
    if (FOLD[unit] !== unit) return "capital";
    if (this.#beginsPlain(this.start(token))) return "lower";
    const word = this.at(token);
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    if (first === first.toUpperCase()) return "capital";
    // They begin sentences too.
    return INNER_CAPITAL.test(word) ? "capital" : "lower";
  }

  /** Whether three small letters stand there: nearly all lower-case words begin so, or are shorter. */
  #beginsPlain(i: number): boolean {
    const { text } = this;
    return (
      isSmall(text.charCodeAt(i)) &&
      isSmall(text.charCodeAt(i + 1)) &&
      isSmall(text.charCodeAt(i + 2))
    );
  }
}

/** a to z. */
function isSmall(unit: number): boolean {
  return unit >= SMALL_A && unit <= SMALL_Z;
}
