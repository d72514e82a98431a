import type { Tokens } from "./text-index.ts";

/** The arrays of tokens, by token. */
export type TokenArrays = Pick<Tokens, "starts" | "ends" | "kinds" | "ids" | "hashes">;

/** Tokens that a room holds: those of a hundred articles. */
const CAPACITY = 65_536;

/**
 * Room for the tokens of many texts, one text behind the other, in one piece of memory: to ask for it text by text
 * is a third of the tokenizer.
 */
export class TokenRoom {
  readonly arrays: TokenArrays;
  /** Tokens that are taken: the next text's begin there. */
  taken = 0;
  readonly #buffer: ArrayBuffer;
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#buffer = new ArrayBuffer(17 * capacity);
    this.#capacity = capacity;
    this.arrays = this.#view(0, capacity);
  }

  get free(): number {
    return this.#capacity - this.taken;
  }

  /** Takes so many tokens for good: nothing else is written there but by reusingTokens(). */
  take(count: number): TokenArrays {
    const taken = this.#view(this.taken, count);
    this.taken += count;
    return taken;
  }

  #view(from: number, count: number): TokenArrays {
    const buffer = this.#buffer;
    const capacity = this.#capacity;
    return {
      starts: new Int32Array(buffer, 4 * from, count),
      ends: new Int32Array(buffer, 4 * (capacity + from), count),
      ids: new Int32Array(buffer, 4 * (2 * capacity + from), count),
      hashes: new Int32Array(buffer, 4 * (3 * capacity + from), count),
      kinds: new Uint8Array(buffer, 16 * capacity + from, count),
    };
  }
}

let room = new TokenRoom(0);

/** A room with so many tokens free at least. It is not cleared: who takes tokens writes all that is read of them. */
export function roomFor(tokens: number): TokenRoom {
  if (tokens > CAPACITY) return new TokenRoom(tokens);
  if (room.free < tokens) room = new TokenRoom(CAPACITY);
  return room;
}

/**
 * Does a work and uses the memory of its tokens again afterwards, while the processor still has it at hand: half of
 * what room costs is memory that is new. What the work returns must hold no tokens, and no arrays of them.
 */
export function reusingTokens<Result>(work: () => Result): Result {
  const before = room;
  const { taken } = before;
  try {
    return work();
  } finally {
    room.taken = room === before ? taken : 0;
  }
}
