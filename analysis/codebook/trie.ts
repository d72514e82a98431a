/**
 * The forms of all lexicons in one tree over vocabulary numbers, in typed arrays: node 0 is the root,
 * child() is a look-up by word at the root, a short search below.
 */
export class Trie {
  /** By word: the node below the root. */
  private readonly roots: Int32Array;
  private readonly edges: EdgeTable;
  /** By node. */
  private readonly lexicons: Int32Array;
  private readonly isInner: Uint8Array;
  private readonly ends: readonly (readonly number[])[];

  constructor(
    vocabularySize: number,
    children: readonly ReadonlyMap<number, number>[],
    lexicons: readonly number[],
    ends: ReadonlyMap<number, readonly number[]>,
  ) {
    this.roots = new Int32Array(vocabularySize + 1);
    for (const [word, child] of children[0] ?? []) this.roots[word] = child;
    this.edges = new EdgeTable(children);
    this.lexicons = Int32Array.from(lexicons);
    this.isInner = Uint8Array.from(children, (below) => (below.size > 0 ? 1 : 0));
    this.ends = children.map((_, node) => ends.get(node) ?? NO_OUTPUTS);
  }

  /** The node below a node for a word, or 0 where there is none. */
  child(node: number, word: number): number {
    return node === 0 ? (this.roots[word] ?? 0) : this.edges.get(node, word);
  }

  /** Bits of the lexicons that have a form at or below a node. */
  below(node: number): number {
    return this.lexicons[node] ?? 0;
  }

  /** Whether no form goes on below a node. */
  isLeaf(node: number): boolean {
    return this.isInner[node] !== 1;
  }

  /** The outputs (numbers given to add) of the forms that end at a node. */
  outputs(node: number): readonly number[] {
    return this.ends[node] ?? NO_OUTPUTS;
  }
}

const NO_OUTPUTS: readonly number[] = [];

/** Grows a trie; freeze() gives it out in its final, compact shape. */
export class TrieBuilder {
  private readonly children: Map<number, number>[] = [new Map()];
  private readonly lexicons: number[] = [0];
  private readonly ends = new Map<number, number[]>();

  /** Adds a form as its words' numbers. The lexicon is a number from 0 to 30. */
  add(words: readonly number[], lexicon: number, output: number): void {
    let node = 0;
    for (const word of words) {
      const known = this.children[node]?.get(word);
      const next = known ?? this.children.length;
      if (known === undefined) {
        this.children[node]?.set(word, next);
        this.children.push(new Map());
        this.lexicons.push(0);
      }
      node = next;
      this.lexicons[node] = (this.lexicons[node] ?? 0) | (1 << lexicon);
    }
    const outputs = this.ends.get(node) ?? [];
    outputs.push(output);
    this.ends.set(node, outputs);
  }

  freeze(vocabularySize: number): Trie {
    return new Trie(vocabularySize, this.children, this.lexicons, this.ends);
  }
}

/**
 * The children of each node side by side, in order of their words: nearly all nodes have a handful, which one line of the
 * processor's cache holds. A hash table of all pairs waits for memory at every look-up.
 */
class EdgeTable {
  /** By node: where its children begin; one more for the end of the last. */
  private readonly begins: Int32Array;
  /** Words and targets in turn. */
  private readonly edges: Int32Array;

  constructor(children: readonly ReadonlyMap<number, number>[]) {
    this.begins = new Int32Array(children.length + 1);
    this.edges = new Int32Array(2 * children.reduce((sum, below) => sum + below.size, 0));
    let at = 0;
    children.forEach((below, node) => {
      for (const [word, target] of [...below].sort((a, b) => a[0] - b[0])) {
        this.edges[2 * at] = word;
        this.edges[2 * at + 1] = target;
        at++;
      }
      this.begins[node + 1] = at;
    });
  }

  get(node: number, word: number): number {
    const { edges } = this;
    let low = this.begins[node] as number;
    let high = this.begins[node + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = edges[2 * middle] as number;
      if (found === word) return edges[2 * middle + 1] as number;
      if (found < word) low = middle + 1;
      else high = middle;
    }
    return 0;
  }
}
