import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import { analysedWith, liveHash, readCodebookFiles } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import type { DueArticle } from "./analyse-task.ts";
import type { Analyser } from "./analyser.ts";
import type { Claims } from "./claim.ts";
import { IS_DUE } from "./due.ts";
import { isCounted } from "./metrics.ts";
import { writeBatch } from "./write.ts";

/** Articles written in one transaction: small batches cost most, large ones hold their rows long. */
const BATCH = 200;
/** Bytes of text in one batch, however few articles that are. */
const BATCH_BYTES = 8 << 20;

export interface PassOptions {
  corpus: CorpusDatabase;
  claims: Claims;
  analyser: Analyser;
  /** Articles whose analysis failed in this process: they are not tried again. */
  failed: Set<string>;
  /** Whether to start no further batch. */
  shouldStop?: () => boolean;
  log?: (line: string) => void;
}

interface Pass extends PassOptions {
  codebook: { hash: string; files: Awaited<ReturnType<typeof readCodebookFiles>> };
  mark: string;
  /** Buckets still to be looked into. */
  queue: number[];
  written: number;
}

/**
 * Analyses the due articles of every bucket that can be claimed and returns how many articles it wrote.
 * Several processes may do this at once.
 */
export async function analysePass(options: PassOptions): Promise<number> {
  const { corpus, analyser } = options;
  const hash = await liveHash(corpus);
  const mark = analysedWith({ hash });
  const queue = await listDueBuckets(corpus, mark);
  if (queue.length === 0) return 0;
  const files = await readCodebookFiles(corpus, hash);
  const pass: Pass = { ...options, codebook: { hash, files }, mark, queue, written: 0 };
  const lanes = Array.from({ length: analyser.lanes }, () => runLane(pass));
  // Every lane comes to its end before the caller hears of an error: it may close what they work with.
  const failures = (await Promise.allSettled(lanes)).filter((lane) => lane.status === "rejected");
  if (failures[0]) throw failures[0].reason;
  return pass.written;
}

/** Buckets with due articles, from a random one on: workers that start together part ways. */
async function listDueBuckets(corpus: CorpusDatabase, mark: string): Promise<number[]> {
  const { rows } = await corpus.pool.query<{ bucket: number }>(
    `SELECT bucket FROM article WHERE ${IS_DUE} GROUP BY bucket ORDER BY bucket`,
    [mark],
  );
  const buckets = rows.map((row) => row.bucket);
  const start = Math.floor(Math.random() * buckets.length);
  return [...buckets.slice(start), ...buckets.slice(0, start)];
}

async function runLane(pass: Pass): Promise<void> {
  while (!pass.shouldStop?.()) {
    const buckets: number[] = [];
    try {
      const articles = await gatherBatch(pass, buckets);
      if (articles.length === 0) return;
      await analyseAndWrite(pass, articles);
    } finally {
      for (const bucket of buckets) await pass.claims.release(bucket);
    }
  }
}

async function analyseAndWrite(pass: Pass, articles: DueArticle[]): Promise<void> {
  const { corpus, codebook, mark } = pass;
  const results = await pass.analyser.analyse(codebook, articles);
  for (const result of results) {
    if (!("failure" in result)) continue;
    pass.failed.add(result.id);
    pass.log?.(`article ${result.id} could not be analysed: ${result.failure}`);
  }
  const encoded = results.flatMap((result) => ("failure" in result ? [] : [result]));
  const written = await writeBatch(corpus, mark, encoded);
  // Not `+= await`: that would read the sum before waiting, and lose what other lanes add meanwhile.
  pass.written += written;
}

/** Due articles of buckets that it claims and lists in `claimed`; none once another codebook is live. */
async function gatherBatch(pass: Pass, claimed: number[]): Promise<DueArticle[]> {
  const { corpus, claims, queue } = pass;
  if ((await liveHash(corpus)) !== pass.codebook.hash) return [];
  const chosen: string[] = [];
  let bytes = 0;
  while (chosen.length < BATCH && bytes < BATCH_BYTES) {
    const bucket = queue.shift();
    if (bucket === undefined) break;
    if (!(await claims.take(bucket))) continue;
    claimed.push(bucket);
    const found = await findDue(pass, bucket, BATCH - chosen.length);
    for (const article of found.articles) {
      if (chosen.length > 0 && bytes >= BATCH_BYTES) break;
      chosen.push(article.id);
      bytes += article.bytes;
    }
    // The rest of it is for a later batch, which can take it once this one has let it go.
    if (found.more || bytes >= BATCH_BYTES) queue.push(bucket);
  }
  return readArticles(corpus, chosen, pass.mark);
}

async function findDue(pass: Pass, bucket: number, limit: number) {
  const { rows } = await pass.corpus.pool.query<{ id: string; bytes: number }>(
    `SELECT id, octet_length(headline) + octet_length(teaser) + octet_length(body) AS bytes FROM article
     WHERE bucket = $2 AND ${IS_DUE} AND id <> ALL($3::uuid[]) ORDER BY id LIMIT $4`,
    [pass.mark, bucket, [...pass.failed], limit],
  );
  return { articles: rows, more: rows.length === limit };
}

async function readArticles(
  corpus: CorpusDatabase,
  ids: readonly string[],
  mark: string,
): Promise<DueArticle[]> {
  if (ids.length === 0) return [];
  const { rows } = await corpus.pool.query<Omit<DueArticle, "counted">>(
    `SELECT id, headline, teaser, body, language,
       analysed_with IS NOT NULL AND split_part(analysed_with, '/', 2) = $3 AS searchable
     FROM article WHERE id = ANY($2::uuid[]) AND ${IS_DUE}`,
    [mark, ids, ENGINE_VERSION],
  );
  return rows.map((row) => ({ ...row, counted: isCounted(row.language) }));
}
