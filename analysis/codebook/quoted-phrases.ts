import { fold } from "../text/fold.ts";
import { hashWord } from "../text/vocabulary.ts";
import { type Report, readTable } from "./table.ts";

/** The lists of quoted-phrases.csv: terms of art, names of works and persons, names and claims often disputed, slogans, idioms. */
export const PHRASE_LISTS = [
  "TERM_OF_ART",
  "WORK_NAME",
  "DISPUTED_NAME",
  "SLOGAN",
  "IDIOM",
] as const;
export type PhraseList = (typeof PHRASE_LISTS)[number];

/** The longest phrase, in words. */
export const LONGEST_PHRASE = 6;

/** Apostrophes and hyphens at an end of a word are tokens of their own, which no quotation's words have: workers', rockin'. */
const MARKS_AT_ENDS = /^['-]+|['-]+$/g;

/** Places of the filter, as a power of 2: with sixteen thousand phrases one stranger in four is let through. */
const FILTER_BITS = 16;
const placeOf = (hash: number): number => Math.imul(hash, -1_640_531_527) >>> (32 - FILTER_BITS);

/** The hash of words one after the other, from that of the words before and hashWord() of the next. */
export const joinHash = (hash: number, word: number): number => (Math.imul(hash, 31) + word) | 0;

/**
 * Phrases that quotation marks introduce, name or mock, written by hand from general knowledge. Kept by hash: that a phrase
 * of an article shares the 32 bits of one of sixteen thousand is a chance of one in 270,000.
 */
export class QuotedPhrases {
  /** By hash of the folded words: the lists as bits, by their number in PHRASE_LISTS. */
  private readonly lists = new Map<number, number>();
  /** 1 at the first bits of each hash, mixed: most words are no phrase, which one look tells. */
  private readonly filter = new Uint8Array(1 << FILTER_BITS);
  /** The phrases themselves, for those who compare codebooks. */
  readonly phrases = new Map<PhraseList, string[]>(PHRASE_LISTS.map((list) => [list, []]));

  add(list: PhraseList, phrase: string): void {
    this.phrases.get(list)?.push(phrase);
    const hash = phrase
      .split(" ")
      .map((word) => word.replace(MARKS_AT_ENDS, ""))
      .map((word) => hashWord(fold(word, 0, word.length), 0, word.length))
      .reduce(joinHash);
    this.filter[placeOf(hash)] = 1;
    this.lists.set(hash, (this.lists.get(hash) ?? 0) | (1 << PHRASE_LISTS.indexOf(list)));
  }

  /** The lists that words with this hash are in, as bits; 0 for none. */
  listsOf(hash: number): number {
    return this.filter[placeOf(hash)] === 0 ? 0 : (this.lists.get(hash) ?? 0);
  }
}

/** Whether bits of lists have a list. */
export const isPhraseOf = (lists: number, list: PhraseList): boolean =>
  ((lists >>> PHRASE_LISTS.indexOf(list)) & 1) === 1;

/** Reads quoted-phrases.csv; a codebook without the file has none. */
export function parseQuotedPhrases(text: string | undefined, report: Report): QuotedPhrases {
  const phrases = new QuotedPhrases();
  const seen = new Set<string>();
  for (const { line, values } of readTable(text ?? "list,phrase\n", ["list", "phrase"], report)) {
    const list = PHRASE_LISTS.find((name) => name === values.list);
    if (list === undefined)
      report(line, "list", `"${values.list}" is not one of ${PHRASE_LISTS.join(", ")}`);
    if (values.phrase === "") report(line, "phrase", "is empty");
    if (values.phrase.includes("  "))
      report(line, "phrase", `"${values.phrase}" has two blanks in a row`);
    if (values.phrase.split(" ").length > LONGEST_PHRASE)
      report(line, "phrase", `"${values.phrase}" has more than ${LONGEST_PHRASE} words`);
    if (seen.has(`${values.list},${values.phrase}`))
      report(line, "phrase", `"${values.phrase}" is in ${values.list} twice`);
    seen.add(`${values.list},${values.phrase}`);
    if (list !== undefined && values.phrase !== "") phrases.add(list, values.phrase);
  }
  return phrases;
}
