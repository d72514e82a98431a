import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { CorpusDatabase } from "../lib/database/corpus-database.ts";
import { listCorpora, openCorpus } from "../lib/database/registry.ts";
import { FramescopeError } from "../lib/errors.ts";
import { listOutlets } from "../lib/queries/outlets.ts";

/** The corpus opened last: where / leads. */
const LAST_CORPUS_COOKIE = "framescope_corpus";

export interface CorpusWords {
  slug: string;
  title: string;
  sample: boolean;
}

/** The corpus of a page's path; a 404 with words where there is none. Call it before any Suspense boundary. */
export const openCorpusOr404 = cache(async (slug: string): Promise<CorpusDatabase> => {
  try {
    return await openCorpus(decodeURIComponent(slug));
  } catch (error) {
    const gone = error instanceof FramescopeError && error.code === "not_found";
    if (gone || error instanceof URIError) notFound();
    throw error;
  }
});

export const corpusList = cache(async (): Promise<CorpusWords[]> => {
  const corpora = await listCorpora();
  return corpora.map(({ slug, title, sample }) => ({ slug, title, sample }));
});

/** The corpus opened last, else the sample, else the first; null where there is none. */
export async function lastCorpus(): Promise<CorpusWords | null> {
  const corpora = await corpusList();
  const last = (await cookies()).get(LAST_CORPUS_COOKIE)?.value;
  const opened = corpora.find(({ slug }) => slug === last);
  return opened ?? corpora.find(({ sample }) => sample) ?? corpora[0] ?? null;
}

export const corpusOutlets = cache((corpus: CorpusDatabase) => listOutlets(corpus.pool));
