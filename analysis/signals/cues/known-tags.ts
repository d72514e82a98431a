import type { Codebook } from "../../codebook/compile.ts";
import { commonestTag } from "../../text/tagger.ts";

const known = new WeakMap<Codebook, readonly string[]>();

/**
 * The commonest part of speech of each word that a codebook knows, by vocabulary number; made once for each codebook.
 * Looking a word up in the tagger's lexicon takes longer than all else that is asked about a loaded term.
 */
export function tagsOf(codebook: Codebook): readonly string[] {
  const made = known.get(codebook);
  if (made !== undefined) return made;
  const tags: string[] = [];
  for (let id = 0; id <= codebook.vocabulary.size; id++)
    tags.push(commonestTag(codebook.wordOf(id)));
  known.set(codebook, tags);
  return tags;
}
