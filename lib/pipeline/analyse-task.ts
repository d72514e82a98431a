import { analyze } from "../../analysis/analyze.ts";
import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import type { Codebook } from "../../analysis/codebook/compile.ts";
import type { ArticleText } from "../../analysis/types.ts";
import { compiledCodebook, compileOnce } from "../codebook/live.ts";
import { encodeSearchRow } from "../search/search-row.ts";
import { type EncodedArticle, encodeAnalysis } from "./encode.ts";

export interface DueArticle extends ArticleText {
  id: string;
  language: string;
  /** Whether it enters rates. */
  counted: boolean;
  /** Whether its words for search are there already: they depend on text and engine alone, not on the codebook. */
  searchable: boolean;
}

/** What crosses to a thread: plain strings, some dozens of articles at a time. */
export interface AnalysisTask {
  hash: string;
  /** Null until the thread says that it lacks them. */
  files: CodebookFiles | null;
  articles: DueArticle[];
}

/** An article whose analysis threw: a fault of the engine, never of the text. */
export interface FailedArticle {
  id: string;
  failure: string;
}

export type AnalysedArticle = EncodedArticle | FailedArticle;

/** Null: the codebook's files are needed. */
export type AnalysisResult = AnalysedArticle[] | null;

/** Analyses the articles of a task and encodes the results for COPY. */
export function analyseTask({ hash, files, articles }: AnalysisTask): AnalysisResult {
  const codebook = files ? compileOnce(hash, files) : compiledCodebook(hash);
  return codebook ? articles.map((article) => analyseArticle(article, codebook)) : null;
}

function analyseArticle(article: DueArticle, codebook: Codebook): AnalysedArticle {
  try {
    const encoded = encodeAnalysis(article.id, analyze(article, codebook), article.counted);
    return article.searchable
      ? encoded
      : { ...encoded, search: encodeSearchRow(article.id, article) };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id: article.id, failure };
  }
}
