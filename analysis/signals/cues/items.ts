import type { Tokens } from "../../text/text-index.ts";

/** Most tokens of a stretch that is looked at as one: keeps time linear where a text has no sentence ends. */
export const LONGEST = 400;

/** Positions before the first item and after the last about which a rule may ask: nothing is there. */
export const EDGE = 8;

/** What an item is that is neither a word nor a mark (text-index.ts): nothing, or a whole quotation. */
const NOTHING = 0;
export const QUOTATION = 3;

/**
 * The items of the region at hand, by position: what each is, its number in the vocabulary and its first token. Lists of
 * numbers, the same ones for all regions: an object for each token was the dearest part of a region.
 */
export class Items {
  /** From EDGE on, as are the numbers. */
  readonly kinds = new Uint8Array(EDGE + LONGEST + EDGE);
  readonly ids = new Int32Array(EDGE + LONGEST + EDGE);
  /** From 0 on; beyond the last item the token after it. */
  readonly firsts = new Int32Array(LONGEST + EDGE);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Adds tokens [from, to) as items. */
  addTokens(from: number, to: number, tokens: Tokens): void {
    const { kinds, ids, firsts, size } = this;
    const shift = size - from;
    for (let token = from; token < to; token++) {
      kinds[EDGE + shift + token] = tokens.kinds[token] as number;
      ids[EDGE + shift + token] = tokens.ids[token] as number;
      firsts[shift + token] = token;
    }
    this.size = size + to - from;
  }

  addQuotation(first: number): void {
    this.add(first, QUOTATION, 0);
  }

  /** Ends the last item before a token. */
  close(token: number): void {
    const { size } = this;
    for (let k = 0; k < EDGE; k++) this.add(token, NOTHING, 0);
    this.size = size;
  }

  private add(first: number, kind: number, id: number): void {
    const at = this.size++;
    this.kinds[EDGE + at] = kind;
    this.ids[EDGE + at] = id;
    this.firsts[at] = first;
  }
}
