import { FramescopeError } from "../errors.ts";
import { type CorpusDatabase, openDatabase } from "./corpus-database.ts";
import { prepareDatabase } from "./prepare.ts";
import {
  asUnavailable,
  currentServer,
  databaseName,
  databaseUrl,
  listSlugs,
  type Server,
} from "./server.ts";
import { DEFAULT_SLUG, slugProblem } from "./slug.ts";

export { createCorpus, newCorpusProblem } from "./corpora.ts";
export { closeAll, listSlugs } from "./server.ts";
export { deleteCorpus, dropOldTrash, listTrash, restoreCorpus, type TrashEntry } from "./trash.ts";

export interface CorpusEntry {
  slug: string;
  title: string;
  sample: boolean;
  /** ISO time. */
  createdAt: string;
}

/** How long an open corpus is taken to be there without looking, in milliseconds. */
const TRUSTED_FOR = 2000;

/** Every corpus of the server with its title; one that goes away meanwhile is left out. */
export async function listCorpora(): Promise<CorpusEntry[]> {
  const entries = (await listSlugs()).map(async (slug) => {
    try {
      return [await readEntry(await openCorpus(slug))];
    } catch (error) {
      if (error instanceof FramescopeError && error.code === "not_found") return [];
      throw error;
    }
  });
  return (await Promise.all(entries)).flat();
}

async function readEntry(corpus: CorpusDatabase): Promise<CorpusEntry> {
  const row = await corpus.prisma.corpus.findUniqueOrThrow({ where: { id: 1 } });
  const { title, sample, createdAt } = row;
  return { slug: corpus.slug, title, sample, createdAt: createdAt.toISOString() };
}

/**
 * The corpus with a slug, opened once a process, migrated and with a live codebook.
 * @throws FramescopeError not_found where there is none.
 */
export async function openCorpus(slug: string): Promise<CorpusDatabase> {
  const server = currentServer();
  const open = server.corpora.get(slug);
  if (open && Date.now() - open.seenAt < TRUSTED_FOR) return open.database;
  if (open) {
    const database = await open.database;
    if (await isThere(database)) {
      open.seenAt = Date.now();
      return database;
    }
    forget(server, slug);
  }
  const database = openFresh(server, slug);
  server.corpora.set(slug, { database, seenAt: Date.now() });
  database.catch(() => server.corpora.delete(slug));
  return database;
}

async function isThere(database: CorpusDatabase): Promise<boolean> {
  try {
    await database.pool.query("SELECT 1");
    return true;
  } catch (error) {
    if (isMissingDatabase(error)) return false;
    return asUnavailable(error);
  }
}

const isMissingDatabase = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "3D000";

function forget(server: Server, slug: string): void {
  const open = server.corpora.get(slug);
  server.corpora.delete(slug);
  open?.database.then((database) => database.close()).catch(() => undefined);
}

async function openFresh(server: Server, slug: string): Promise<CorpusDatabase> {
  const missing = new FramescopeError("not_found", `There is no corpus "${slug}".`, "corpus");
  const isDefault = server.external && slug === DEFAULT_SLUG;
  if (!isDefault && slugProblem(slug) !== null) throw missing;
  const database = openDatabase(slug, databaseUrl(server, databaseName(server, slug)));
  try {
    if (!(await isThere(database))) throw missing;
    await prepareDatabase(database, { title: isDefault ? "Corpus" : slug, sample: false });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Brings every corpus of the server to this program's schema and shipped codebook; returns their slugs. */
export async function migrateAll(): Promise<string[]> {
  const slugs = await listSlugs();
  for (const slug of slugs) {
    const database = await openCorpus(slug);
    await prepareDatabase(database, { title: slug, sample: false });
  }
  return slugs;
}
