import { z } from "zod";
import type { Part, Voice } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { shownId } from "./article-id.ts";
import { cellsCondition, cellsOf } from "./cells.ts";
import type { Period, ResolvedView } from "./metrics-types.ts";
import { sentenceFinder } from "./sentence-around.ts";

/** A flag inside a sentence; offsets are relative to the sentence's text. */
export interface SentenceFlag {
  start: number;
  end: number;
  label: string;
  voice: Voice;
  score: number | null;
  term: string | null;
}

/** A sentence with the flags of the view in it. */
export interface FlaggedSentence {
  articleId: string;
  headline: string;
  publishedOn: string;
  part: Part;
  text: string;
  /** Whether the sentence was cut on either side to a readable length. */
  cutBefore: boolean;
  cutAfter: boolean;
  flags: SentenceFlag[];
  /** "body:123": the first of its flags, for a link to the article. */
  anchor: string;
}

export interface SentencesQuery {
  outlet: string;
  period: Period;
  signal: string;
  sort: "score" | "date";
  cursor: string | null;
}

interface FlagRow extends Omit<SentenceFlag, "label"> {
  articleId: string;
  ordinal: number;
  part: Part;
  label: string;
  headline: string;
  publishedOn: string;
  text: string;
  rank: number;
}

const PAGE = 25;
const cursorSchema = z.tuple([z.number(), z.string(), z.string().uuid(), z.number().int()]);

/**
 * The sentences behind a point: the flags that were counted in an outlet's period, in pages of 25, highest score or
 * earliest first. `total` is the number of flags, equal to the point's hits.
 * @throws FramescopeError bad_parameter for an outlet, signal or cursor that can't be.
 */
export async function listSentences(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  query: SentencesQuery,
): Promise<{ sentences: FlaggedSentence[]; total: number; next: string | null }> {
  const outlet = resolved.outlets.find((each) => each.slug === query.outlet);
  if (!outlet)
    throw new FramescopeError("bad_parameter", `outlet ${query.outlet} is not in this view.`, "at");
  const label = resolved.labels[query.signal];
  if (!label)
    throw new FramescopeError(
      "bad_parameter",
      `signal ${query.signal} is not in this view.`,
      "signal",
    );
  const values: unknown[] = [outlet.id, query.period.start, query.period.end, query.signal, label];
  const from = countedFlags(resolved, values);
  const counting = corpus.pool.query<{ total: number }>(
    `SELECT count(*)::int AS total ${from}`,
    values,
  );
  const [counted, rows] = await Promise.all([counting, pageOfFlags(corpus, from, values, query)]);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    sentences: groupBySentence(rows.slice(0, PAGE)),
    total: counted.rows[0]?.total ?? 0,
    next: last ? encodeCursor(last) : null,
  };
}

/** FROM and WHERE of the flags that the view counts: their article has words of the view. */
function countedFlags(resolved: ResolvedView, values: unknown[]): string {
  const cells = cellsOf(resolved.view);
  const flagCells = cellsCondition(cells, "c", values);
  const wordCells = cellsCondition(cells, "w", values);
  return `FROM flag AS f JOIN article AS a ON a.id = f.article_id
    CROSS JOIN LATERAL (SELECT f.part, f.voice, a.dup_class) AS c
    WHERE a.outlet_id = $1 AND a.published_on BETWEEN $2::date AND $3::date
      AND f.signal = $4 AND $5 IN (f.label, 'all') AND ${flagCells}
      AND EXISTS (SELECT 1 FROM article_words AS w WHERE w.article_id = f.article_id AND w.words > 0 AND ${wordCells})`;
}

async function pageOfFlags(
  corpus: CorpusDatabase,
  from: string,
  values: unknown[],
  query: SentencesQuery,
) {
  const own = [...values];
  // A flag without a score sorts after all that have one.
  const rank = query.sort === "score" ? "coalesce(-f.score, 1)" : "0";
  let after = "";
  if (query.cursor !== null) {
    const [rankAfter, day, id, ordinal] = decodeCursor(query.cursor);
    const [r, d, i, o] = [rankAfter, day, id, ordinal].map((value) => `$${own.push(value)}`);
    after = ` AND (${rank}::float8, a.published_on, a.id, f.ordinal) > (${r}::float8, ${d}::date, ${i}::uuid, ${o}::int)`;
  }
  const { rows } = await corpus.pool.query<FlagRow>(
    `SELECT f.article_id AS "articleId", f.ordinal, f.part, f.start, f."end", f.label, f.voice, f.score, f.term,
       a.headline, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", ${rank}::float8 AS rank,
       CASE f.part WHEN 'headline' THEN a.headline WHEN 'teaser' THEN a.teaser ELSE a.body END AS text
     ${from}${after}
     ORDER BY rank, a.published_on, a.id, f.ordinal LIMIT ${PAGE + 1}`,
    own,
  );
  return rows;
}

/** Flags of one sentence are shown once, together. */
function groupBySentence(rows: readonly FlagRow[]): FlaggedSentence[] {
  const sentenceAround = sentenceFinder();
  const groups = new Map<string, FlaggedSentence>();
  for (const row of rows) {
    const { label, voice, score, term, part } = row;
    const excerpt = sentenceAround(row.text, row.start, row.end);
    const key = `${row.articleId} ${part} ${excerpt.start}`;
    const flag = {
      start: row.start - excerpt.start,
      end: row.end - excerpt.start,
      label,
      voice,
      score,
      term,
    };
    const group = groups.get(key);
    if (group) {
      group.flags.push(flag);
      group.flags.sort((a, b) => a.start - b.start);
      continue;
    }
    groups.set(key, {
      articleId: shownId(row.articleId),
      headline: row.headline,
      publishedOn: row.publishedOn,
      part,
      text: excerpt.text,
      cutBefore: excerpt.cutBefore,
      cutAfter: excerpt.cutAfter,
      flags: [flag],
      anchor: `${part}:${row.start}`,
    });
  }
  return [...groups.values()];
}

function encodeCursor(row: FlagRow): string {
  return Buffer.from(
    JSON.stringify([row.rank, row.publishedOn, row.articleId, row.ordinal]),
  ).toString("base64url");
}

function decodeCursor(cursor: string) {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new FramescopeError(
      "bad_parameter",
      "cursor must be one that an earlier page gave.",
      "cursor",
    );
  }
}
