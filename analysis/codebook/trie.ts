/** Of a word: it begins a form of several words. Above the bits of all lexicons. */
const BEGINS_LONGER = 1 << 30;
const FORM_BITS = BEGINS_LONGER - 1;

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
  /** By node: bits of the lexicons of which a form ends there. */
  private readonly endings: Int32Array;
  /** By word: bits of the lexicons of which it is a form by itself, and BEGINS_LONGER. */
  private readonly words: Int32Array;
  /** The first two words of forms. */
  private readonly pairs = new PairFilter();

  constructor(vocabularySize: number, { children, lexicons, endings, ends }: Branches) {
    this.roots = new Int32Array(vocabularySize + 1);
    for (const [word, child] of children[0] ?? []) this.roots[word] = child;
    this.edges = new EdgeTable(children);
    this.lexicons = Int32Array.from(lexicons);
    this.isInner = Uint8Array.from(children, (below) => (below.size > 0 ? 1 : 0));
    this.ends = children.map((_, node) => ends.get(node) ?? NO_OUTPUTS);
    this.endings = Int32Array.from(endings);
    this.words = this.roots.map((node) => {
      if (node === 0) return 0;
      return (endings[node] ?? 0) | (children[node]?.size ? BEGINS_LONGER : 0);
    });
    for (const [word, node] of children[0] ?? []) {
      for (const next of children[node]?.keys() ?? []) this.pairs.add(word, next);
    }
  }

  /**
   * Whether a form may begin with a word, where it is that word or goes on with the next one (0: unknown to the codebook).
   * Nearly all tokens begin none, and are told by a look or two; now and then one is let through that begins none either.
   */
  mayBegin(word: number, next: number): boolean {
    const facts = this.words[word] as number;
    if ((facts & FORM_BITS) !== 0) return true;
    return facts !== 0 && this.pairs.mayHave(word, next);
  }

  /** The node below a node for a word, or 0 where there is none. */
  child(node: number, word: number): number {
    return node === 0 ? (this.roots[word] ?? 0) : this.edges.get(node, word);
  }

  /** Bits of the lexicons that have a form at or below a node. */
  below(node: number): number {
    return this.lexicons[node] ?? 0;
  }

  /** Bits of the lexicons of which a form ends at a node. */
  endingAt(node: number): number {
    return this.endings[node] as number;
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

/** A trie as it grows, by node. */
interface Branches {
  children: Map<number, number>[];
  lexicons: number[];
  endings: number[];
  ends: Map<number, number[]>;
}

/** Grows a trie; freeze() gives it out in its final, compact shape. */
export class TrieBuilder {
  private readonly branches: Branches = {
    children: [new Map()],
    lexicons: [0],
    endings: [0],
    ends: new Map(),
  };

  /** Adds a form as its words' numbers. The lexicon is a number from 0 to 29. */
  add(words: readonly number[], lexicon: number, output: number): void {
    const { children, lexicons, endings, ends } = this.branches;
    const bit = 1 << lexicon;
    let node = 0;
    for (const word of words) {
      const known = children[node]?.get(word);
      const next = known ?? children.length;
      if (known === undefined) {
        children[node]?.set(word, next);
        children.push(new Map());
        lexicons.push(0);
        endings.push(0);
      }
      node = next;
      lexicons[node] = (lexicons[node] ?? 0) | bit;
    }
    endings[node] = (endings[node] ?? 0) | bit;
    const outputs = ends.get(node) ?? [];
    outputs.push(output);
    ends.set(node, outputs);
  }

  freeze(vocabularySize: number): Trie {
    return new Trie(vocabularySize, this.branches);
  }
}

/** Bits of a filter's table, as a power of 2: with some thousand pairs one in thirty strangers is let through. */
const FILTER_BITS = 17;

/** Pairs of words as bits of a table small enough for the processor's nearest cache: says no surely, yes mostly. */
class PairFilter {
  private readonly table = new Int32Array(1 << (FILTER_BITS - 5));

  add(first: number, second: number): void {
    const bit = bitOf(first, second);
    this.table[bit >>> 5] = (this.table[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  mayHave(first: number, second: number): boolean {
    const bit = bitOf(first, second);
    return (((this.table[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0;
  }
}

function bitOf(first: number, second: number): number {
  return (
    Math.imul(Math.imul(first, -1_640_531_527) ^ second, -2_048_144_777) >>> (32 - FILTER_BITS)
  );
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
