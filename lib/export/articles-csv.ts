import { PARTS, VOICES } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { shownId } from "../queries/article-id.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { ARTICLE_COLUMNS } from "./article-columns.ts";
import { type ExportedArticle, exportedArticles } from "./article-rows.ts";
import { type Column, headerLine, rowLine } from "./columns.ts";

/** An article with its words, as articles.csv and article_metrics.csv write it. */
export interface ArticlesRow {
  article: ExportedArticle;
  /** Words by "part voice"; null where the article is not counted. */
  words: ReadonlyMap<string, number> | null;
  codebook: string;
}

const wordColumns: Column<ArticlesRow>[] = PARTS.flatMap((part) =>
  VOICES.map((voice) => ({
    name: `words_${part}_${voice}`,
    describe: `Word tokens of the ${part} in the ${voice} voice; empty where the article is not counted.`,
    value: ({ words }) => (words ? (words.get(`${part} ${voice}`) ?? 0) : null),
  })),
);

/** articles.csv: one row an article of the view's outlets and range; attr_* columns follow. */
export const ARTICLES_CSV_COLUMNS: readonly Column<ArticlesRow>[] = [
  ...ARTICLE_COLUMNS,
  { name: "language", describe: "Language of the body.", value: ({ article }) => article.language },
  {
    name: "counted",
    describe: "Whether it enters rates: English and analysed.",
    value: ({ article }) => article.counted,
  },
  {
    name: "dup_class",
    describe: "single; first: earliest of its wire group; copy: every other one.",
    value: ({ article }) => article.dupClass,
  },
  {
    name: "wire_group",
    describe: "Lowest article id of the group with the same text; empty for single.",
    value: ({ article }) => (article.wireGroup ? shownId(article.wireGroup) : null),
  },
  {
    name: "words",
    describe: "All word tokens; empty where the article is not counted.",
    value: ({ words }) => (words ? [...words.values()].reduce((a, b) => a + b, 0) : null),
  },
  ...wordColumns,
  { name: "codebook", describe: "Hash of the codebook.", value: ({ codebook }) => codebook },
];

/** Lines of articles.csv, by outlet name, date and id. */
export async function* articlesCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<string> {
  const columns = await articlesColumns(corpus, resolved);
  yield headerLine(columns);
  for await (const rows of articlesRows(corpus, resolved)) {
    for (const row of rows) yield rowLine(columns, row);
  }
}

/** The fixed columns and one for each attribute that an article of the view has. */
export async function articlesColumns(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): Promise<Column<ArticlesRow>[]> {
  return [...ARTICLES_CSV_COLUMNS, ...(await attributeColumns(corpus, resolved))];
}

/** The rows of articles.csv in batches. */
export async function* articlesRows(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<ArticlesRow[]> {
  for await (const articles of exportedArticles(corpus, resolved, { withText: false })) {
    const ids = articles.map((article) => article.id);
    const words = await readWords(corpus, ids);
    yield articles.map((article) => ({
      article,
      words: article.counted ? (words.get(article.id) ?? new Map<string, number>()) : null,
      codebook: resolved.codebook,
    }));
  }
}

/** One column for each attribute that an article of the view has, by name. */
async function attributeColumns(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): Promise<Column<ArticlesRow>[]> {
  const { rows } = await corpus.pool.query<{ name: string }>(
    `SELECT DISTINCT jsonb_object_keys(attributes) AS name FROM article
     WHERE outlet_id = ANY($1::int[]) AND published_on BETWEEN $2::date AND $3::date`,
    [resolved.outlets.map((outlet) => outlet.id), resolved.from, resolved.to],
  );
  return rows
    .map((row) => row.name)
    .sort()
    .map((name) => ({
      name: `attr_${name}`,
      describe: `Column ${name} of the imported file.`,
      value: ({ article }) => attributeText(article.attributes[name]),
    }));
}

function attributeText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

async function readWords(corpus: CorpusDatabase, ids: readonly string[]) {
  const { rows } = await corpus.pool.query<{ id: string; cell: string; words: number }>(
    `SELECT article_id AS id, part || ' ' || voice AS cell, words FROM article_words WHERE article_id = ANY($1::uuid[])`,
    [ids],
  );
  const words = new Map<string, Map<string, number>>();
  for (const { id, cell, words: count } of rows) {
    const cells = words.get(id) ?? new Map<string, number>();
    words.set(id, cells.set(cell, count));
  }
  return words;
}
