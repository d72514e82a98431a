import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "../config.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import {
  createCorpus,
  listCorpora,
  listSlugs,
  listTrash,
  newCorpusProblem,
  openCorpus,
  restoreCorpus,
} from "../database/registry.ts";
import { DEFAULT_SLUG } from "../database/slug.ts";
import { importFile } from "../import/run.ts";

const SLUG = "sample";
const TITLE = "Sample corpus";
/** An import that was undone afterwards is not made again: the user did not want it. */
const CAME_IN_WHOLE = ["done", "undoing", "undone"];

/**
 * Sees to the sample corpus on a server that has no corpus yet. Where an earlier call was ended in the middle it goes on; a
 * sample that the user deleted does not come back, and where the role may create no database nothing is done.
 */
export async function ensureSampleCorpus(): Promise<void> {
  const slugs = await listSlugs();
  if (!slugs.includes(SLUG)) {
    const others = slugs.filter((slug) => slug !== DEFAULT_SLUG);
    if (others.length > 0 || (await wasDeleted()) || (await newCorpusProblem()) !== null) return;
    await createCorpus({ title: TITLE, slug: SLUG, sample: true });
  }
  const corpus = await openCorpus(SLUG);
  if (await isUnfinished(corpus)) await importSample(corpus);
}

/**
 * The slug of the sample corpus: of the one that is there, else of the one deleted last, restored, else of a new one.
 * Its articles are stored when this returns; a worker analyses them.
 */
export async function openSampleCorpus(): Promise<string> {
  const there = (await listCorpora()).find(({ sample }) => sample);
  const deleted = there ? undefined : (await listTrash()).find(({ sample }) => sample);
  const slug = there?.slug ?? (deleted && (await restoreCorpus(deleted.id)));
  const corpus = await openCorpus(slug ?? (await createSample()));
  if (await isUnfinished(corpus)) await importSample(corpus);
  return corpus.slug;
}

/** Under its usual slug where no other corpus has that. */
async function createSample(): Promise<string> {
  const taken = (await listSlugs()).includes(SLUG);
  return createCorpus({ title: TITLE, sample: true, ...(taken ? {} : { slug: SLUG }) });
}

/** Whether a sample lies in the trash. */
async function wasDeleted(): Promise<boolean> {
  return (await listTrash()).some(({ slug }) => slug === SLUG);
}

/** Whether this is the corpus that came with the program, and its articles never came in whole. */
async function isUnfinished({ prisma }: CorpusDatabase): Promise<boolean> {
  const { sample } = await prisma.corpus.findUniqueOrThrow({ where: { id: 1 } });
  return sample && (await prisma.import.count({ where: { status: { in: CAME_IN_WHOLE } } })) === 0;
}

async function importSample(corpus: CorpusDatabase): Promise<void> {
  const file = path.join(projectRoot(), "lib", "sample", "articles.jsonl");
  const { size } = await stat(file);
  await importFile(corpus, {
    name: "articles.jsonl",
    size,
    open: () => createReadStream(file),
    textRights: "text",
  });
}
