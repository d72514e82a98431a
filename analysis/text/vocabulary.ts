import type { Vocabulary } from "../codebook/codebook.ts";
import { FOLD, fold } from "./fold.ts";

/** Hash of no units. */
const HASH_SEED = 0;

/** Words of up to so many letters A to Z that have one length share no hash. */
const LONGEST_CERTAIN = 6;
const PLAIN = /^[a-z]+$/;

/**
 * Hash of the folded units of text[start, end): the one that tokenize() makes while it scans.
 *
 * The five low bits tell small letters apart, so turning by five keeps words of up to six letters
 * apart by itself; longer ones may share a hash, which lookup() bears. A multiplication for each
 * unit would keep the scan waiting.
 */
export function hashWord(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) {
    hash = ((hash << 5) | (hash >>> 27)) ^ (FOLD[text.charCodeAt(i)] as number);
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
  readonly #slots: Uint16Array | Int32Array;
  readonly #mask: number;
  /** By number: hash, and where the word's units begin in #units (one more for the end of the last). */
  readonly #hashes: Int32Array;
  readonly #offsets: Int32Array;
  readonly #units: Uint16Array;
  /** By number: the length of a word of letters that its hash and length tell from all others of letters; else 0. */
  readonly #certain: Uint8Array;

  constructor(words: readonly string[]) {
    this.size = words.length;
    let capacity = 16;
    while (capacity < words.length * 4) capacity *= 2;
    // Half the memory where numbers fit: more of the table stays in the processor's cache.
    const isSmall = words.length < 65_536;
    this.#slots = isSmall ? new Uint16Array(capacity) : new Int32Array(capacity);
    this.#mask = capacity - 1;
    this.#hashes = new Int32Array(words.length + 1);
    this.#offsets = new Int32Array(words.length + 2);
    this.#units = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
    this.#certain = new Uint8Array(words.length + 1);
    let offset = 0;
    words.forEach((word, index) => {
      const id = index + 1;
      this.#offsets[id] = offset;
      if (word.length <= LONGEST_CERTAIN && PLAIN.test(word)) this.#certain[id] = word.length;
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
    return this.lookupHashed(text, start, end, hashWord(text, start, end), false);
  }

  lookupHashed(text: string, start: number, end: number, hash: number, isPlain: boolean): number {
    const mask = this.#mask;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] as number;
      if (id === 0) return 0;
      if (this.#hashes[id] !== hash) continue;
      // Most words of a text are short and known: their units need no second look.
      if (isPlain && this.#certain[id] === end - start) return id;
      if (this.#equals(id, text, start, end)) return id;
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

/** Slot bits from all bits of the hash (Fibonacci hashing). */
function spread(hash: number): number {
  const product = Math.imul(hash, -1_640_531_527);
  return product ^ (product >>> 15);
}
