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
  for (const part of PARTS) tokenize(article[part], vocabulary);
  return Array.from({ length: vocabulary.size }, (_, i) => vocabulary.wordOf(i + 1));
}

/** A word as tsvector and tsquery read it. */
export function quoteLexeme(word: string): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'`;
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
