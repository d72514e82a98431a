import { FOLD } from "../text/fold.ts";
import { type Tokens, WORD } from "../text/text-index.ts";
import type { LexiconEntry, LexiconMatch, Vocabulary } from "./codebook.ts";
import { formOffset } from "./parse-lexicon.ts";
import type { PrefixWords } from "./prefix-words.ts";
import type { Trie } from "./trie.ts";

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;

/** A form of an entry, as the trie's outputs number it. */
export interface CompiledForm {
  lexicon: number;
  entry: LexiconEntry;
  /** Number of the entry's label within the lexicon. */
  label: number;
  exceptions: readonly CompiledException[];
}

/** A phrase in which a form does not count: its words, and which of them the form begins with. */
export interface CompiledException {
  words: readonly string[];
  offset: number;
}

/** The exceptions of an entry that hold a given form. */
export function compileExceptions(entry: LexiconEntry, form: string): CompiledException[] {
  return entry.exceptions.flatMap((exception) => {
    const words = exception.split(" ");
    const offset = formOffset(words, form.split(" "));
    return offset < 0 ? [] : [{ words, offset }];
  });
}

/** Whether a token is a word of an exception: the same but for case and apostrophe, or so beginning where it ends in *. */
function isWord(pattern: string, text: string, start: number, end: number): boolean {
  const prefix = pattern.endsWith("*");
  const length = prefix ? pattern.length - 1 : pattern.length;
  if (prefix ? end - start < length : end - start !== length) return false;
  for (let i = 0; i < length; i++) {
    if (FOLD[text.charCodeAt(start + i)] !== pattern.charCodeAt(i)) return false;
  }
  return true;
}

function isExcepted(form: CompiledForm, tokens: Tokens, text: string, from: number): boolean {
  // Few forms have any.
  if (form.exceptions.length === 0) return false;
  return form.exceptions.some(({ words, offset }) => {
    const first = from - offset;
    if (first < 0 || first + words.length > tokens.count) return false;
    return words.every((word, i) =>
      isWord(word, text, tokens.starts[first + i] ?? 0, tokens.ends[first + i] ?? 0),
    );
  });
}

/** Number of the noun of a possessive token ("regime's"), or 0. */
function possessiveId(vocabulary: Vocabulary, text: string, start: number, end: number): number {
  const mark = end - start < 3 ? 0 : text.charCodeAt(end - 2);
  if (mark !== APOSTROPHE && mark !== CURLY_APOSTROPHE) return 0;
  const last = text.charCodeAt(end - 1);
  return last === 0x73 || last === 0x53 ? vocabulary.lookup(text, start, end - 2) : 0;
}

/** The tokens of a part at which a form of any lexicon may begin, and the bits of the lexicons. */
interface Starts {
  tokens: number[];
  lexicons: number[];
}

/** What is matched where: one lexicon (by number, with its number of labels) in one part. */
interface Job {
  lexicon: number;
  tokens: Tokens;
  text: string;
  /** By label: the longest form found from the current start (-1 for none), and where it ends. */
  forms: Int32Array;
  ends: Int32Array;
}

/** The compiled forms of all lexicons; made once for each codebook. */
export class Matcher {
  private readonly trie: Trie;
  private readonly forms: readonly CompiledForm[];
  private readonly vocabulary: Vocabulary;
  private readonly prefixes: PrefixWords;
  /** Found once for all lexicons: one pass over the tokens of a part instead of one for each. */
  private readonly starts = new WeakMap<Tokens, Starts>();

  constructor(parts: {
    trie: Trie;
    forms: readonly CompiledForm[];
    vocabulary: Vocabulary;
    prefixes: PrefixWords;
  }) {
    this.trie = parts.trie;
    this.forms = parts.forms;
    this.vocabulary = parts.vocabulary;
    this.prefixes = parts.prefixes;
  }

  /**
   * Matches of a lexicon, by start, then label. Within a label the leftmost match wins, of those with one start
   * the longest, and no token is in two; matches of different labels may overlap.
   */
  find(lexicon: number, labels: number, tokens: Tokens, text: string): LexiconMatch[] {
    const matches: LexiconMatch[] = [];
    const forms = new Int32Array(labels).fill(-1);
    const job = { lexicon, tokens, text, forms, ends: new Int32Array(labels) };
    const taken = new Int32Array(labels);
    const starts = this.startsOf(tokens, text);
    const bit = 1 << lexicon;
    for (let at = 0; at < starts.tokens.length; at++) {
      const from = starts.tokens[at] as number;
      if (((starts.lexicons[at] as number) & bit) === 0) continue;
      if (!this.step(job, from, 0, from)) continue;
      for (let label = 0; label < labels; label++) {
        const number = forms[label] as number;
        if (number < 0) continue;
        const form = this.forms[number];
        const to = job.ends[label] ?? 0;
        if (form !== undefined && from >= (taken[label] ?? 0)) {
          matches.push({ entry: form.entry, from, to });
          taken[label] = to;
        }
      }
      forms.fill(-1);
    }
    return matches;
  }

  private startsOf(tokens: Tokens, text: string): Starts {
    const known = this.starts.get(tokens);
    if (known !== undefined) return known;
    const starts: Starts = { tokens: [], lexicons: [] };
    for (let i = 0; i < tokens.count; i++) {
      const lexicons = this.lexiconsAt(tokens, text, i);
      if (lexicons === 0) continue;
      starts.tokens.push(i);
      starts.lexicons.push(lexicons);
    }
    this.starts.set(tokens, starts);
    return starts;
  }

  /** Bits of the lexicons of which a form may begin at a token: for all but a few none, at one look-up. */
  private lexiconsAt({ ids, starts, ends }: Tokens, text: string, i: number): number {
    if (this.prefixes.size > 0) return -1;
    const { trie } = this;
    const id = ids[i] as number;
    const end = ends[i] as number;
    const own = id === 0 ? 0 : trie.below(trie.child(0, id));
    const mark = text.charCodeAt(end - 2);
    if (mark !== APOSTROPHE && mark !== CURLY_APOSTROPHE) return own;
    const noun = possessiveId(this.vocabulary, text, starts[i] as number, end);
    return noun === 0 ? own : own | trie.below(trie.child(0, noun));
  }

  /** Goes down from a node along token i and what follows; says whether a form ended on the way. */
  private step(job: Job, from: number, node: number, i: number): boolean {
    const { tokens, text } = job;
    if (i >= tokens.count) return false;
    const id = tokens.ids[i] ?? 0;
    let found = id !== 0 && this.enter(job, from, this.trie.child(node, id), i);
    const start = tokens.starts[i] ?? 0;
    const end = tokens.ends[i] ?? 0;
    if (!found) {
      const noun = possessiveId(this.vocabulary, text, start, end);
      if (noun !== 0) found = this.finish(job, from, this.trie.child(node, noun), i + 1);
    }
    if (this.prefixes.size > 0 && tokens.kinds[i] === WORD) {
      for (const prefix of this.prefixes.idsOf(text, start, end)) {
        found = this.enter(job, from, this.trie.child(node, prefix), i) || found;
      }
    }
    return found;
  }

  private enter(job: Job, from: number, node: number, i: number): boolean {
    if (node === 0 || (this.trie.below(node) & (1 << job.lexicon)) === 0) return false;
    const ended = this.finish(job, from, node, i + 1);
    return (!this.trie.isLeaf(node) && this.step(job, from, node, i + 1)) || ended;
  }

  /** Keeps the forms that end at a node, where they are longer than what their label has and not excepted. */
  private finish(job: Job, from: number, node: number, to: number): boolean {
    let found = false;
    if (node === 0) return found;
    for (const output of this.trie.outputs(node)) {
      const form = this.forms[output];
      if (form?.lexicon !== job.lexicon || isExcepted(form, job.tokens, job.text, from)) continue;
      const { label } = form;
      if ((job.forms[label] ?? -1) >= 0 && (job.ends[label] ?? 0) >= to) continue;
      job.forms[label] = output;
      job.ends[label] = to;
      found = true;
    }
    return found;
  }
}
