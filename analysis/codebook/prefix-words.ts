import { fold } from "../text/fold.ts";

/** The words of lexicon forms that end in * ("terroris*"), each with a number above those of the vocabulary. */
export class PrefixWords {
  private readonly ids = new Map<string, number>();
  private readonly first: number;
  private lengths: number[] = [];

  /** @param vocabularySize the largest number that the vocabulary uses */
  constructor(vocabularySize: number) {
    this.first = vocabularySize + 1;
  }

  get size(): number {
    return this.ids.size;
  }

  /** The number of a word given with its *, new or known. */
  add(word: string): number {
    const stem = word.slice(0, -1);
    const id = this.ids.get(stem) ?? this.first + this.ids.size;
    this.ids.set(stem, id);
    if (!this.lengths.includes(stem.length)) this.lengths.push(stem.length);
    return id;
  }

  /** The numbers of all prefixes with which the word at text[start, end) begins. */
  idsOf(text: string, start: number, end: number): number[] {
    const word = fold(text, start, end);
    const ids: number[] = [];
    for (const length of this.lengths) {
      const id = length <= word.length ? this.ids.get(word.slice(0, length)) : undefined;
      if (id !== undefined) ids.push(id);
    }
    return ids;
  }
}
