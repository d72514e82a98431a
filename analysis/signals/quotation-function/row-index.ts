import type { QuotationContext } from "./context.ts";
import type { Listed, Place, Question } from "./row.ts";
import type { TokenRun } from "./token-run.ts";
import { PARTS_OF_WORD } from "./word-lists.ts";

/** Numbers of 32 bits that hold a set of rows. */
const bitsFor = (rows: number) => (rows + 31) >> 5;

/** A set of rows by number. */
export class RowSet {
  readonly #bits: Int32Array;

  constructor(rows: number) {
    this.#bits = new Int32Array(bitsFor(rows));
  }

  /** Makes it the same set as another. */
  become(other: RowSet): void {
    for (let i = 0; i < this.#bits.length; i++) this.#bits[i] = other.#bits[i] as number;
  }

  clear(): void {
    this.#bits.fill(0);
  }

  add(row: number): void {
    this.#bits[row >> 5] = (this.#bits[row >> 5] as number) | (1 << (row & 31));
  }

  has(row: number): boolean {
    return (((this.#bits[row >> 5] as number) >>> (row & 31)) & 1) === 1;
  }

  /** Writes the numbers of its rows in order, from the first place on; returns how many there are. */
  write(into: Int32Array): number {
    let count = 0;
    for (let i = 0; i < this.#bits.length; i++) {
      for (let left = this.#bits[i] as number; left !== 0; left &= left - 1)
        into[count++] = 32 * i + lowestBit(left);
    }
    return count;
  }
}

const lowestBit = (bits: number) => 31 - Math.clz32(bits & -bits);

/** A row that a word of a list at a place may make hold. */
interface Candidate {
  row: number;
  also: Question | undefined;
}

/** One place of a run, with the lists that rows look for there. */
interface Lookout {
  n: number;
  /** The lists as bits, as a word's (word-lists.ts). */
  lists: Int32Array;
  /** By list. */
  candidates: (Candidate[] | undefined)[];
}

/**
 * The rows of words, found by the words: of each place the lists of all its tokens are at hand as bits, so one look tells
 * that none of twenty rows holds, and a word names its rows. Asking row by row took a function for each; together they
 * are more code than a processor keeps at hand.
 */
export class RowIndex {
  readonly #lookouts: Readonly<Record<Place["run"], Lookout[]>> = {
    before: [],
    after: [],
    words: [],
  };

  add(row: number, conditions: readonly Listed[]): void {
    for (const { place, list, also } of conditions) {
      const { lists, candidates } = this.#lookoutAt(place);
      const part = list >> 5;
      lists[part] = (lists[part] as number) | (1 << (list & 31));
      candidates[list] ??= [];
      candidates[list].push({ row, also });
    }
  }

  #lookoutAt({ run, n }: Place): Lookout {
    const known = this.#lookouts[run].find((lookout) => lookout.n === n);
    if (known !== undefined) return known;
    const lists = new Int32Array(PARTS_OF_WORD);
    const candidates = new Array<undefined>(32 * PARTS_OF_WORD).fill(undefined);
    const lookout = { n, lists, candidates };
    this.#lookouts[run].push(lookout);
    return lookout;
  }

  /** Adds the rows of words that hold for a quotation to a set. */
  find(q: QuotationContext, into: RowSet): void {
    readRun(q, q.before, this.#lookouts.before, into);
    readRun(q, q.after, this.#lookouts.after, into);
    readRun(q, q.words, this.#lookouts.words, into);
  }
}

function readRun(q: QuotationContext, run: TokenRun, lookouts: Lookout[], into: RowSet): void {
  for (let i = 0; i < lookouts.length; i++) {
    const { n, lists, candidates } = lookouts[i] as Lookout;
    for (let part = 0; part < PARTS_OF_WORD; part++) {
      let found = run.listsOf(n, part) & (lists[part] as number);
      for (; found !== 0; found &= found - 1)
        addRows(q, candidates[32 * part + lowestBit(found)] as Candidate[], into);
    }
  }
}

function addRows(q: QuotationContext, candidates: readonly Candidate[], into: RowSet): void {
  for (let i = 0; i < candidates.length; i++) {
    const { row, also } = candidates[i] as Candidate;
    if (also === undefined || (!into.has(row) && also(q))) into.add(row);
  }
}
