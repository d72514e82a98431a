import type { UserLexicon } from "../../analysis/codebook/user/user-lexicon.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import type { LexiconWishes, ReadLexicon } from "./dictionary/to-lexicon.ts";
import { changeCodebook } from "./publish.ts";
import { userLexiconsOf, withLexicon, withUserLexicons } from "./user-files.ts";

/** Names of the codebook that was live, and of the one that is. */
export interface CodebookChange {
  before: string;
  after: string;
}

/**
 * Publishes the live codebook with a lexicon in it; one of the same slug is replaced, and keeps what of title, version,
 * source, url and licence is not `said` anew. Returns the lexicon as it is stored.
 * @throws FramescopeError bad_input
 */
export async function importLexicon(
  corpus: Pick<CorpusDatabase, "pool">,
  { lexicon }: Pick<ReadLexicon, "lexicon">,
  said: LexiconWishes,
): Promise<CodebookChange & { lexicon: UserLexicon }> {
  let stored = lexicon;
  const change = await changeCodebook(corpus, (files) => {
    const next = withLexicon(files, lexicon, said);
    stored = userLexiconsOf(next).find(({ slug }) => slug === lexicon.slug) ?? lexicon;
    return next;
  });
  return { ...change, lexicon: stored };
}

/**
 * Publishes the live codebook without a lexicon.
 * @throws FramescopeError not_found
 */
export function removeLexicon(
  corpus: Pick<CorpusDatabase, "pool">,
  slug: string,
): Promise<CodebookChange> {
  return changeCodebook(corpus, (files) => {
    const all = userLexiconsOf(files);
    const others = all.filter((lexicon) => lexicon.slug !== slug);
    if (others.length === all.length) {
      const known = all.map((lexicon) => lexicon.slug).join(", ") || "none";
      throw new FramescopeError(
        "not_found",
        `The live codebook has no dictionary ${slug}: known are ${known}.`,
        "slug",
      );
    }
    return withUserLexicons(files, others);
  });
}
