/** Of a node: forms go on below it. Above the bits of all lexicons. */
const GOES_ON = 1 << 30;

/** Of a word: it is a form by itself; it begins forms of several words. */
export const IS_FORM = 1;
export const BEGINS_LONGER = 2;

/**
 * The forms of all lexicons in one tree over vocabulary numbers, in typed arrays: node 0 is the root,
 * child() is a look-up by word at the root, in a hash table below.
 */
export class Trie {
  /** By word: the node below the root. */
  private readonly roots: Int32Array;
  private readonly edges: EdgeTable;
  /** By node: bits of the lexicons of which a form ends there, and GOES_ON. */
  private readonly facts: Int32Array;
  /** The outputs of all nodes one after the other; by node, where its own begin, one more for the end of the last. */
  private readonly outputList: Int32Array;
  private readonly outputBegins: Int32Array;
  /** By word: IS_FORM and BEGINS_LONGER. */
  private readonly beginnings: Uint8Array;
  /** The first two words of forms, and what follows them: the third word, or NO_WORD where a form ends. */
  private readonly pairs = new PairFilter();
  private readonly thirds = new PairFilter();

  constructor(vocabularySize: number, { children, endings, ends }: Branches) {
    this.roots = new Int32Array(vocabularySize + 1);
    this.beginnings = new Uint8Array(vocabularySize + 1);
    this.edges = new EdgeTable(children);
    this.facts = Int32Array.from(
      endings,
      (bits, node) => bits | (children[node]?.size ? GOES_ON : 0),
    );
    const outputs = children.map((_, node) => ends.get(node) ?? []);
    this.outputList = Int32Array.from(outputs.flat());
    this.outputBegins = new Int32Array(children.length + 1);
    outputs.forEach((own, node) => {
      this.outputBegins[node + 1] = (this.outputBegins[node] as number) + own.length;
    });
    for (const [word, node] of children[0] ?? []) {
      this.roots[word] = node;
      this.beginnings[word] =
        (this.endingAt(node) === 0 ? 0 : IS_FORM) | (this.isLeaf(node) ? 0 : BEGINS_LONGER);
      for (const [next, below] of children[node] ?? []) {
        const pair = mix(word, next);
        this.pairs.add(word, next);
        if (this.endingAt(below) !== 0) this.thirds.add(pair, NO_WORD);
        for (const third of children[below]?.keys() ?? []) this.thirds.add(pair, third);
      }
    }
  }

  /**
   * What may begin with a word that the next one (0: unknown to the codebook) follows: bits of IS_FORM and BEGINS_LONGER.
   * Nearly all tokens begin nothing, and are told without a branch; now and then one is let through that begins nothing either.
   */
  beginning(word: number, next: number): number {
    const facts = this.beginnings[word] as number;
    return facts & (IS_FORM | (this.pairs.mayHave(word, next) << 1));
  }

  /** Whether a form that may begin with two words may go on with a third, or end before. "In the" begins many and is none. */
  mayGoOn(word: number, next: number, third: number): boolean {
    const pair = mix(word, next);
    return (this.thirds.mayHave(pair, NO_WORD) | this.thirds.mayHave(pair, third)) !== 0;
  }

  /** The node below a node for a word, or 0 where there is none. */
  child(node: number, word: number): number {
    return node === 0 ? (this.roots[word] ?? 0) : this.edges.get(node, word);
  }

  /** Bits of the lexicons of which a form ends at a node. */
  endingAt(node: number): number {
    return (this.facts[node] as number) & ~GOES_ON;
  }

  /** Whether no form goes on below a node. */
  isLeaf(node: number): boolean {
    return ((this.facts[node] as number) & GOES_ON) === 0;
  }

  /** The outputs (numbers given to add) of the forms that end at a node. */
  outputs(node: number): readonly number[] {
    if (this.endingAt(node) === 0) return NO_OUTPUTS;
    return [...this.outputList.subarray(this.firstOutput(node), this.firstOutput(node + 1))];
  }

  /** The same one by one: output(i) for all i from firstOutput(node) on, before firstOutput(node + 1). */
  firstOutput(node: number): number {
    return this.outputBegins[node] as number;
  }

  output(i: number): number {
    return this.outputList[i] as number;
  }
}

const NO_WORD = -1;
const NO_OUTPUTS: readonly number[] = [];

/** A trie as it grows, by node. */
interface Branches {
  children: Map<number, number>[];
  endings: number[];
  ends: Map<number, number[]>;
}

/** Grows a trie; freeze() gives it out in its final, compact shape. */
export class TrieBuilder {
  private readonly branches: Branches = {
    children: [new Map()],
    endings: [0],
    ends: new Map(),
  };

  /** Adds a form as its words' numbers. The lexicon is a number from 0 to 29. */
  add(words: readonly number[], lexicon: number, output: number): void {
    const { children, endings, ends } = this.branches;
    const bit = 1 << lexicon;
    let node = 0;
    for (const word of words) {
      const known = children[node]?.get(word);
      const next = known ?? children.length;
      if (known === undefined) {
        children[node]?.set(word, next);
        children.push(new Map());
        endings.push(0);
      }
      node = next;
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

  /** 1 or 0. */
  mayHave(first: number, second: number): number {
    const bit = bitOf(first, second);
    return ((this.table[bit >>> 5] as number) >>> (bit & 31)) & 1;
  }
}

function bitOf(first: number, second: number): number {
  return mix(first, second) >>> (32 - FILTER_BITS);
}

/** Two numbers hashed; the high bits are the good ones. */
function mix(first: number, second: number): number {
  return Math.imul(Math.imul(first, -1_640_531_527) ^ second, -2_048_144_777);
}

/** All nodes that have a parent other than the root, in a hash table by parent and word. */
class EdgeTable {
  /** Slot -> node, 0 for an empty slot. At most a half is taken: misses end soon. */
  private readonly slots: Int32Array | Uint16Array;
  private readonly shift: number;
  /** By node. */
  private readonly parents: Int32Array;
  private readonly words: Int32Array;

  constructor(children: readonly ReadonlyMap<number, number>[]) {
    const bits = Math.ceil(Math.log2(2 * children.length));
    this.slots = children.length < 65_536 ? new Uint16Array(1 << bits) : new Int32Array(1 << bits);
    this.shift = 32 - bits;
    this.parents = new Int32Array(children.length);
    this.words = new Int32Array(children.length);
    children.forEach((below, parent) => {
      for (const [word, node] of below) if (parent !== 0) this.insert(parent, word, node);
    });
  }

  private insert(parent: number, word: number, node: number): void {
    this.parents[node] = parent;
    this.words[node] = word;
    let slot = mix(parent, word) >>> this.shift;
    while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
    this.slots[slot] = node;
  }

  get(parent: number, word: number): number {
    const { slots, parents, words } = this;
    for (let slot = mix(parent, word) >>> this.shift; ; slot = (slot + 1) & (slots.length - 1)) {
      const node = slots[slot] as number;
      if (node === 0 || (words[node] === word && parents[node] === parent)) return node;
    }
  }
}
