import { FOLD } from "../../text/fold.ts";
import { type Trie, TrieBuilder } from "../trie.ts";

const UNITS = 65_535;
const ANY = 0x2a;
const ONE = 0x3f;
const WILDCARDS = /[*?]/;
/** Longer words (addresses, encoded data) match no wildcard: the time for a word stays bounded. */
const LONGEST_WORD = 256;
const NONE: readonly number[] = [];

/**
 * Words with * (any characters) and ? (one), numbered: which of them does a word of the text match?
 * Each is looked up by its longest plain stretch at the start, at the end, or inside, and only then compared.
 */
export class Wildcards {
  private readonly patterns: readonly string[];
  private readonly starts: Trie;
  private readonly ends: Trie;
  private readonly inners: Trie;
  private readonly hasInner: boolean;
  /** Patterns without a plain character. */
  private readonly bare: readonly number[];

  /** @param patterns folded words */
  constructor(patterns: readonly string[]) {
    const [starts, ends, inners] = [new TrieBuilder(), new TrieBuilder(), new TrieBuilder()];
    const bare: number[] = [];
    let hasInner = false;
    patterns.forEach((pattern, number) => {
      const plain = pattern.split(WILDCARDS);
      const [first = "", last = ""] = [plain[0], plain.at(-1)];
      const inner = plain.reduce((a, b) => (b.length > a.length ? b : a), "");
      if (first !== "" && first.length >= last.length) starts.add(unitsOf(first), 0, number);
      else if (last !== "") ends.add(unitsOf(last).reverse(), 0, number);
      else if (inner !== "") {
        inners.add(unitsOf(inner), 0, number);
        hasInner = true;
      } else bare.push(number);
    });
    this.patterns = patterns;
    this.starts = starts.freeze(UNITS);
    this.ends = ends.freeze(UNITS);
    this.inners = inners.freeze(UNITS);
    this.hasInner = hasInner;
    this.bare = bare;
  }

  /** Numbers of the patterns that text[start, end), a token, matches. */
  matching(text: string, start: number, end: number): readonly number[] {
    if (end - start > LONGEST_WORD) return NONE;
    const found = new Set<number>(this.bare);
    walk(this.starts, text, start, end, 1, found);
    walk(this.ends, text, end - 1, start - 1, -1, found);
    for (let at = start; this.hasInner && at < end; at++) {
      walk(this.inners, text, at, end, 1, found);
    }
    if (found.size === 0) return NONE;
    return [...found].filter((number) =>
      matchesWord(this.patterns[number] ?? "", text, start, end),
    );
  }
}

function unitsOf(word: string): number[] {
  return Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
}

/** Collects the outputs on the path of the units from `at` on, up to `stop` exclusive. */
function walk(
  trie: Trie,
  text: string,
  at: number,
  stop: number,
  direction: 1 | -1,
  found: Set<number>,
): void {
  let node = 0;
  for (let i = at; i !== stop; i += direction) {
    node = trie.child(node, FOLD[text.charCodeAt(i)] ?? 0);
    if (node === 0) return;
    for (const number of trie.outputs(node)) found.add(number);
  }
}

/** Whether a folded pattern covers the whole of text[start, end), whatever its case. */
export function matchesWord(pattern: string, text: string, start: number, end: number): boolean {
  let p = 0;
  let at = start;
  /** Behind the last *, and where what it takes ends. */
  let star = -1;
  let taken = start;
  while (at < end) {
    const unit = pattern.charCodeAt(p);
    if (unit === ANY) {
      star = ++p;
      taken = at;
    } else if (unit === ONE) {
      p++;
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else if (unit === FOLD[text.charCodeAt(at)]) {
      p++;
      at++;
    } else if (star >= 0) {
      p = star;
      at = ++taken;
    } else return false;
  }
  while (pattern.charCodeAt(p) === ANY) p++;
  return p === pattern.length;
}
