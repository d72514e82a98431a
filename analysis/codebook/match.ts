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

/** What a search keeps of each label of its lexicon; made once, for the next search to use again. */
interface Slots {
  /** The longest form found from the current start (-1 for none), and where it ends. */
  forms: Int32Array;
  ends: Int32Array;
  /** The token after the last match. */
  taken: Int32Array;
}

/** What is matched where: one lexicon (by number) in one part. */
interface Job {
  lexicon: number;
  tokens: Tokens;
  text: string;
  slots: Slots;
}

const NO_MATCHES: readonly LexiconMatch[] = [];

/** The compiled forms of all lexicons; made once for each codebook. */
export class Matcher {
  private readonly trie: Trie;
  private readonly forms: readonly CompiledForm[];
  private readonly vocabulary: Vocabulary;
  private readonly prefixes: PrefixWords;
  private readonly slots: readonly Slots[];
  /** Found once for all lexicons: one pass over the tokens of a part instead of one for each. */
  private readonly starts = new WeakMap<Tokens, Starts>();

  /** @param parts labels: by lexicon, the number of its labels */
  constructor(parts: {
    trie: Trie;
    forms: readonly CompiledForm[];
    vocabulary: Vocabulary;
    prefixes: PrefixWords;
    labels: readonly number[];
  }) {
    this.trie = parts.trie;
    this.forms = parts.forms;
    this.vocabulary = parts.vocabulary;
    this.prefixes = parts.prefixes;
    this.slots = parts.labels.map((labels) => ({
      forms: new Int32Array(labels).fill(-1),
      ends: new Int32Array(labels),
      taken: new Int32Array(labels),
    }));
  }

  /**
   * Matches of a lexicon, by start, then label. Within a label the leftmost match wins, of those with one start
   * the longest, and no token is in two; matches of different labels may overlap.
   */
  find(lexicon: number, tokens: Tokens, text: string): readonly LexiconMatch[] {
    const starts = this.startsOf(tokens, text);
    const slots = this.slots[lexicon];
    if (starts.tokens.length === 0 || slots === undefined) return NO_MATCHES;
    const matches: LexiconMatch[] = [];
    const job = { lexicon, tokens, text, slots };
    const bit = 1 << lexicon;
    slots.taken.fill(0);
    for (let at = 0; at < starts.tokens.length; at++) {
      const from = starts.tokens[at] as number;
      if (((starts.lexicons[at] as number) & bit) === 0) continue;
      if (this.step(job, from, 0, from)) this.take(slots, from, matches);
    }
    return matches;
  }

  /** Moves what was found from a start to the matches, label by label, where no earlier match holds its tokens. */
  private take({ forms, ends, taken }: Slots, from: number, matches: LexiconMatch[]): void {
    for (let label = 0; label < forms.length; label++) {
      const form = this.forms[forms[label] as number];
      if (form === undefined) continue;
      const to = ends[label] as number;
      if (from >= (taken[label] as number)) {
        matches.push({ entry: form.entry, from, to });
        taken[label] = to;
      }
      forms[label] = -1;
    }
  }

  private startsOf(tokens: Tokens, text: string): Starts {
    const known = this.starts.get(tokens);
    if (known !== undefined) return known;
    const starts: Starts = { tokens: [], lexicons: [] };
    if (this.prefixes.size > 0) addAll(starts, tokens.count);
    else this.findStarts(starts, tokens, text);
    this.starts.set(tokens, starts);
    return starts;
  }

  private findStarts(found: Starts, tokens: Tokens, text: string): void {
    const { ids, count, apostrophes } = tokens;
    const { trie } = this;
    let apostrophe = 0;
    let id = count > 0 ? (ids[0] as number) : 0;
    for (let i = 0; i < count; i++) {
      const next = i + 1 < count ? (ids[i + 1] as number) : 0;
      let lexicons = trie.beginning(id, next);
      if (apostrophes[apostrophe] === i) {
        apostrophe++;
        lexicons |= trie.below(trie.child(0, this.nounOf(tokens, text, i)));
      }
      // The next one may be a possessive, which is looked up only if the first word can begin anything.
      if (apostrophes[apostrophe] === i + 1) lexicons |= trie.below(trie.child(0, id));
      if (lexicons !== 0) {
        found.tokens.push(i);
        found.lexicons.push(lexicons);
      }
      id = next;
    }
  }

  private nounOf({ starts, ends }: Tokens, text: string, i: number): number {
    return possessiveId(this.vocabulary, text, starts[i] as number, ends[i] as number);
  }

  /** Goes down from a node along token i and what follows; says whether a form ended on the way. */
  private step(job: Job, from: number, node: number, i: number): boolean {
    const { tokens, text } = job;
    if (i >= tokens.count) return false;
    const id = tokens.ids[i] ?? 0;
    let found = id !== 0 && this.enter(job, from, this.trie.child(node, id), i);
    if (!found) {
      const noun = this.nounOf(tokens, text, i);
      if (noun !== 0) found = this.finish(job, from, this.trie.child(node, noun), i + 1);
    }
    if (this.prefixes.size > 0 && tokens.kinds[i] === WORD) {
      const start = tokens.starts[i] ?? 0;
      const end = tokens.ends[i] ?? 0;
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
      if ((job.slots.forms[label] ?? -1) >= 0 && (job.slots.ends[label] ?? 0) >= to) continue;
      job.slots.forms[label] = output;
      job.slots.ends[label] = to;
      found = true;
    }
    return found;
  }
}

/** Where a lexicon has words with a *, any token may begin a form. */
function addAll(starts: Starts, count: number): void {
  for (let i = 0; i < count; i++) {
    starts.tokens.push(i);
    starts.lexicons.push(-1);
  }
}
