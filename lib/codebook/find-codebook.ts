import { statSync } from "node:fs";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import { hashCodebook, type NamedCodebook, readShippedCodebook } from "./files.ts";
import { liveHash, readCodebookFiles } from "./live.ts";

/** A codebook that a corpus has had. */
export interface CodebookVersion {
  hash: string;
  live: boolean;
  shipped: boolean;
  /** ISO time at which it was first published. */
  publishedAt: string;
}

/** The codebooks of a corpus, the newest first. */
export async function listVersions(
  corpus: Pick<CorpusDatabase, "pool">,
): Promise<CodebookVersion[]> {
  const { rows } = await corpus.pool.query<Omit<CodebookVersion, "publishedAt"> & { at: Date }>(
    "SELECT hash, live, shipped, published_at AS at FROM codebook ORDER BY published_at DESC, hash",
  );
  return rows.map(({ at, ...row }) => ({ ...row, publishedAt: at.toISOString() }));
}

/** Whether a name means a codebook that a corpus keeps rather than one on the disk. */
export function isOfCorpus(name: string): boolean {
  return name === "live" || /^[0-9a-f]{8,64}$/.test(name);
}

/**
 * The codebook of a name: shipped, live, a hash (or its first 8 digits or more) of the corpus, or a folder like
 * analysis/codebook.
 * @throws FramescopeError not_found, or bad_parameter where the first digits are those of two.
 */
export async function findCodebook(
  name: string,
  corpus: Pick<CorpusDatabase, "pool"> | null,
): Promise<NamedCodebook> {
  if (name === "shipped") return readShippedCodebook();
  if (isOfCorpus(name) && corpus) {
    const hash = name === "live" ? await liveHash(corpus) : await wholeHash(corpus, name);
    return { hash, files: await readCodebookFiles(corpus, hash) };
  }
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) {
    throw new FramescopeError(
      "not_found",
      `${name} is no codebook: name shipped, live, 8 or more digits of a hash, or a folder like analysis/codebook.`,
    );
  }
  const { files } = readShippedCodebook(name);
  if (Object.keys(files).length === 0) {
    throw new FramescopeError("not_found", `There is no CSV file in ${name}.`);
  }
  return { hash: hashCodebook(files), files };
}

async function wholeHash(corpus: Pick<CorpusDatabase, "pool">, digits: string): Promise<string> {
  const found = (await listVersions(corpus)).filter(({ hash }) => hash.startsWith(digits));
  const [only, second] = found;
  if (!only) {
    throw new FramescopeError(
      "not_found",
      `The corpus has had no codebook ${digits}: see framescope codebook list.`,
      "codebook",
    );
  }
  if (second) {
    throw new FramescopeError("bad_parameter", `${digits} begins two hashes: give more digits.`);
  }
  return only.hash;
}
