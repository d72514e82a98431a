/** A term of a user's lexicon and the label (category) that it stands under. */
export interface UserEntry {
  /** Lower case, words separated by single blanks; * stands for any characters of a word, ? for one. */
  term: string;
  label: string;
}

/** What is said of a user's lexicon in user-lexicons.csv. */
export interface UserLexiconFacts {
  /** Lower-case letters, digits and _: the signal's id is user_<slug>. */
  slug: string;
  title: string;
  version: string;
  source: string;
  url: string;
  licence: string;
  /** What was done to the dictionary on its way here. */
  changes: string;
}

/** A dictionary that a user brought along: a signal of its own, its categories as labels. */
export interface UserLexicon extends UserLexiconFacts {
  /** In the order of the dictionary. */
  labels: readonly string[];
  entries: readonly UserEntry[];
}

/** The table of all user lexicons of a codebook. */
export const USER_FACTS = "user-lexicons.csv";

/** The file of a user lexicon's entries: "user/morals.csv". */
export function userLexiconFile(slug: string): string {
  return `user/${slug}.csv`;
}

/** Whether a file of a codebook belongs to the user lexicons. */
export function isUserFile(name: string): boolean {
  return name === USER_FACTS || name.startsWith("user/");
}

/** Most user lexicons of a codebook, and labels and entries of one: pages list the first two. */
export const MOST_LEXICONS = 20;
export const MOST_LABELS = 300;
export const MOST_ENTRIES = 200_000;
/** Code units of a label. */
const LONGEST_LABEL = 100;

const SLUG = /^[a-z][a-z0-9_]{0,39}$/;
const CONTROL = /\p{Cc}/u;

/** What is wrong with a slug, or null. */
export function slugMistake(slug: string): string | null {
  return SLUG.test(slug)
    ? null
    : `"${slug}" must be lower-case letters, digits and _, a letter first, 40 at most`;
}

/** What is wrong with a label, or null. */
export function labelMistake(label: string): string | null {
  if (label === "") return "is empty";
  if (label === "all") return 'can\'t be "all": that means every label';
  if (label.length > LONGEST_LABEL) return `is longer than ${LONGEST_LABEL} characters`;
  return CONTROL.test(label) ? "has a control character" : null;
}
