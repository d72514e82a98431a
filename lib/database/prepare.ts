import { publishShippedCodebook } from "../codebook/publish.ts";
import type { CorpusDatabase } from "./corpus-database.ts";
import { migrateDatabase } from "./migrate.ts";

/** Brings a database to what the program needs: schema, its own row, a live codebook. Changes nothing where all is there. */
export async function prepareDatabase(
  database: CorpusDatabase,
  corpus: { title: string; sample: boolean },
): Promise<void> {
  const client = await database.pool.connect();
  try {
    await migrateDatabase(client);
    await client.query(
      "INSERT INTO corpus (id, title, sample) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
      [corpus.title, corpus.sample],
    );
  } finally {
    client.release();
  }
  await publishShippedCodebook(database);
}
