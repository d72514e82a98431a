import type pg from "pg";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { LOCK, lockInTransaction } from "../database/locks.ts";
import { inTransaction } from "../database/transaction.ts";
import { addDueTokens } from "./write.ts";

const DUP_CLASSES = ["single", "first", "copy"] as const;
export type DupClass = (typeof DUP_CLASSES)[number];

/** An article among those of equal content. */
export interface Member {
  id: string;
  publishedOn: string;
  publishedTime: string | null;
  dupClass: string;
  wireGroup: string | null;
}

/** What an article is to become. */
export interface Classified {
  id: string;
  dupClass: DupClass;
  wireGroup: string | null;
}

/** By date, then time as text (none comes last), then id. */
function comesBefore(a: Member, b: Member): number {
  const keys = ({ publishedOn, publishedTime, id }: Member) => [
    publishedOn,
    publishedTime ?? "\uffff",
    id,
  ];
  const [left, right] = [keys(a), keys(b)];
  const at = left.findIndex((key, i) => key !== right[i]);
  return at < 0 ? 0 : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
}

/**
 * The classes of articles of equal content: one alone is single; else the earliest is first and every other
 * one a copy, in the group named by the lowest id.
 */
export function classifyGroup(members: readonly Member[]): Classified[] {
  const sorted = [...members].sort(comesBefore);
  const [first, ...rest] = sorted;
  if (!first) return [];
  if (rest.length === 0) return [{ id: first.id, dupClass: "single", wireGroup: null }];
  const wireGroup = sorted.map((member) => member.id).sort()[0] ?? null;
  return [
    { id: first.id, dupClass: "first", wireGroup },
    ...rest.map((member) => ({ id: member.id, dupClass: "copy" as const, wireGroup })),
  ];
}

/**
 * Brings dup_class and wire_group of all articles with these content hashes up to date, with the class in
 * their metrics and the due tokens of what changed. In a transaction of its own; repeatable.
 */
export function classifyDuplicates(
  corpus: Pick<CorpusDatabase, "pool">,
  contentHashes: readonly Uint8Array[],
): Promise<void> {
  return inTransaction(corpus.pool, (client) => classifyDuplicatesIn(client, contentHashes));
}

/**
 * The same within the caller's transaction: the one that adds, deletes or changes the articles. Its lock makes
 * imports that run at the same time classify one after the other, each seeing what the others have added.
 */
export async function classifyDuplicatesIn(
  client: pg.ClientBase,
  contentHashes: readonly Uint8Array[],
): Promise<void> {
  if (contentHashes.length === 0) return;
  await lockInTransaction(client, LOCK.duplicates);
  const changes = (await readGroups(client, contentHashes)).flatMap(findChanges);
  if (changes.length === 0) return;
  const updated: UpdatedArticle[] = [];
  for (const change of mergeChanges(changes))
    updated.push(...(await updateArticles(client, change)));
  for (const dupClass of DUP_CLASSES) {
    const ids = changes.filter((change) => change.dupClass === dupClass).map(({ id }) => id);
    if (ids.length > 0) await updateMetrics(client, dupClass, ids);
  }
  const reclassified = new Set(changes.filter((change) => change.classChanged).map(({ id }) => id));
  await addDueTokens(
    client,
    updated.filter((article) => article.analysed_with !== null && reclassified.has(article.id)),
  );
}

type Change = Classified & { classChanged: boolean };

function findChanges(members: readonly Member[]): Change[] {
  const before = new Map(members.map((member) => [member.id, member]));
  return classifyGroup(members)
    .map((after) => ({ ...after, classChanged: before.get(after.id)?.dupClass !== after.dupClass }))
    .filter((after) => after.classChanged || before.get(after.id)?.wireGroup !== after.wireGroup);
}

/** An article without any text below its headline repeats nothing. */
async function readGroups(
  client: pg.ClientBase,
  contentHashes: readonly Uint8Array[],
): Promise<Member[][]> {
  const { rows } = await client.query<Member & { hash: string }>(
    `SELECT encode(content_hash, 'hex') AS hash, id, published_on AS "publishedOn",
       published_time AS "publishedTime", dup_class AS "dupClass", wire_group AS "wireGroup"
     FROM article WHERE content_hash = ANY($1::bytea[]) AND NOT (teaser = '' AND body = '')`,
    [contentHashes.map((hash) => Buffer.from(hash))],
  );
  const groups = new Map<string, Member[]>();
  for (const { hash, ...member } of rows) groups.set(hash, [...(groups.get(hash) ?? []), member]);
  return [...groups.values()];
}

interface GroupChange {
  dupClass: DupClass;
  wireGroup: string | null;
  ids: string[];
}

/** One UPDATE for all articles that become the same. */
function mergeChanges(changes: readonly Change[]): GroupChange[] {
  const merged = new Map<string, GroupChange>();
  for (const { id, dupClass, wireGroup } of changes) {
    const key = `${dupClass} ${wireGroup}`;
    const change = merged.get(key) ?? { dupClass, wireGroup, ids: [] };
    change.ids.push(id);
    merged.set(key, change);
  }
  return [...merged.values()];
}

interface UpdatedArticle {
  id: string;
  outlet_id: number;
  published_on: string;
  analysed_with: string | null;
}

async function updateArticles(
  client: pg.ClientBase,
  { dupClass, wireGroup, ids }: GroupChange,
): Promise<UpdatedArticle[]> {
  const { rows } = await client.query<UpdatedArticle>(
    `UPDATE article SET dup_class = $1, wire_group = $2 WHERE id = ANY($3::uuid[])
     RETURNING id, outlet_id, published_on, analysed_with`,
    [dupClass, wireGroup, ids.sort()],
  );
  return rows;
}

async function updateMetrics(
  client: pg.ClientBase,
  dupClass: DupClass,
  ids: readonly string[],
): Promise<void> {
  for (const table of ["article_words", "article_hits"]) {
    await client.query(
      `UPDATE ${table} SET dup_class = $1 WHERE article_id = ANY($2::uuid[]) AND dup_class <> $1`,
      [dupClass, ids],
    );
  }
}
