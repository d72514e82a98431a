import type { CorpusDatabase } from "../database/corpus-database.ts";
import { inPieces } from "./formats/read-for-test.ts";
import { appendUpload, startUpload } from "./upload.ts";

/** Uploads a file in pieces, as a browser does, and returns the number of its import. */
export async function upload(
  corpus: CorpusDatabase,
  contents: string | Uint8Array,
  name = "up.csv",
): Promise<number> {
  const bytes = Buffer.from(contents);
  const id = await startUpload(corpus, name, bytes.length);
  await appendUpload(corpus, id, inPieces(bytes, 7000));
  return id;
}
