import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import { createPool, type PoolOptions } from "./pool.ts";

/** An open corpus: Prisma for everyday reads and writes, pg for bulk and for SQL of its own, on the same connections. */
export interface CorpusDatabase {
  readonly slug: string;
  /** For connections of one's own (createClient in pool.ts): locks and LISTEN. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  close(): Promise<void>;
}

/** Opens the database at a URL as a corpus, without looking whether it is there. */
export function openDatabase(slug: string, url: string, options: PoolOptions = {}): CorpusDatabase {
  const pool = createPool(url, options);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { slug, url, pool, prisma, close };
}
