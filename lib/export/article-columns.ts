import { shownId } from "../queries/article-id.ts";
import type { ExportedArticle } from "./article-rows.ts";
import type { Column } from "./columns.ts";
import { allowedText } from "./text-rights.ts";

/** Which article a row is about: the first columns of every file that goes through the articles. */
export const ARTICLE_COLUMNS: readonly Column<{ article: ExportedArticle }>[] = [
  {
    name: "article_id",
    describe: "Id of the article: 32 hex digits.",
    value: ({ article }) => shownId(article.id),
  },
  { name: "outlet", describe: "Name of the outlet.", value: ({ article }) => article.outlet },
  {
    name: "published_on",
    describe: "Date as published.",
    value: ({ article }) => article.publishedOn,
  },
  {
    name: "url",
    describe: "Address of the original, where known.",
    value: ({ article }) => article.url,
  },
  {
    name: "headline",
    describe: "Headline; empty where the import allows numbers only.",
    value: ({ article }) => allowedText(article.textRights, article.headline),
  },
];
