import { fold } from "../../analysis/text/fold.ts";
import { reusingTokens } from "../../analysis/text/token-room.ts";
import { tokenize } from "../../analysis/text/tokens.ts";
import { type ArticleText, PARTS } from "../../analysis/types.ts";
import { encodeRow } from "../database/copy-text.ts";
import { GrowingVocabulary } from "./growing-vocabulary.ts";

/** Longest word that PostgreSQL takes into a tsvector, in bytes of UTF-8. */
const MOST_WORD_BYTES = 2046;
/** All words of a tsvector together must stay under 1 MB. Only a text of some 100,000 different words has more: the rest of them can't be searched for. */
const MOST_BYTES = 1_000_000;

export const SEARCH_COLUMNS = ["article_id", "words"] as const;

/** The distinct words of headline, teaser and body as stored, folded, in order of first appearance. */
export function distinctWords(article: ArticleText): string[] {
  const vocabulary = new GrowingVocabulary();
  const words: string[] = [];
  for (const part of PARTS) reusingTokens(() => addNewWords(article[part], vocabulary, words));
  return words;
}

/** Adds the words of a text that the vocabulary numbers higher than those at hand: the new ones, in order. */
function addNewWords(text: string, vocabulary: GrowingVocabulary, words: string[]): void {
  const { count, ids, starts, ends } = tokenize(text, vocabulary);
  for (let i = 0; i < count; i++) {
    if ((ids[i] as number) <= words.length) continue;
    words.push(fold(text, starts[i] as number, ends[i] as number));
  }
}

const NEEDS_ESCAPE = /['\\]/;

/** A word as tsvector and tsquery read it. */
export function quoteLexeme(word: string): string {
  return NEEDS_ESCAPE.test(word) ? `'${word.replace(/['\\]/g, "$&$&")}'` : `'${word}'`;
}

/** The article's row of article_search as a line of COPY. */
export function encodeSearchRow(id: string, article: ArticleText): string {
  let bytes = 0;
  let literal = "";
  for (const word of distinctWords(article)) {
    const length = Buffer.byteLength(word);
    if (length > MOST_WORD_BYTES) continue;
    bytes += length;
    if (bytes > MOST_BYTES) break;
    literal += `${quoteLexeme(word)} `;
  }
  return encodeRow([id, literal]);
}
