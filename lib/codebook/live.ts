import type { CodebookFiles } from "../../analysis/codebook/codebook.ts";
import { type Codebook, compileCodebook } from "../../analysis/codebook/compile.ts";
import { ENGINE_VERSION } from "../../analysis/engine-version.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";

/** Compiled codebooks by hash, the newest last; a process meets few of them. */
const compiled = new Map<string, Codebook>();
const KEPT = 4;

/** A codebook that this process has compiled lately. */
export function compiledCodebook(hash: string): Codebook | undefined {
  return compiled.get(hash);
}

/** Compiles a codebook once a process. */
export function compileOnce(hash: string, files: CodebookFiles): Codebook {
  const known = compiled.get(hash);
  if (known) return known;
  const codebook = compileCodebook(files, hash);
  compiled.set(hash, codebook);
  const oldest = compiled.keys().next().value;
  if (compiled.size > KEPT && oldest !== undefined) compiled.delete(oldest);
  return codebook;
}

/** The hash of the codebook whose results the corpus stores. */
export async function liveHash(corpus: Pick<CorpusDatabase, "pool">): Promise<string> {
  const { rows } = await corpus.pool.query<{ hash: string }>(
    "SELECT hash FROM codebook WHERE live",
  );
  const hash = rows[0]?.hash;
  if (hash === undefined) throw new FramescopeError("internal", "The corpus has no live codebook.");
  return hash;
}

/** The files of a codebook that the corpus knows. */
export async function readCodebookFiles(
  corpus: Pick<CorpusDatabase, "pool">,
  hash: string,
): Promise<CodebookFiles> {
  const { rows } = await corpus.pool.query<{ files: CodebookFiles }>(
    "SELECT files FROM codebook WHERE hash = $1",
    [hash],
  );
  const files = rows[0]?.files;
  if (!files) {
    throw new FramescopeError("not_found", `The corpus has no codebook ${hash}.`, "codebook");
  }
  return files;
}

/** The codebook whose results the corpus stores, compiled. */
export async function liveCodebook(corpus: Pick<CorpusDatabase, "pool">): Promise<Codebook> {
  const hash = await liveHash(corpus);
  return compiled.get(hash) ?? compileOnce(hash, await readCodebookFiles(corpus, hash));
}

/** The mark of an article whose stored results are of this codebook and this engine. */
export function analysedWith(codebook: Pick<Codebook, "hash">): string {
  return `${codebook.hash}/${ENGINE_VERSION}`;
}

/** The mark of the articles of a corpus that are not due. */
export async function liveCodebookMark(corpus: Pick<CorpusDatabase, "pool">): Promise<string> {
  return analysedWith({ hash: await liveHash(corpus) });
}
