import { randomBytes } from "node:crypto";
import { FramescopeError } from "../errors.ts";
import { openDatabase } from "./corpus-database.ts";
import { prepareDatabase } from "./prepare.ts";
import {
  creationProblem,
  currentServer,
  databaseName,
  databaseUrl,
  listSlugs,
  type Server,
} from "./server.ts";
import { DEFAULT_SLUG, numberedSlug, slugOf, slugProblem } from "./slug.ts";

export interface NewCorpus {
  title: string;
  /** Made from the title where it is left out. */
  slug?: string;
  sample?: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** 20240131T120000, without the T: sorts as it passes. */
const stamp = (time = new Date()) => time.toISOString().replace(/\D/g, "").slice(0, 14);

/** Why no corpus can be created on this server, as a sentence, or null. */
export function newCorpusProblem(): Promise<string | null> {
  return creationProblem(currentServer());
}

/**
 * Creates an empty corpus and returns its slug. It appears at once and whole: the database is made ready
 * under another name.
 */
export async function createCorpus(corpus: NewCorpus): Promise<string> {
  const server = currentServer();
  const title = corpus.title.trim();
  if (title === "") throw new FramescopeError("bad_parameter", "A corpus needs a title.", "title");
  const slug = await chooseSlug(title, corpus.slug);
  const problem = await creationProblem(server);
  if (problem) throw new FramescopeError("forbidden", problem);
  const draft = `${server.prefix}new_${stamp()}_${randomBytes(4).toString("hex")}`;
  await server.admin.query(
    `CREATE DATABASE ${quoteName(draft)} TEMPLATE template0 ENCODING 'UTF8'`,
  );
  try {
    await fillDraft(server, draft, { title, sample: corpus.sample ?? false });
    await renameDatabase(server, draft, databaseName(server, slug));
  } catch (error) {
    await dropDatabase(server, draft);
    if (errorCode(error) !== "42P04") throw error;
    if (corpus.slug === undefined) return createCorpus(corpus);
    throw slugTaken(slug);
  }
  return slug;
}

async function fillDraft(
  server: Server,
  draft: string,
  corpus: { title: string; sample: boolean },
) {
  const database = openDatabase("new", databaseUrl(server, draft));
  try {
    await prepareDatabase(database, corpus);
  } finally {
    await database.close();
  }
}

async function chooseSlug(title: string, wanted: string | undefined): Promise<string> {
  const taken = new Set(await listSlugs());
  if (wanted !== undefined) {
    const problem = slugProblem(wanted);
    if (problem)
      throw new FramescopeError(
        "bad_parameter",
        `"${wanted}" can't name a corpus: ${problem}.`,
        "slug",
      );
    if (taken.has(wanted)) throw slugTaken(wanted);
    return wanted;
  }
  const slug = slugOf(title);
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = numberedSlug(slug, number);
  return free;
}

const slugTaken = (slug: string) =>
  new FramescopeError("conflict", `There is a corpus "${slug}" already.`, "slug");

const errorCode = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** Puts a corpus into the trash: its database gets another name and is dropped after 30 days. */
export async function deleteCorpus(slug: string): Promise<void> {
  const server = currentServer();
  if (server.external && slug === DEFAULT_SLUG) {
    const sentence = "The database that DATABASE_URL names is not Framescope's to delete.";
    throw new FramescopeError("forbidden", sentence, "corpus");
  }
  if (!(await listSlugs()).includes(slug)) {
    throw new FramescopeError("not_found", `There is no corpus "${slug}".`, "corpus");
  }
  const open = server.corpora.get(slug);
  server.corpora.delete(slug);
  if (open) await open.database.then((database) => database.close()).catch(() => undefined);
  const name = databaseName(server, slug);
  await renameDatabase(server, name, `${server.prefix}trash_${slug}_${stamp()}`);
}

/** Renames a database, ending the connections to it. A client that comes back in between only costs another try. */
async function renameDatabase(server: Server, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await server.admin.query(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
      [from],
    );
    try {
      await server.admin.query(`ALTER DATABASE ${quoteName(from)} RENAME TO ${quoteName(to)}`);
      return;
    } catch (error) {
      if (attempt === 20 || errorCode(error) !== "55006") throw error;
    }
  }
}

async function dropDatabase(server: Server, name: string): Promise<void> {
  await server.admin.query(`DROP DATABASE IF EXISTS ${quoteName(name)} WITH (FORCE)`);
}

/** Drops what has lain in the trash for 30 days, and drafts that a killed process left a day ago. Returns the names. */
export async function dropOldTrash(now = new Date()): Promise<string[]> {
  const server = currentServer();
  const { rows } = await server.admin.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1) OR starts_with(datname, $2)",
    [`${server.prefix}trash_`, `${server.prefix}new_`],
  );
  const limits = {
    trash: stamp(new Date(now.getTime() - 30 * DAY)),
    new: stamp(new Date(now.getTime() - DAY)),
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
