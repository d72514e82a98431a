import type { CorpusDatabase } from "../../../../lib/database/corpus-database.ts";
import { openCorpus } from "../../../../lib/database/registry.ts";
import { FramescopeError } from "../../../../lib/errors.ts";

export interface OutletParams {
  params: Promise<{ corpus: string; slug: string }>;
}

/** The corpus and the outlet's slug that a path names; slugs hold letters of any script. */
export async function outletOf({
  params,
}: OutletParams): Promise<{ corpus: CorpusDatabase; slug: string }> {
  const { corpus, slug } = await params;
  try {
    return { corpus: await openCorpus(corpus), slug: decodeURIComponent(slug) };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new FramescopeError("not_found", "There is no outlet of that address.", "outlet");
  }
}
