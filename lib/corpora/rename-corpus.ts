import { corpusTitle } from "../database/corpora.ts";
import { openCorpus } from "../database/registry.ts";

/** Gives a corpus another title, and returns it as stored. The slug stays: links hold it. */
export async function renameCorpus(slug: string, text: string): Promise<string> {
  const title = corpusTitle(text);
  const { prisma } = await openCorpus(slug);
  await prisma.corpus.update({ where: { id: 1 }, data: { title } });
  return title;
}
