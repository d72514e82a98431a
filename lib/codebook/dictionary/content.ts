/** A term of a dictionary as it is written there. */
export interface DictionaryEntry {
  /** From 1. */
  line: number;
  label: string;
  term: string;
}

/** What was left out of a dictionary, and why. */
export interface LeftOut {
  line: number;
  field: string;
  message: string;
}

/** What a reader found, in the order of the file. */
export interface DictionaryContent {
  entries: DictionaryEntry[];
  leftOut: LeftOut[];
}

/** A reader throws one of these where a file as a whole is none of its format. */
export class DictionaryProblem extends Error {
  override readonly name = "DictionaryProblem";
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}
