import type { Codebook } from "../../codebook/compile.ts";
import { FOLD } from "../../text/fold.ts";
import { type Tokens, WORD } from "../../text/text-index.ts";

/**
 * The lists that the evidence reads, by number: those of quotation-lists.csv, then two that join some of them, then what
 * a token's first unit says (traitsOf()). Lists in _CUE hold the words without which a turn of phrase can't be there.
 */
export const LIST = {
  ACCUSE: 0,
  ACTION: 1,
  ARGUE: 2,
  ARTICLE: 3,
  AS: 4,
  AS_SAID_CUE: 5,
  AUXILIARY: 6,
  BALLOT: 7,
  BREAKAWAY: 8,
  BROADCASTER: 9,
  CALL: 10,
  CLAIM: 11,
  CLAUSE_COMMA: 12,
  CLAUSE_END: 13,
  CONJUNCTION: 14,
  CONTRADICTION_CUE: 15,
  COPULA: 16,
  CULTURE: 17,
  DEFINED_CUE: 18,
  DENY: 19,
  DET: 20,
  DIRECTION: 21,
  DISREPUTE: 22,
  DISTADV: 23,
  DISTMOD: 24,
  DISTMOD_VERB: 25,
  EMPHASIS: 26,
  EVNEG: 27,
  EVPOS: 28,
  EXPLAINER: 29,
  FINITE: 30,
  FUNC: 31,
  HE_SHE: 32,
  IS_A_CUE: 33,
  IT_IS: 34,
  I_WE: 35,
  KNOW: 36,
  KNOWN_CUE: 37,
  ME: 38,
  MEANING_CUE: 39,
  MENTION: 40,
  MENTIONAFT: 41,
  NAMING: 42,
  NEGATION: 43,
  NOUN_OR_VERB: 44,
  OFFICE: 45,
  OWNER: 46,
  PERSON: 47,
  POINTER: 48,
  POLICY: 49,
  PREPOSITION: 50,
  PRETENCE_CUE: 51,
  PRON: 52,
  PRON12: 53,
  PRONWORD: 54,
  QUOTING_CUE: 55,
  RELATIVE: 56,
  ROLE: 57,
  SAID: 58,
  SAY: 59,
  SENTENCE_OPENER: 60,
  SHIELD: 61,
  SHIELD_LINK: 62,
  SHIELD_OWNER: 63,
  SHOUT: 64,
  SIGN_CUE: 65,
  SOURCE: 66,
  SPEAKER_PRONOUN: 67,
  SPEECH: 68,
  SPEECHAFT: 69,
  SUCH_AS: 70,
  TERMHEAD: 71,
  THAT: 72,
  THEY: 73,
  THINK: 74,
  TITLE: 75,
  TITLEAFT: 76,
  UNTRUE: 77,
  US: 78,
  WORD_KIND: 79,
  WORD_NAME: 80,
  YES_NO: 81,
  YOU: 82,
  REPORTING: 83,
  HABIT: 84,
  COMMA: 85,
  COLON: 86,
  BRACKET: 87,
  CAPITAL: 88,
} as const;

/** Reporting verbs, and words of genre: read together, so that the many words in none of them cost one look. */
const JOINED = {
  REPORTING: ["SAY", "ARGUE", "CALL", "CLAIM"],
  HABIT: ["SAID", "ME", "US", "YOU", "IT_IS"],
} as const;
type Joined = keyof typeof JOINED;

/** Marks that are told apart: their tokens are in these lists. */
const MARKS = { COMMA: ",", COLON: ":", BRACKET: "([" } as const;
type Trait = keyof typeof MARKS | "CAPITAL";
type ListName = Exclude<keyof typeof LIST, Joined | Trait>;

/** The lists of quotation-lists.csv. */
export const LIST_NAMES = Object.keys(LIST).filter(
  (name) => !(name in JOINED || name in MARKS || name === "CAPITAL"),
) as ListName[];

/** Numbers of 32 bits that hold the lists of a word. */
export const PARTS_OF_WORD = 3;

/**
 * For each word of the vocabulary PARTS_OF_WORD numbers, whose bits are the lists it is in: bit `list & 31` of number `list >> 5`.
 * Number 0, a word unknown to the codebook, is in none.
 */
export type WordLists = Int32Array;

/** The bit of a list in the last of a word's numbers, where all traits are. */
const traitBit = (list: number) => 1 << (list & 31);
const IS_CAPITAL = traitBit(LIST.CAPITAL);
const MARK_TRAITS = new Int32Array(128);
for (const [name, marks] of Object.entries(MARKS))
  for (const mark of marks) MARK_TRAITS[mark.charCodeAt(0)] = traitBit(LIST[name as Trait]);

/** The traits of a token: the lists, as bits of a word's last number, that its first unit puts it in. */
export function traitsOf(text: string, { kinds, starts }: Tokens, token: number): number {
  const unit = text.charCodeAt(starts[token] as number);
  if (kinds[token] === WORD) return FOLD[unit] === unit ? 0 : IS_CAPITAL;
  return unit < MARK_TRAITS.length ? (MARK_TRAITS[unit] as number) : 0;
}

/** The lists of words without which a turn of phrase can't be there. */
const CUES = LIST_NAMES.filter((name) => /_CUE$|^AS$|^EXPLAINER$/.test(name));

function hasWords(codebook: Codebook, list: ListName): boolean {
  for (let id = 1; id <= codebook.vocabulary.size; id++) if (codebook.inList(list, id)) return true;
  return false;
}

/** A codebook never changes, so its lists are laid out once: a look-up by name for every token would cost more than all rows. */
const known = new WeakMap<Codebook, WordLists>();

/** The codebook's evidence lists by word; the same array for the same codebook. */
export function wordLists(codebook: Codebook): WordLists {
  const found = known.get(codebook);
  if (found !== undefined) return found;
  const lists = new Int32Array(PARTS_OF_WORD * (codebook.vocabulary.size + 1));
  const add = (id: number, list: number) => {
    const at = PARTS_OF_WORD * id + (list >> 5);
    lists[at] = (lists[at] as number) | (1 << (list & 31));
  };
  // An older codebook has no list of such words: then the turn of phrase is searched everywhere.
  const absent = CUES.filter((name) => !hasWords(codebook, name));
  for (const name of absent) add(0, LIST[name]);
  for (let id = 1; id <= codebook.vocabulary.size; id++) {
    for (const name of LIST_NAMES) if (codebook.inList(name, id)) add(id, LIST[name]);
    for (const name of absent) add(id, LIST[name]);
    for (const joined of Object.keys(JOINED) as Joined[])
      if (JOINED[joined].some((name) => codebook.inList(name, id))) add(id, LIST[joined]);
  }
  known.set(codebook, lists);
  return lists;
}

/** What a pass over all tokens looks for: 0 for nearly all words. Small enough for the processor's nearest cache. */
export const IS_HABIT = 1;
export const IS_REPORTING = 2;

const knownHabits = new WeakMap<WordLists, Uint8Array>();

/** For each word of the vocabulary IS_HABIT and IS_REPORTING, or 0. */
export function habitWords(lists: WordLists): Uint8Array {
  const found = knownHabits.get(lists);
  if (found !== undefined) return found;
  const habits = new Uint8Array(lists.length / PARTS_OF_WORD);
  for (let id = 0; id < habits.length; id++) {
    const habit = isListed(lists, LIST.HABIT, id) ? IS_HABIT : 0;
    habits[id] = habit | (isListed(lists, LIST.REPORTING, id) ? IS_REPORTING : 0);
  }
  knownHabits.set(lists, habits);
  return habits;
}

/** Whether a word, by its number in the vocabulary, is in a list. */
export function isListed(lists: WordLists, list: number, id: number): boolean {
  return (((lists[PARTS_OF_WORD * id + (list >> 5)] as number) >>> (list & 31)) & 1) === 1;
}
