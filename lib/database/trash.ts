import { FramescopeError } from "../errors.ts";
import { requireSlug } from "./corpora.ts";
import {
  DAY,
  dropDatabase,
  isMissing,
  isNameTaken,
  nameAsCorpus,
  renameDatabase,
  stampOf,
} from "./databases.ts";
import { createClient } from "./pool.ts";
import { asUnavailable, currentServer, databaseName, databaseUrl, type Server } from "./server.ts";
import { DEFAULT_SLUG } from "./slug.ts";

/** How long a deleted corpus is kept, in days. */
const KEPT_DAYS = 30;

/** A deleted corpus. */
export interface TrashEntry {
  /** What restoreCorpus takes: slug and time of deletion. */
  id: string;
  slug: string;
  title: string;
  sample: boolean;
  articles: number;
  /** ISO time. */
  deletedAt: string;
  /** ISO day from which on it may be dropped. */
  keptUntil: string;
}

/**
 * Puts a corpus into the trash and returns its id there: its database gets another name and is dropped after
 * 30 days.
 */
export async function deleteCorpus(slug: string): Promise<string> {
  const server = currentServer();
  if (server.external && slug === DEFAULT_SLUG) {
    const sentence = "The database that DATABASE_URL names is not Framescope's to delete.";
    throw new FramescopeError("forbidden", sentence, "corpus");
  }
  await requireSlug(slug);
  const open = server.corpora.get(slug);
  server.corpora.delete(slug);
  if (open) await open.database.then((database) => database.close()).catch(() => undefined);
  for (let time = Date.now(); ; time += 1000) {
    const id = `${slug}_${stampOf(new Date(time))}`;
    try {
      await renameDatabase(server, databaseName(server, slug), trashName(server, id));
      return id;
    } catch (error) {
      // The same corpus was deleted, restored and deleted again within a second.
      if (!isNameTaken(error)) throw error;
    }
  }
}

const trashName = (server: Server, id: string) => `${server.prefix}trash_${id}`;

/** The parts of an id; null for what is none. */
function readId(id: string): { slug: string; deletedAt: Date } | null {
  const [, slug, stamp = ""] = /^([a-z0-9]+(?:-[a-z0-9]+)*)_(\d{14})$/.exec(id) ?? [];
  const iso = stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z");
  const deletedAt = new Date(iso);
  return slug === undefined || Number.isNaN(deletedAt.getTime()) ? null : { slug, deletedAt };
}

async function listTrashIds(server: Server): Promise<string[]> {
  const start = trashName(server, "");
  const { rows } = await server.admin
    .query<{ datname: string }>("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [
      start,
    ])
    .catch(asUnavailable);
  return rows.map((row) => row.datname.slice(start.length)).filter((id) => readId(id) !== null);
}

/** The deleted corpora that can be restored, the latest first. */
export async function listTrash(): Promise<TrashEntry[]> {
  const server = currentServer();
  const entries: TrashEntry[] = [];
  for (const id of await listTrashIds(server)) {
    const parts = readId(id);
    if (!parts) continue;
    const { slug, deletedAt } = parts;
    const content = await readContent(server, id);
    if (content === null) continue;
    const keptUntil = new Date(deletedAt.getTime() + KEPT_DAYS * DAY).toISOString().slice(0, 10);
    entries.push({ id, slug, ...content, deletedAt: deletedAt.toISOString(), keptUntil });
  }
  return entries.sort((a, b) => (a.deletedAt > b.deletedAt ? -1 : 1));
}

/** What a deleted corpus was called and holds; null where it is being restored or dropped at this moment. */
async function readContent(server: Server, id: string) {
  const client = createClient(databaseUrl(server, trashName(server, id)));
  try {
    await client.connect();
    const { rows } = await client.query<Pick<TrashEntry, "title" | "sample" | "articles">>(
      "SELECT title, sample, (SELECT count(*) FROM article) AS articles FROM corpus",
    );
    return rows[0] ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Takes a corpus out of the trash, with all that was in it, and returns its slug: the one it had, or that with a
 * number where another corpus has it by now.
 * @throws FramescopeError not_found where it isn't in the trash
 */
export async function restoreCorpus(id: string): Promise<string> {
  const server = currentServer();
  const parts = readId(id);
  if (!parts || !(await listTrashIds(server)).includes(id)) throw notInTrash();
  try {
    return await nameAsCorpus(server, trashName(server, id), parts.slug);
  } catch (error) {
    throw isMissing(error) ? notInTrash() : error;
  }
}

function notInTrash(): FramescopeError {
  const sentence = `That corpus is not among the deleted ones: it was restored already, or its ${KEPT_DAYS} days are over.`;
  return new FramescopeError("not_found", sentence, "restore");
}

/** Drops what has lain in the trash for 30 days, and drafts that a killed process left a day ago. Returns the names. */
export async function dropOldTrash(now = new Date()): Promise<string[]> {
  const server = currentServer();
  const { rows } = await server.admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1) OR starts_with(datname, $2)",
    [`${server.prefix}trash_`, `${server.prefix}new_`],
  );
  const limits = {
    trash: stampOf(new Date(now.getTime() - KEPT_DAYS * DAY)),
    new: stampOf(new Date(now.getTime() - DAY)),
  };
  const old = rows
    .map((row) => row.datname)
    .filter((name) => {
      const rest = name.slice(server.prefix.length);
      const time = /_(\d{14})(_|$)/.exec(rest)?.[1];
      return time !== undefined && time < (rest.startsWith("trash_") ? limits.trash : limits.new);
    });
  for (const name of old) await dropDatabase(server, name);
  return old;
}
