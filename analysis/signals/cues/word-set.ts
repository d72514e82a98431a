import type { Codebook } from "../../codebook/compile.ts";

/**
 * Words of one or several of the codebook's closed lists (rule-lists.csv), asked for by vocabulary number. A table for
 * each set, made once for each codebook: rules ask some fifty times about a cue, and looking lists up by name was 4% of an analysis.
 */
export class WordSet {
  private readonly lists: readonly string[];
  private readonly tables = new WeakMap<Codebook, Uint8Array>();
  /** The codebook asked last, and its table. */
  private codebook: Codebook | null = null;
  private table: Uint8Array = new Uint8Array(1);

  constructor(...lists: readonly string[]) {
    this.lists = lists;
  }

  has(codebook: Codebook, id: number): boolean {
    if (codebook !== this.codebook) this.change(codebook);
    return this.table[id] === 1;
  }

  private change(codebook: Codebook): void {
    this.table = this.tables.get(codebook) ?? this.compile(codebook);
    this.tables.set(codebook, this.table);
    this.codebook = codebook;
  }

  private compile(codebook: Codebook): Uint8Array {
    const table = new Uint8Array(codebook.vocabulary.size + 1);
    for (let id = 1; id < table.length; id++) {
      if (this.lists.some((list) => codebook.inList(list, id))) table[id] = 1;
    }
    return table;
  }
}

/** No word at all. */
export const NO_WORDS = new WordSet();
