import { PARTS_OF_WORD, type WordLists } from "./word-lists.ts";

/** Stands for another quotation, whatever is in it, and for a token where there is none. */
export const QUOTED = -1;

/**
 * Tokens one after the other: those before a quotation, after it, or between its marks. Of each stretch of its first tokens
 * it knows in which lists they are, so that a question about many words costs one look. Filled anew for each quotation.
 */
export class TokenRun {
  length = 0;
  private readonly tokens: Int32Array;
  /** For each n the lists of the first n tokens, PARTS_OF_WORD numbers each. */
  private readonly lists: Int32Array;

  constructor(capacity: number) {
    this.tokens = new Int32Array(capacity);
    this.lists = new Int32Array(PARTS_OF_WORD * (capacity + 1));
  }

  /**
   * Adds a token, whose word has the number `id`; 0 for one that is no word of the codebook's.
   * @param traits what its first unit says of it (traitsOf())
   */
  add(token: number, id: number, words: WordLists, traits = 0): void {
    const { lists } = this;
    this.tokens[this.length++] = token;
    const to = PARTS_OF_WORD * this.length;
    const from = to - PARTS_OF_WORD;
    const word = PARTS_OF_WORD * id;
    // Written out: a loop of three turns costs as much as they do.
    lists[to] = (lists[from] as number) | (words[word] as number);
    lists[to + 1] = (lists[from + 1] as number) | (words[word + 1] as number);
    lists[to + 2] = (lists[from + 2] as number) | (words[word + 2] as number) | traits;
  }

  /** The token at a place from 0 on, or QUOTED. */
  at(place: number): number {
    return place >= 0 && place < this.length ? (this.tokens[place] as number) : QUOTED;
  }

  /** The lists of the first n tokens, as bits: one of PARTS_OF_WORD numbers. */
  listsOf(n: number, part: number): number {
    const first = n < this.length ? n : this.length;
    return this.lists[PARTS_OF_WORD * first + part] as number;
  }

  /** Whether one of the first n tokens is in a list. */
  has(list: number, n = this.length): boolean {
    return ((this.listsOf(n, list >> 5) >>> (list & 31)) & 1) === 1;
  }
}
