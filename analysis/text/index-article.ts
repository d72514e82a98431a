import type { Vocabulary } from "../codebook/codebook.ts";
import type { ArticleText, Part } from "../types.ts";
import { countedEnd, repeatsBody } from "./counted.ts";
import { indexText } from "./index-text.ts";
import type { TextIndex } from "./text-index.ts";

/**
 * Indexes the parts of an article up to what counts of them: a trailing credit is cut off, and a
 * teaser that repeats the body is empty. What is cut stands at the end, so all offsets are those of
 * the stored text, and no later step needs to know.
 */
export function indexArticle(
  article: ArticleText,
  vocabulary: Vocabulary,
): Readonly<Record<Part, TextIndex>> {
  const headline = indexText(article.headline, vocabulary);
  const body = indexText(counted(article.body), vocabulary);
  const teaser = indexText(counted(article.teaser), vocabulary);
  return {
    headline,
    teaser: repeatsBody(teaser, body) ? indexText("", vocabulary) : teaser,
    body,
  };
}

function counted(text: string): string {
  return text.slice(0, countedEnd(text));
}
