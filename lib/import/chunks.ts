import type { CorpusDatabase } from "../database/corpus-database.ts";

/** Bytes of an uploaded file in one row of import_chunk. */
const CHUNK = 1024 * 1024;

/** Stores a stream of bytes as the file of an import, about 1 MB a row, and returns how many bytes there were. */
export async function storeUploaded(
  corpus: CorpusDatabase,
  importId: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  let held: Uint8Array[] = [];
  let length = 0;
  let total = 0;
  let ordinal = 0;
  const flush = async () => {
    await corpus.pool.query(
      "INSERT INTO import_chunk (import_id, ordinal, bytes) VALUES ($1, $2, $3)",
      [importId, ordinal, Buffer.concat(held)],
    );
    ordinal += 1;
    held = [];
    length = 0;
  };
  for await (const chunk of bytes) {
    held.push(chunk);
    length += chunk.length;
    total += chunk.length;
    if (length >= CHUNK) await flush();
  }
  if (length > 0) await flush();
  return total;
}

/** The uploaded file of an import, as it came. */
export async function* readUploaded(
  corpus: CorpusDatabase,
  importId: number,
): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ; ordinal += 1) {
    const { rows } = await corpus.pool.query<{ bytes: Buffer }>(
      "SELECT bytes FROM import_chunk WHERE import_id = $1 AND ordinal = $2",
      [importId, ordinal],
    );
    const chunk = rows[0];
    if (!chunk) return;
    yield chunk.bytes;
  }
}
