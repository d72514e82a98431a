import type { Codebook } from "../../codebook/compile.ts";

/** Numbers for each word that hold the sets it is in as bits, 32 sets in each. */
const COLUMNS = 4;

/** All sets, in the order of their bits; modules that name the same lists share one. */
const all: WordSet[] = [];

/**
 * Words of one or several of the codebook's closed lists (rule-lists.csv), asked for by vocabulary number. Which sets a
 * word is in stands in one place, as bits: rules ask some fifty times about a cue, often several times about one word.
 */
export class WordSet {
  readonly lists: readonly string[];
  private readonly column: number;
  private readonly bit: number;

  constructor(...lists: readonly string[]) {
    this.lists = lists;
    const twin = all.find((set) => set.lists.join() === lists.join());
    this.column = twin?.column ?? all.length >>> 5;
    this.bit = twin?.bit ?? 1 << (all.length & 31);
    if (this.column >= COLUMNS) throw new RangeError("There are more word sets than bits for them");
    if (twin === undefined) all.push(this);
  }

  /** Whether a word is in the set, by setsOf() its codebook. */
  has(sets: Int32Array, id: number): boolean {
    return ((sets[id * COLUMNS + this.column] as number) & this.bit) !== 0;
  }

  addTo(sets: Int32Array, id: number): void {
    const at = id * COLUMNS + this.column;
    sets[at] = (sets[at] as number) | this.bit;
  }
}

/** The table of each codebook, and for how many sets it was made: a module that is loaded later may bring more. */
const known = new WeakMap<Codebook, { sets: Int32Array; count: number }>();

/** Which sets each word of a codebook is in, COLUMNS numbers a word; made once for each codebook. */
export function setsOf(codebook: Codebook): Int32Array {
  const made = known.get(codebook);
  if (made?.count === all.length) return made.sets;
  const { size } = codebook.vocabulary;
  const sets = new Int32Array((size + 1) * COLUMNS);
  for (const set of all) {
    for (let id = 1; id <= size; id++) {
      if (set.lists.some((list) => codebook.inList(list, id))) set.addTo(sets, id);
    }
  }
  known.set(codebook, { sets, count: all.length });
  return sets;
}

/** No word at all. */
export const NO_WORDS = new WordSet();
