import { type Tokens, WORD } from "../text/text-index.ts";
import { PARTS } from "../types.ts";
import type { LexiconEntry, LexiconMatch, Vocabulary } from "./codebook.ts";
import { type CompiledException, standsIn } from "./exceptions.ts";
import type { PrefixWords } from "./prefix-words.ts";
import { BEGINS_LONGER, IS_FORM, type Trie } from "./trie.ts";

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;

/** A form of an entry, as the trie's outputs number it. */
export interface CompiledForm {
  lexicon: number;
  entry: LexiconEntry;
  /** Number of the entry's label among those of all lexicons. */
  label: number;
  exceptions: readonly CompiledException[];
}

/** Number of the noun of a possessive token ("regime's"), or 0. */
function possessiveId(vocabulary: Vocabulary, text: string, start: number, end: number): number {
  const mark = end - start < 3 ? 0 : text.charCodeAt(end - 2);
  if (mark !== APOSTROPHE && mark !== CURLY_APOSTROPHE) return 0;
  const last = text.charCodeAt(end - 1);
  return last === 0x73 || last === 0x53 ? vocabulary.lookup(text, start, end - 2) : 0;
}

/** Of a form, above its label. */
const HAS_EXCEPTIONS = 1 << 30;

/** Tokens after the first one of a form that the trie's filters look at. */
const LOOK_AHEAD = 2;

const NO_MATCHES: readonly LexiconMatch[] = [];

/** The matches of one part, by number of lexicon. */
type Matches = readonly (readonly LexiconMatch[])[];

/** The compiled forms of all lexicons; made once for each codebook. */
export class Matcher {
  private readonly trie: Trie;
  private readonly forms: readonly CompiledForm[];
  private readonly entries: readonly LexiconEntry[];
  private readonly lexicons: number;
  private readonly vocabulary: Vocabulary;
  private readonly nouns: Int32Array;
  private readonly prefixes: PrefixWords;
  private readonly hasPrefixes: boolean;
  /** By form: its label and HAS_EXCEPTIONS; few forms have any. */
  private readonly facts: Int32Array;
  /** By word: the form that it is by itself, or -1 where it is none or several. */
  private readonly alone: Int32Array;
  /** By label: the lexicon that it is of. */
  private readonly lexiconOf: Uint8Array;
  /** By label of all lexicons: the longest form found from the current start (-1 for none), and where it ends. */
  private readonly found: Int32Array;
  private readonly ends: Int32Array;
  /** The first and the last label of which a form was found from the current start. */
  private firstLabel = 0;
  private lastLabel = -1;
  /** By label: the token after the last match. */
  private readonly taken: Int32Array;
  /** What is read at present; find() sets them. */
  private tokens!: Tokens;
  private text!: string;
  /** Words with an apostrophe that possessiveFrom() has passed. */
  private passed = 0;
  /**
   * The parts of the article at hand: found once for all lexicons, in one pass over the tokens instead of one for each.
   * A WeakMap of all parts would cost the garbage collector more than the pass.
   */
  private readonly recent: { tokens: Tokens; matches: Matches }[] = [];

  constructor(parts: {
    trie: Trie;
    forms: readonly CompiledForm[];
    vocabulary: Vocabulary;
    /** By number of a word: that of its noun where it is a possessive (women's), else 0. */
    nouns: Int32Array;
    prefixes: PrefixWords;
    /** Number of lexicons, and of the labels of all. */
    lexicons: number;
    labels: number;
  }) {
    this.trie = parts.trie;
    this.forms = parts.forms;
    this.vocabulary = parts.vocabulary;
    this.nouns = parts.nouns;
    this.prefixes = parts.prefixes;
    this.hasPrefixes = parts.prefixes.size > 0;
    this.lexicons = parts.lexicons;
    this.facts = Int32Array.from(parts.forms, ({ label, exceptions }) =>
      exceptions.length > 0 ? label | HAS_EXCEPTIONS : label,
    );
    this.alone = Int32Array.from(parts.nouns, (_, word) => {
      const outputs = parts.trie.outputs(parts.trie.child(0, word));
      return outputs.length === 1 ? (outputs[0] as number) : -1;
    });
    this.lexiconOf = new Uint8Array(parts.labels);
    for (const { label, lexicon } of parts.forms) this.lexiconOf[label] = lexicon;
    this.entries = parts.forms.map(({ entry }) => entry);
    this.found = new Int32Array(parts.labels).fill(-1);
    this.ends = new Int32Array(parts.labels);
    this.taken = new Int32Array(parts.labels);
  }

  /**
   * Matches of a lexicon, by start, then label. Within a label the leftmost match wins, of those with one start
   * the longest, and no token is in two; matches of different labels may overlap.
   */
  find(lexicon: number, tokens: Tokens, text: string): readonly LexiconMatch[] {
    if (tokens.count === 0) return NO_MATCHES;
    for (const { tokens: known, matches } of this.recent) {
      if (known === tokens) return matches[lexicon] ?? NO_MATCHES;
    }
    this.tokens = tokens;
    this.text = text;
    const matches = this.findAll();
    this.recent.push({ tokens, matches });
    if (this.recent.length > PARTS.length) this.recent.shift();
    return matches[lexicon] ?? NO_MATCHES;
  }

  private findAll(): Matches {
    const matches: LexiconMatch[][] = [];
    for (let lexicon = 0; lexicon < this.lexicons; lexicon++) matches.push([]);
    const { trie, hasPrefixes } = this;
    const { ids, count } = this.tokens;
    this.taken.fill(0);
    let possessive = this.possessiveFrom(0);
    let id = ids[0] as number;
    for (let i = 0; i < count; i++) {
      const next = i + 1 < count ? (ids[i + 1] as number) : 0;
      // A possessive ("the regime's") counts as its noun, wherever in a form it stands.
      const isOpen = i + LOOK_AHEAD >= possessive || hasPrefixes;
      const begins = isOpen ? BEGINS_LONGER : trie.beginning(id, next);
      if (begins === IS_FORM && (this.alone[id] as number) >= 0) {
        this.takeAlone(i, this.alone[id] as number, matches);
      } else if (begins !== 0) {
        const third = i + 2 < count ? (ids[i + 2] as number) : 0;
        const mayMatch = isOpen || begins !== BEGINS_LONGER || trie.mayGoOn(id, next, third);
        const isOver = mayMatch && (isOpen ? this.step(i, 0, i) : this.walk(i, possessive)) !== 0;
        if (isOver) this.take(i, matches);
      }
      if (i === possessive) possessive = this.possessiveFrom(i + 1);
      id = next;
    }
    return matches;
  }

  /** The first possessive of a noun that the codebook knows, from a token on; out of reach of all tokens where there is none. */
  private possessiveFrom(token: number): number {
    const { apostrophes, count } = this.tokens;
    if (token === 0) this.passed = 0;
    for (; this.passed < apostrophes.length; this.passed++) {
      const found = apostrophes[this.passed] as number;
      if (found >= token && this.nounOf(found) !== 0) return found;
    }
    return count + LOOK_AHEAD;
  }

  /** Adds a match of a form of one word that nothing longer begins with, as nearly all are. */
  private takeAlone(i: number, form: number, matches: LexiconMatch[][]): void {
    const facts = this.facts[form] as number;
    const label = facts & ~HAS_EXCEPTIONS;
    if (i < (this.taken[label] as number)) return;
    if (facts !== label && this.isExcepted(form, i)) return;
    this.add(matches, form, label, i, i + 1);
  }

  private add(matches: LexiconMatch[][], form: number, label: number, from: number, to: number) {
    const entry = this.entries[form] as LexiconEntry;
    matches[this.lexiconOf[label] as number]?.push({ entry, from, to });
    this.taken[label] = to;
  }

  /** Moves what was found from a start to the matches, label by label, where no earlier match of it holds its tokens. */
  private take(from: number, matches: LexiconMatch[][]): void {
    const { found, ends, taken } = this;
    for (let label = this.firstLabel; label <= this.lastLabel; label++) {
      const number = found[label] as number;
      // An index below 0 would be looked up as a name, which is slow.
      if (number < 0) continue;
      const to = ends[label] as number;
      if (from >= (taken[label] as number)) this.add(matches, number, label, from, to);
      found[label] = -1;
    }
    this.firstLabel = found.length;
    this.lastLabel = -1;
  }

  /** As step() from the root, where no possessive stands before a token and no word is looked up by its beginning: one way down. */
  private walk(from: number, possessive: number): number {
    const { trie } = this;
    const { ids, count } = this.tokens;
    let found = 0;
    let node = trie.child(0, ids[from] as number);
    for (let i = from + 1; node !== 0; i++) {
      found |= this.finish(from, node, i, -1);
      if (i >= count || trie.isLeaf(node)) break;
      if (i === possessive) return found | this.step(from, node, i);
      node = trie.child(node, ids[i] as number);
    }
    return found;
  }

  /** Goes down from a node along token i and what follows; returns the bits of the lexicons of which a form ended on the way. */
  private step(from: number, node: number, i: number): number {
    const { tokens, trie } = this;
    if (i >= tokens.count) return 0;
    const id = tokens.ids[i] as number;
    let found = id === 0 ? 0 : this.enter(from, trie.child(node, id), i);
    const noun = this.nounOf(i);
    if (noun !== 0) found |= this.finish(from, trie.child(node, noun), i + 1, ~found);
    if (this.hasPrefixes && tokens.kinds[i] === WORD) {
      const start = tokens.starts[i] as number;
      for (const prefix of this.prefixes.idsOf(this.text, start, tokens.ends[i] as number)) {
        found |= this.enter(from, trie.child(node, prefix), i);
      }
    }
    return found;
  }

  /** Number of the noun of a possessive, or 0. */
  private nounOf(token: number): number {
    const { ids, starts, ends } = this.tokens;
    const id = ids[token] as number;
    if (id !== 0) return this.nouns[id] as number;
    return possessiveId(this.vocabulary, this.text, starts[token] as number, ends[token] as number);
  }

  private enter(from: number, node: number, i: number): number {
    if (node === 0) return 0;
    const ended = this.finish(from, node, i + 1, -1);
    return this.trie.isLeaf(node) ? ended : ended | this.step(from, node, i + 1);
  }

  /** Keeps the forms of some lexicons (by bits) that end at a node, where they are longer than what their label has and not excepted. */
  private finish(from: number, node: number, to: number, lexicons: number): number {
    const { trie, facts, found, ends } = this;
    if ((trie.endingAt(node) & lexicons) === 0) return 0;
    let kept = 0;
    const end = trie.firstOutput(node + 1);
    for (let i = trie.firstOutput(node); i < end; i++) {
      const form = trie.output(i);
      const label = (facts[form] as number) & ~HAS_EXCEPTIONS;
      const bit = 1 << (this.lexiconOf[label] as number);
      if ((bit & lexicons) === 0) continue;
      if (((facts[form] as number) & HAS_EXCEPTIONS) !== 0 && this.isExcepted(form, from)) continue;
      if ((found[label] as number) >= 0 && (ends[label] as number) >= to) continue;
      found[label] = form;
      ends[label] = to;
      if (label < this.firstLabel) this.firstLabel = label;
      if (label > this.lastLabel) this.lastLabel = label;
      kept |= bit;
    }
    return kept;
  }

  private isExcepted(form: number, from: number): boolean {
    const { exceptions } = this.forms[form] as CompiledForm;
    return exceptions.some((exception) => standsIn(exception, this.tokens, this.text, from));
  }
}
