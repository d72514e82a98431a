import type { CorpusDatabase } from "../database/corpus-database.ts";
import { listCorpora, openCorpus } from "../database/registry.ts";
import { FramescopeError } from "../errors.ts";

/**
 * The corpus of --corpus; without it the only one there is.
 * @throws FramescopeError bad_parameter where several exist or none, not_found for an unknown slug.
 */
export async function openChosenCorpus(slug: string | undefined): Promise<CorpusDatabase> {
  if (slug !== undefined) return openCorpus(slug);
  const slugs = (await listCorpora()).map((corpus) => corpus.slug);
  const [only, ...others] = slugs;
  if (only === undefined) {
    throw new FramescopeError(
      "not_found",
      "There is no corpus yet: import one with `framescope import --create`.",
    );
  }
  if (others.length > 0) {
    throw new FramescopeError(
      "bad_parameter",
      `--corpus is needed: there are ${slugs.join(", ")}.`,
      "corpus",
    );
  }
  return openCorpus(only);
}
