/**
 * The forms of all lexicons in one tree over vocabulary numbers, in typed arrays: node 0 is the root,
 * child() is one look-up in a hash table of (node, word) pairs.
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
    this.edges = new EdgeTable(children.reduce((sum, below) => sum + below.size, 0));
    children.forEach((below, node) => {
      for (const [word, child] of below) this.edges.set(node, word, child);
    });
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
const EMPTY = 0;

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

/** Open addressing, at most half full: (node, word) to child. */
class EdgeTable {
  private readonly nodes: Int32Array;
  private readonly words: Int32Array;
  private readonly targets: Int32Array;
  private readonly mask: number;

  constructor(edges: number) {
    let size = 16;
    while (size < edges * 2) size *= 2;
    this.mask = size - 1;
    this.nodes = new Int32Array(size);
    this.words = new Int32Array(size);
    this.targets = new Int32Array(size);
  }

  /** The slot that holds a pair, or the free one where it belongs. */
  private slot(node: number, word: number): number {
    let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.mask;
    while (this.targets[at] !== EMPTY && (this.nodes[at] !== node || this.words[at] !== word)) {
      at = (at + 1) & this.mask;
    }
    return at;
  }

  set(node: number, word: number, target: number): void {
    const at = this.slot(node, word);
    this.nodes[at] = node;
    this.words[at] = word;
    this.targets[at] = target;
  }

  get(node: number, word: number): number {
    return this.targets[this.slot(node, word)] ?? 0;
  }
}
