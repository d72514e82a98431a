import type { Vocabulary } from "../../analysis/codebook/codebook.ts";
import { FOLD } from "../../analysis/text/fold.ts";
import { hashWord } from "../../analysis/text/vocabulary.ts";

const FIRST_SLOTS = 1024;

/**
 * A vocabulary that takes in every word it is asked for: handed to tokenize(), it numbers all words of the texts
 * from 1 in order of first appearance, folded. Strings are made for the words that are read back alone, which is
 * several times cheaper than a Map of strings for every token.
 */
export class GrowingVocabulary implements Vocabulary {
  size = 0;
  /** Slot -> number of the word there, 0 for an empty one; at most half are taken. */
  #slots = new Int32Array(FIRST_SLOTS);
  /** By number: hash, and where the word's units begin (one more for the end of the last). */
  #hashes = new Int32Array(FIRST_SLOTS / 2 + 1);
  #offsets = new Int32Array(FIRST_SLOTS / 2 + 2);
  #units = new Uint16Array(FIRST_SLOTS * 4);

  lookup(text: string, start: number, end: number): number {
    return this.lookupHashed(text, start, end, hashWord(text, start, end));
  }

  lookupHashed(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (;;) {
      const id = this.#slots[slot] as number;
      if (id === 0) break;
      if (this.#hashes[id] === hash && this.#equals(id, text, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = ++this.size;
    this.#keep(text, start, end, hash);
    if (this.size * 2 >= this.#slots.length) this.#grow();
    return this.size;
  }

  idOf(word: string): number {
    return this.lookup(word, 0, word.length);
  }

  /** The folded word of a number. */
  wordOf(id: number): string {
    const units = this.#units.subarray(
      this.#offsets[id] as number,
      this.#offsets[id + 1] as number,
    );
    let word = "";
    for (const unit of units) word += String.fromCharCode(unit);
    return word;
  }

  #keep(text: string, start: number, end: number, hash: number): void {
    let offset = this.#offsets[this.size] as number;
    if (offset + end - start > this.#units.length) {
      const larger = new Uint16Array(Math.max(this.#units.length * 2, offset + end - start));
      larger.set(this.#units);
      this.#units = larger;
    }
    for (let i = start; i < end; i++) this.#units[offset++] = FOLD[text.charCodeAt(i)] as number;
    this.#hashes[this.size] = hash;
    this.#offsets[this.size + 1] = offset;
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

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const hashes = new Int32Array(slots.length / 2 + 1);
    const offsets = new Int32Array(slots.length / 2 + 2);
    hashes.set(this.#hashes);
    offsets.set(this.#offsets);
    const mask = slots.length - 1;
    for (let id = 1; id <= this.size; id++) {
      let slot = spread(hashes[id] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
    this.#hashes = hashes;
    this.#offsets = offsets;
  }
}

/** FNV's low bits depend on the last units most; the slot takes the high ones in. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
