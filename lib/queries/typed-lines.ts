import { z } from "zod";
import { analyze } from "../../analysis/analyze.ts";
import { indexArticle } from "../../analysis/text/index-article.ts";
import type { ArticleText, Part, Voice, VoiceSpan } from "../../analysis/types.ts";
import { liveCodebook } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { readCandidateIds } from "../search/find-matching.ts";
import { KeptResults } from "../search/kept-results.ts";
import { decodeCursor, encodeCursor } from "../search/page-cursor.ts";
import { findSequences, NO_WORDS, type WordPattern } from "../search/word-pattern.ts";
import { articleConditions } from "./article-conditions.ts";
import type { ArticleListQuery } from "./article-list-query.ts";
import { cellsOf, countedParts } from "./cells.ts";
import type { ConcordanceQuery } from "./concordance-query.ts";
import {
  type FoundLine,
  LINES_A_PAGE,
  type LineCount,
  type LineSource,
} from "./concordance-types.ts";

/** Articles searched for the number of lines; with a voice asked for each must be analysed. */
const COUNTED_ARTICLES = { anyVoice: 2000, oneVoice: 300 };
/** Articles searched for one page. */
const PAGE_ARTICLES = 3000;
const SAMPLE_ARTICLES = 3000;
const BATCH = 100;

type Codebook = Awaited<ReturnType<typeof liveCodebook>>;

interface CandidateArticle extends ArticleText {
  id: string;
  outletId: number;
  publishedOn: string;
  dupClass: string;
}

interface Scope {
  corpus: CorpusDatabase;
  query: ConcordanceQuery;
  patterns: readonly WordPattern[];
  outletIds: readonly number[] | null;
}

const counts = new KeptResults<number>(100);

/**
 * Lines of typed words, found on the tokens of the articles that hold them all (article_search); articles of any
 * language, and of each only the text that counts (no trailing credit, no teaser that repeats the body).
 */
export function typedLines(
  corpus: CorpusDatabase,
  query: ConcordanceQuery,
  outletIds: readonly number[] | null,
): LineSource {
  const scope = { corpus, query, outletIds, patterns: query.find ?? [] };
  return {
    readPage: (order, cursor) => readPage(scope, order, cursor),
    readSample: (from, most) => readSample(scope, from, most),
    count: () => countLines(scope),
    complete: (lines) => fillVoices(scope, lines),
  };
}

/** The condition of the candidates on article `a`. */
function candidateCondition(
  { query, outletIds, patterns }: Scope,
  values: unknown[],
  counting = false,
): string {
  const list: ArticleListQuery = {
    text: { kind: "words", patterns },
    outlets: null,
    from: query.from,
    to: query.to,
    attributes: {},
    known: [],
    signals: [],
    voice: query.voice,
    label: null,
    languages: null,
    counted: null,
    dupClasses: null,
    sort: "newest",
    cursor: null,
  };
  return articleConditions({ query: list, outletIds, matching: null, counting }).where(values);
}

const COLUMNS = `a.id, a.outlet_id AS "outletId", a.published_on AS "publishedOn", a.dup_class AS "dupClass",
  a.headline, a.teaser, a.body`;

/** Articles in batches, in the order of their ids. */
async function* readByIds(
  { corpus }: Scope,
  ids: readonly string[],
): AsyncGenerator<CandidateArticle[]> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const { rows } = await corpus.pool.query<CandidateArticle>(
      `SELECT ${COLUMNS} FROM article AS a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id`,
      [batch],
    );
    yield rows;
  }
}

/** The lines of an article in order; in one voice alone where a codebook is given. */
function findLines(
  scope: Scope,
  article: CandidateArticle,
  codebook: Codebook | null,
): FoundLine[] {
  const parts = countedParts(cellsOf({ ...scope.query, voice: "all" }), article.dupClass);
  const indexes = indexArticle(article, NO_WORDS);
  const lines = parts.flatMap((part) =>
    [...findSequences(scope.patterns, indexes[part].text, indexes[part].tokens)].map(
      ({ start, end }): FoundLine => ({
        articleId: article.id,
        outletId: article.outletId,
        publishedOn: article.publishedOn,
        headline: article.headline,
        part,
        start,
        end,
        voice: null,
        signal: null,
        label: null,
        term: null,
        text: article[part],
      }),
    ),
  );
  if (!codebook || lines.length === 0) return lines;
  giveVoices(lines, analyze(article, codebook).voices);
  return lines.filter((line) => line.voice === scope.query.voice);
}

/** The codebook that decides which lines count, where one voice is asked for. */
const filteringCodebook = ({ corpus, query }: Scope) =>
  query.voice === "all" ? null : liveCodebook(corpus);

function giveVoices(lines: readonly FoundLine[], spans: readonly VoiceSpan[]): void {
  for (const line of lines) {
    const span = spans.find(
      ({ part, start, end }) => part === line.part && start <= line.start && line.start < end,
    );
    line.voice = span?.voice ?? ("outlet" satisfies Voice);
  }
}

/** Analyses the articles of a page's lines. */
async function fillVoices({ corpus }: Scope, lines: FoundLine[]): Promise<void> {
  const missing = lines.filter((line) => line.voice === null);
  if (missing.length === 0) return;
  const codebook = await liveCodebook(corpus);
  const ids = [...new Set(missing.map((line) => line.articleId))];
  const { rows } = await corpus.pool.query<ArticleText & { id: string }>(
    "SELECT id, headline, teaser, body FROM article WHERE id = ANY($1::uuid[])",
    [ids],
  );
  for (const article of rows) {
    const own = missing.filter((line) => line.articleId === article.id);
    giveVoices(own, analyze(article, codebook).voices);
  }
}

const cursorSchema = z.tuple([
  z.literal("find"),
  z.enum(["newest", "oldest"]),
  z.iso.date(),
  z.string().regex(/^[0-9a-f]{32}$/),
  z.number().int(),
  z.number().int(),
]);

/** Place in an article: part, then offset. */
const PLACES: Readonly<Record<Part, number>> = { headline: 0, teaser: 1, body: 2 };

/** Walks the candidates by date from the cursor's article on. */
async function readPage(scope: Scope, order: "newest" | "oldest", cursor: string | null) {
  const codebook = await filteringCodebook(scope);
  const begun = cursor === null ? null : decodeCursor(cursor, cursorSchema);
  let key = begun && { day: begun[2], id: begun[3], including: true };
  const lines: FoundLine[] = [];
  for (let searched = 0; searched < PAGE_ARTICLES; searched += BATCH) {
    const articles = await readByDate(scope, order, key);
    for (const article of articles) {
      for (const line of findLines(scope, article, codebook)) {
        if (begun && article.id === begun[3] && !isBehind(line, begun[4], begun[5])) continue;
        const last = lines.at(-1);
        if (lines.length === LINES_A_PAGE && last) {
          return { lines, next: cursorOf(order, last, PLACES[last.part], last.start) };
        }
        lines.push(line);
      }
    }
    const last = articles.at(-1);
    if (!last || articles.length < BATCH) return { lines, next: null };
    key = { day: last.publishedOn, id: last.id, including: false };
  }
  // Behind every place of the last article searched.
  const place = key && { publishedOn: key.day, articleId: key.id };
  return { lines, next: place && cursorOf(order, place, Object.keys(PLACES).length, 0) };
}

const isBehind = (line: FoundLine, place: number, start: number) =>
  PLACES[line.part] > place || (PLACES[line.part] === place && line.start > start);

function cursorOf(
  order: string,
  { publishedOn, articleId }: Pick<FoundLine, "publishedOn" | "articleId">,
  place: number,
  start: number,
): string {
  return encodeCursor(["find", order, publishedOn, articleId, place, start]);
}

/** The next candidates by date. */
async function readByDate(
  scope: Scope,
  order: "newest" | "oldest",
  key: { day: string; id: string; including: boolean } | null,
): Promise<CandidateArticle[]> {
  const values: unknown[] = [];
  const condition = candidateCondition(scope, values);
  const [than, direction] = order === "newest" ? ["<", "DESC"] : [">", "ASC"];
  const after = key
    ? ` AND (a.published_on, a.id) ${than}${key.including ? "=" : ""} ($${values.push(key.day)}::date, $${values.push(key.id)}::uuid)`
    : "";
  const { rows } = await scope.corpus.pool.query<CandidateArticle>(
    `SELECT ${COLUMNS} FROM article AS a WHERE ${condition}${after}
     ORDER BY a.published_on ${direction}, a.id ${direction} LIMIT ${BATCH}`,
    values,
  );
  return rows;
}

/** From the id on, then from the lowest one up to it. */
async function readSample(scope: Scope, start: string, most: number): Promise<FoundLine[]> {
  const codebook = await filteringCodebook(scope);
  const ids: string[] = [];
  for (const comparison of [">=", "<"]) {
    const values: unknown[] = [];
    const condition = `${candidateCondition(scope, values, true)} AND a.id ${comparison} $${values.push(start)}::uuid`;
    const left = SAMPLE_ARTICLES - ids.length;
    if (left > 0) ids.push(...(await readCandidateIds(scope.corpus, condition, values, left)).ids);
  }
  const lines: FoundLine[] = [];
  for await (const articles of readByIds(scope, ids)) {
    for (const article of articles) lines.push(...findLines(scope, article, codebook));
    if (lines.length >= most) break;
  }
  return lines.slice(0, most);
}

/** Exact where few articles hold the words; else the lines of the lowest ids, a fixed random sample. */
async function countLines(scope: Scope): Promise<LineCount> {
  const { corpus, query, patterns } = scope;
  const most = query.voice === "all" ? COUNTED_ARTICLES.anyVoice : COUNTED_ARTICLES.oneVoice;
  const codebook = await filteringCodebook(scope);
  const values: unknown[] = [];
  const condition = candidateCondition(scope, values, true);
  const { ids, complete } = await readCandidateIds(corpus, condition, values, most);
  const key = [patterns, query.voice, query.part, query.duplicates, codebook?.hash ?? null, ids];
  const lines = await counts.get(key, async () => {
    let found = 0;
    for await (const articles of readByIds(scope, ids)) {
      for (const article of articles) found += findLines(scope, article, codebook).length;
    }
    return found;
  });
  const of = complete ? ids.length : null;
  return { lines, exact: complete, searched: { articles: ids.length, of } };
}
