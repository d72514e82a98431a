import type { Codebook } from "../../codebook/compile.ts";

/** The lists of quotation-lists.csv that the evidence reads. */
export const LIST_NAMES = [
  "ACCUSE",
  "ACTION",
  "ARGUE",
  "ARTICLE",
  "AUXILIARY",
  "BALLOT",
  "BREAKAWAY",
  "BROADCASTER",
  "CALL",
  "CLAIM",
  "CLAUSE_COMMA",
  "CLAUSE_END",
  "CONJUNCTION",
  "COPULA",
  "CULTURE",
  "DENY",
  "DET",
  "DIRECTION",
  "DISREPUTE",
  "DISTADV",
  "DISTMOD",
  "DISTMOD_VERB",
  "EMPHASIS",
  "EVNEG",
  "EVPOS",
  "FINITE",
  "FUNC",
  "HE_SHE",
  "IT_IS",
  "I_WE",
  "KNOW",
  "ME",
  "MENTION",
  "MENTIONAFT",
  "NAMING",
  "NEGATION",
  "NOUN_OR_VERB",
  "OFFICE",
  "PERSON",
  "POINTER",
  "POLICY",
  "PREPOSITION",
  "PRON",
  "PRON12",
  "PRONWORD",
  "ROLE",
  "SAID",
  "SAY",
  "SENTENCE_OPENER",
  "SHIELD",
  "SHIELD_LINK",
  "SHIELD_OWNER",
  "SHOUT",
  "SOURCE",
  "SPEAKER_PRONOUN",
  "SPEECH",
  "SPEECHAFT",
  "TERMHEAD",
  "THEY",
  "THINK",
  "TITLE",
  "TITLEAFT",
  "UNTRUE",
  "US",
  "WORD_KIND",
  "WORD_NAME",
  "YES_NO",
  "YOU",
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** For each list a table by vocabulary number: 1 where the word is in it. Number 0, a word unknown to the codebook, is in none. */
export type WordLists = Readonly<Record<ListName | "REPORTING" | "HABIT", Uint8Array>>;

/** Lists read together, so that the many words in none of them cost one look: reporting verbs, and words of genre. */
const TOGETHER = {
  REPORTING: ["SAY", "ARGUE", "CALL", "CLAIM"],
  HABIT: ["SAID", "ME", "US", "YOU", "IT_IS"],
} as const;

/** A codebook never changes, so its tables are laid out once: a lookup by list name for every token would cost more than all rows. */
const known = new WeakMap<Codebook, WordLists>();

/** The codebook's evidence lists as tables by vocabulary number; the same object for the same codebook. */
export function wordLists(codebook: Codebook): WordLists {
  const found = known.get(codebook);
  if (found !== undefined) return found;
  const tables = {} as Record<ListName | "REPORTING" | "HABIT", Uint8Array>;
  for (const name of LIST_NAMES) {
    const table = new Uint8Array(codebook.vocabulary.size + 1);
    for (let id = 1; id < table.length; id++) table[id] = codebook.inList(name, id) ? 1 : 0;
    tables[name] = table;
  }
  for (const together of ["REPORTING", "HABIT"] as const)
    tables[together] = tables.SAY.map((_, id) =>
      TOGETHER[together].some((name) => tables[name][id] === 1) ? 1 : 0,
    );
  known.set(codebook, tables);
  return tables;
}
