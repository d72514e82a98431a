import { createHash } from "node:crypto";
import { z } from "zod";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { decodeCursor, encodeCursor } from "../search/page-cursor.ts";
import { shownId } from "./article-id.ts";
import { chosenOutlets } from "./article-outlets.ts";
import type { ConcordanceQuery, LineOrder } from "./concordance-query.ts";
import {
  type Concordance,
  type ConcordanceLine,
  type FoundLine,
  LINES_A_PAGE,
  type LineCount,
  type LinePage,
  type LineSource,
} from "./concordance-types.ts";
import { flagLines } from "./flag-lines.ts";
import { contextAround, contextKey } from "./line-context.ts";
import type { OutletInfo } from "./metrics-types.ts";
import { listOutlets } from "./outlets.ts";
import { typedLines } from "./typed-lines.ts";

/** Lines that are sorted by their context, or drawn from, at once. */
const MOST_SORTED = 5000;

const LOWEST_ID = "0".repeat(32);

/**
 * Keyword in context: the lines of flags, or of typed words, 50 a page. By date every line can be reached; by context, and
 * drawn at random, at most 5,000 of them are sorted (`sampled` says so): those of the lowest ids, which are hashes.
 * Outlets that are not there are named in problems and left out.
 * @throws FramescopeError bad_parameter for a cursor of another order
 */
export async function listLines(
  corpus: CorpusDatabase,
  query: ConcordanceQuery,
): Promise<Concordance> {
  const [page, total] = await Promise.all([listLinePage(corpus, query), countLines(corpus, query)]);
  return { ...page, total };
}

/** The page alone: see listLines. */
async function listLinePage(corpus: CorpusDatabase, query: ConcordanceQuery): Promise<LinePage> {
  const all = await listOutlets(corpus.pool);
  const { outletIds, problems } = chosenOutlets(all, query.outlets);
  const source = sourceOf(corpus, query, outletIds);
  const page = await readLines(source, query);
  await source.complete(page.lines);
  const lines = page.lines.map((line) => shownLine(line, query.sort, all));
  return { lines, next: page.next, sampled: page.sampled, problems };
}

/** The number of lines alone, which can take longer than a page: see listLines. */
async function countLines(corpus: CorpusDatabase, query: ConcordanceQuery): Promise<LineCount> {
  const { outletIds } = chosenOutlets(await listOutlets(corpus.pool), query.outlets);
  return sourceOf(corpus, query, outletIds).count();
}

function sourceOf(
  corpus: CorpusDatabase,
  query: ConcordanceQuery,
  outletIds: readonly number[] | null,
): LineSource {
  return query.find ? typedLines(corpus, query, outletIds) : flagLines(corpus, query, outletIds);
}

interface FoundPage {
  lines: FoundLine[];
  next: string | null;
  sampled: number | null;
}

async function readLines(source: LineSource, query: ConcordanceQuery): Promise<FoundPage> {
  const { sort, cursor } = query;
  if (sort === "newest" || sort === "oldest") {
    return { ...(await source.readPage(sort, cursor)), sampled: null };
  }
  const sample = await source.readSample(
    sort === "random" ? idOf(query.seed) : LOWEST_ID,
    MOST_SORTED,
  );
  const ordered = sort === "random" ? draw(sample, query) : sortByContext(sample, sort);
  const from =
    cursor === null
      ? 0
      : decodeCursor(cursor, z.tuple([z.literal(sort), z.number().int().min(0)]))[1];
  const to = from + LINES_A_PAGE;
  return {
    lines: ordered.slice(from, to),
    next: to < ordered.length ? encodeCursor([sort, to]) : null,
    sampled: sample.length === MOST_SORTED ? MOST_SORTED : null,
  };
}

/** Where a draw begins: the same seed, the same id. */
const idOf = (seed: string) => createHash("sha256").update(seed).digest("hex").slice(0, 32);

/** n lines in an order that seed, article and place decide, so that an import changes few of them. */
function draw(lines: readonly FoundLine[], { seed, n }: ConcordanceQuery): FoundLine[] {
  const keyed = lines.map((line) => ({
    line,
    key: idOf(`${seed} ${line.articleId} ${line.part} ${line.start} ${line.signal}`),
  }));
  return keyed
    .sort((a, b) => compare(a.key, b.key))
    .slice(0, n)
    .map(({ line }) => line);
}

function sortByContext(lines: readonly FoundLine[], order: LineOrder): FoundLine[] {
  const keyed = lines.map((line) => ({ line, words: contextKey(line.text, line, order).words }));
  return keyed
    .sort(
      (a, b) =>
        compare(a.words, b.words) ||
        compare(b.line.publishedOn, a.line.publishedOn) ||
        compare(a.line.articleId, b.line.articleId) ||
        a.line.start - b.line.start,
    )
    .map(({ line }) => line);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function shownLine(line: FoundLine, order: LineOrder, all: readonly OutletInfo[]): ConcordanceLine {
  const { text, outletId, articleId, ...rest } = line;
  const outlet = all.find((each) => each.id === outletId);
  const context = contextAround(text, line);
  return {
    ...rest,
    articleId: shownId(articleId),
    outlet: { name: outlet?.name ?? "", slug: outlet?.slug ?? "", slot: outlet?.slot ?? null },
    ...context,
    match: text.slice(line.start, line.end),
    sortedBy: sortedBy(line, order, context),
    voice: line.voice ?? "outlet",
    anchor: `${line.part}:${line.start}`,
  };
}

/** The word that the line is sorted by, as a place in the context shown. */
function sortedBy(
  line: FoundLine,
  order: LineOrder,
  shown: { left: string; right: string },
): ConcordanceLine["sortedBy"] {
  if (!/^[123][LR]$/.test(order)) return null;
  const { at } = contextKey(line.text, line, order);
  if (!at) return null;
  const origin = at.side === "left" ? line.start - shown.left.length : line.end;
  const [start, end] = [at.start - origin, at.end - origin];
  return start < 0 || end > shown[at.side].length ? null : { side: at.side, start, end };
}
