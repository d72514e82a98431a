import type { Tokens } from "../../text/text-index.ts";
import { buildVocabulary } from "../../text/vocabulary.ts";
import type { Vocabulary } from "../codebook.ts";
import { type Trie, TrieBuilder } from "../trie.ts";
import { hasWildcard, termWords } from "./term-words.ts";
import type { UserEntry, UserLexicon } from "./user-lexicon.ts";
import { Wildcards } from "./wildcards.ts";

/** A match of a user lexicon's entry in a part's tokens, from the first up to, not including, the last. */
export interface TermMatch {
  entry: UserEntry;
  from: number;
  to: number;
}

/** A match before overlaps are settled, and the term's number in the trie. */
interface Candidate {
  term: number;
  from: number;
  to: number;
}

interface Term {
  entry: UserEntry;
  slug: string;
  /** Number of its label among those of all lexicons. */
  group: number;
}

const NONE: readonly TermMatch[] = [];

/**
 * The terms of all user lexicons in one trie, found in one pass over a part's tokens.
 *
 * They have words and a trie of their own: what built-in signals find can't depend on a user's dictionary, and theirs
 * is another rule for overlaps, that of quanteda's tokens_lookup() with nested_scope = "key": within a label the longest
 * match wins wherever it stands, of equal ones the leftmost, and no token is in two; labels don't hinder each other.
 */
export class TermMatcher {
  private readonly terms: Term[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly wildcards: Wildcards | null;
  private readonly trie: Trie;
  private readonly known = new WeakMap<Tokens, ReadonlyMap<string, readonly TermMatch[]>>();

  constructor(lexicons: readonly UserLexicon[]) {
    const words: string[][] = [];
    let group = 0;
    for (const { slug, labels, entries } of lexicons) {
      const groups = new Map(labels.map((label) => [label, group++]));
      for (const entry of entries) {
        this.terms.push({ entry, slug, group: groups.get(entry.label) ?? 0 });
        words.push(termWords(entry.term));
      }
    }
    const distinct = [...new Set(words.flat())];
    const patterns = distinct.filter(hasWildcard);
    this.vocabulary = buildVocabulary(distinct.filter((word) => !hasWildcard(word)));
    this.wildcards = patterns.length > 0 ? new Wildcards(patterns) : null;
    const first = this.vocabulary.size + 1;
    const numbers = new Map(patterns.map((pattern, i) => [pattern, first + i]));
    const builder = new TrieBuilder();
    words.forEach((term, number) => {
      const path = term.map((word) => numbers.get(word) ?? this.vocabulary.idOf(word));
      builder.add(path, 0, number);
    });
    this.trie = builder.freeze(this.vocabulary.size + patterns.length);
  }

  /** Matches of one lexicon, by start, then label. Linear in the tokens. */
  find(slug: string, tokens: Tokens, text: string): readonly TermMatch[] {
    if (this.terms.length === 0) return NONE;
    const known = this.known.get(tokens) ?? this.settle(this.candidates(tokens, text));
    this.known.set(tokens, known);
    return known.get(slug) ?? NONE;
  }

  private candidates(tokens: Tokens, text: string): Candidate[] {
    const pass = new Pass(tokens, text, this.vocabulary, this.wildcards);
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.count; i++) this.step(pass, 0, i, i, found);
    return found;
  }

  /** Goes down from a node along token i and what follows. */
  private step(pass: Pass, node: number, from: number, i: number, found: Candidate[]): void {
    if (i >= pass.count) return;
    const id = pass.idAt(i);
    if (id !== 0) this.enter(pass, this.trie.child(node, id), from, i, found);
    for (const pattern of pass.patternsAt(i)) {
      const number = this.vocabulary.size + 1 + pattern;
      this.enter(pass, this.trie.child(node, number), from, i, found);
    }
  }

  private enter(pass: Pass, node: number, from: number, i: number, found: Candidate[]): void {
    if (node === 0) return;
    for (const term of this.trie.outputs(node)) found.push({ term, from, to: i + 1 });
    if (!this.trie.isLeaf(node)) this.step(pass, node, from, i + 1, found);
  }

  private settle(candidates: readonly Candidate[]): Map<string, TermMatch[]> {
    const byGroup = new Map<number, Candidate[]>();
    for (const candidate of candidates) {
      const { group } = this.terms[candidate.term] as Term;
      const members = byGroup.get(group);
      if (members === undefined) byGroup.set(group, [candidate]);
      else members.push(candidate);
    }
    const matches = new Map<string, TermMatch[]>();
    for (const group of [...byGroup.keys()].sort((a, b) => a - b)) {
      for (const { term, from, to } of withoutOverlaps(byGroup.get(group) ?? [])) {
        const { entry, slug } = this.terms[term] as Term;
        const own = matches.get(slug);
        if (own === undefined) matches.set(slug, [{ entry, from, to }]);
        else own.push({ entry, from, to });
      }
    }
    for (const own of matches.values()) own.sort((a, b) => a.from - b.from);
    return matches;
  }
}

/** The longest first, of equal ones the leftmost; one that shares a token with a kept one is left out. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const ordered = [...candidates].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const taken = new Set<number>();
  return ordered.filter(({ from, to }) => {
    for (let i = from; i < to; i++) if (taken.has(i)) return false;
    for (let i = from; i < to; i++) taken.add(i);
    return true;
  });
}

/** The tokens of a part as words of the lexicons, looked up once each. */
class Pass {
  readonly count: number;
  private readonly ids: Int32Array;
  private readonly patterns: (readonly number[] | undefined)[] = [];

  constructor(
    private readonly tokens: Tokens,
    private readonly text: string,
    vocabulary: Vocabulary,
    private readonly wildcards: Wildcards | null,
  ) {
    this.count = tokens.count;
    this.ids = new Int32Array(tokens.count);
    for (let i = 0; i < tokens.count; i++) {
      this.ids[i] = vocabulary.lookup(text, tokens.starts[i] as number, tokens.ends[i] as number);
    }
  }

  idAt(i: number): number {
    return this.ids[i] as number;
  }

  patternsAt(i: number): readonly number[] {
    if (this.wildcards === null) return NO_PATTERNS;
    const { starts, ends } = this.tokens;
    this.patterns[i] ??= this.wildcards.matching(this.text, starts[i] ?? 0, ends[i] ?? 0);
    return this.patterns[i] as readonly number[];
  }
}

const NO_PATTERNS: readonly number[] = [];
