import type { Vocabulary } from "../codebook/codebook.ts";
import { FOLD, fold } from "./fold.ts";

/** Hash of no units; the next unit u makes it Math.imul(hash ^ FOLD[u], HASH_PRIME) (FNV-1a). */
export const HASH_SEED = -2_128_831_035;
export const HASH_PRIME = 16_777_619;

/** Hash of the folded units of text[start, end): the one that tokenize() computes while it scans. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (FOLD[text.charCodeAt(i)] as number), HASH_PRIME);
  }
  return hash;
}

/**
 * Numbers the words from 1 in order of first appearance; words that fold alike share a number, the
 * empty word has none. Looking a word up allocates nothing.
 *
 * Open addressing over code units instead of a Map: a Map needs a string for every token, which
 * alone costs three times the tokenizer.
 */
export function buildVocabulary(words: Iterable<string>): Vocabulary {
  const unique = new Set<string>();
  for (const word of words) if (word !== "") unique.add(fold(word, 0, word.length));
  return new WordTable([...unique]);
}

class WordTable implements Vocabulary {
  readonly size: number;
  /** Slot -> number of the word there, 0 for an empty slot. At most a quarter is taken: misses end at once. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** By number: hash, and where the word's units begin in #units (one more for the end of the last). */
  readonly #hashes: Int32Array;
  readonly #offsets: Int32Array;
  readonly #units: Uint16Array;

  constructor(words: readonly string[]) {
    this.size = words.length;
    let capacity = 16;
    while (capacity < words.length * 4) capacity *= 2;
    this.#slots = new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.#hashes = new Int32Array(words.length + 1);
    this.#offsets = new Int32Array(words.length + 2);
    this.#units = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
    let offset = 0;
    words.forEach((word, index) => {
      const id = index + 1;
      this.#offsets[id] = offset;
      for (let i = 0; i < word.length; i++) this.#units[offset++] = word.charCodeAt(i);
      this.#offsets[id + 1] = offset;
      this.#insert(id, hashWord(word, 0, word.length));
    });
  }

  #insert(id: number, hash: number): void {
    let slot = spread(hash) & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = id;
    this.#hashes[id] = hash;
  }

  lookup(text: string, start: number, end: number): number {
    return this.lookupHashed(text, start, end, hashWord(text, start, end));
  }

  lookupHashed(text: string, start: number, end: number, hash: number): number {
    const mask = this.#mask;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number;
      if (id === 0) return 0;
      if (this.#hashes[id] === hash && this.#equals(id, text, start, end)) return id;
    }
  }

  idOf(word: string): number {
    return this.lookup(word, 0, word.length);
  }

  #equals(id: number, text: string, start: number, end: number): boolean {
    const offset = this.#offsets[id] as number;
    const length = end - start;
    if ((this.#offsets[id + 1] as number) - offset !== length) return false;
    for (let i = 0; i < length; i++) {
      if (this.#units[offset + i] !== FOLD[text.charCodeAt(start + i)]) return false;
    }
    return true;
  }
}

/** FNV's low bits depend on the last units most; the slot takes the high ones in. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
