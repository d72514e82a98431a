import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import { CodebookError, type Mistake } from "../../analysis/codebook/codebook-error.ts";
import { parseUserLexicons } from "../../analysis/codebook/user/parse-user-lexicons.ts";
import { USER_FACTS } from "../../analysis/codebook/user/user-lexicon.ts";
import { signalsOf } from "../../analysis/signals/list.ts";
import type { Signal } from "../../analysis/signals/signal.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { liveHash } from "./live.ts";

/** What is known of a signal without its detector: plain data. */
export type KnownSignal = Omit<Signal, "find">;

/** Signals of codebooks by hash, the newest last. */
const kept = new Map<string, readonly KnownSignal[]>();
const KEPT = 32;

/** The signals of the live codebook: the built-in ones, then one for each lexicon that was imported. */
export async function liveSignals(
  corpus: Pick<CorpusDatabase, "pool">,
): Promise<readonly KnownSignal[]> {
  return signalsOfCodebook(corpus, await liveHash(corpus));
}

/** The signals of a codebook that the corpus knows. Reads the user's lexicons alone, once a process. */
export async function signalsOfCodebook(
  corpus: Pick<CorpusDatabase, "pool">,
  hash: string,
): Promise<readonly KnownSignal[]> {
  const known = kept.get(hash);
  if (known) return known;
  const mistakes: Mistake[] = [];
  const userLexicons = parseUserLexicons(await readUserFiles(corpus, hash), mistakes);
  if (mistakes.length > 0) throw new CodebookError(mistakes);
  const signals = signalsOf({ userLexicons }).map(({ find: _, ...facts }) => facts);
  kept.set(hash, signals);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return signals;
}

async function readUserFiles(
  corpus: Pick<CorpusDatabase, "pool">,
  hash: string,
): Promise<CodebookFiles> {
  const { rows } = await corpus.pool.query<{ files: CodebookFiles | null }>(
    `SELECT (SELECT jsonb_object_agg(key, value) FROM jsonb_each(files)
       WHERE key = $2 OR starts_with(key, 'user/')) AS files FROM codebook WHERE hash = $1`,
    [hash, USER_FACTS],
  );
  return rows[0]?.files ?? {};
}
