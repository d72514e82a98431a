import { randomBytes } from "node:crypto";
import { FramescopeError } from "../errors.ts";
import { openDatabase } from "./corpus-database.ts";
import {
  dropDatabase,
  isNameTaken,
  nameAsCorpus,
  quoteName,
  renameDatabase,
  stampOf,
} from "./databases.ts";
import { prepareDatabase } from "./prepare.ts";
import {
  creationProblem,
  currentServer,
  databaseName,
  databaseUrl,
  listSlugs,
  type Server,
} from "./server.ts";
import { slugOf, slugProblem } from "./slug.ts";

export interface NewCorpus {
  title: string;
  /** Made from the title where it is left out. */
  slug?: string;
  sample?: boolean;
}

const LONGEST_TITLE = 120;

/** Why no corpus can be created on this server, as a sentence, or null. */
export function newCorpusProblem(): Promise<string | null> {
  return creationProblem(currentServer());
}

/**
 * A title as it is stored: blanks at its ends and repeated ones are gone.
 * @throws FramescopeError bad_parameter for none, or one that is too long
 */
export function corpusTitle(text: string): string {
  // Control characters would break menus and files; PostgreSQL refuses NUL.
  const title = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (title === "") throw new FramescopeError("bad_parameter", "A corpus needs a title.", "title");
  if (title.length <= LONGEST_TITLE) return title;
  throw new FramescopeError(
    "bad_parameter",
    `A title has at most ${LONGEST_TITLE} characters; this one has ${title.length}.`,
    "title",
  );
}

/**
 * Creates an empty corpus and returns its slug. It appears at once and whole: the database is made ready
 * under another name.
 */
export async function createCorpus(corpus: NewCorpus): Promise<string> {
  const server = currentServer();
  const title = corpusTitle(corpus.title);
  if (corpus.slug !== undefined) await requireFree(corpus.slug);
  const problem = await creationProblem(server);
  if (problem) throw new FramescopeError("forbidden", problem);
  const draft = `${server.prefix}new_${stampOf(new Date())}_${randomBytes(4).toString("hex")}`;
  await server.admin.query(
    `CREATE DATABASE ${quoteName(draft)} TEMPLATE template0 ENCODING 'UTF8'`,
  );
  try {
    await fillDraft(server, draft, { title, sample: corpus.sample ?? false });
    if (corpus.slug === undefined) return await nameAsCorpus(server, draft, slugOf(title));
    await renameDatabase(server, draft, databaseName(server, corpus.slug));
    return corpus.slug;
  } catch (error) {
    await dropDatabase(server, draft);
    throw isNameTaken(error) ? slugTaken(corpus.slug ?? "") : error;
  }
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

async function requireFree(slug: string): Promise<void> {
  const problem = slugProblem(slug);
  if (problem) {
    const sentence = `"${slug}" can't name a corpus: ${problem}.`;
    throw new FramescopeError("bad_parameter", sentence, "slug");
  }
  if ((await listSlugs()).includes(slug)) throw slugTaken(slug);
}

const slugTaken = (slug: string) =>
  new FramescopeError("conflict", `There is a corpus "${slug}" already.`, "slug");

/** @throws FramescopeError not_found where there is no such corpus */
export async function requireSlug(slug: string): Promise<void> {
  if ((await listSlugs()).includes(slug)) return;
  throw new FramescopeError("not_found", `There is no corpus "${slug}".`, "corpus");
}
