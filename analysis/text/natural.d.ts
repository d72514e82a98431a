/** The part of natural that analysis uses. Its own typings pull in Node's, which analysis must not see. */
declare module "natural/lib/natural/brill_pos_tagger/index.js" {
  export class Lexicon {
    constructor(language: "EN", defaultTag: string, defaultTagOfCapitals: string);
    /** The tags a word can have, the likeliest first. */
    tagWord(word: string): readonly string[];
  }
}
