import type { Codebook } from "../codebook/compile.ts";
import type { UserLexicon } from "../codebook/user/user-lexicon.ts";
import type { Part } from "../types.ts";
import { type ArticleIndex, type FoundFlag, inParts, type Signal } from "./signal.ts";

/** Terms of a label that its definition names. */
const NAMED = 6;

/** The signal of a user's lexicon: its matches are the flags, its labels theirs. */
export function lexiconSignal(lexicon: UserLexicon): Signal {
  const { slug, title, source, url, licence, version, changes, entries } = lexicon;
  const size = entries.length.toLocaleString("en");
  return {
    id: `user_${slug}`,
    title,
    singular: `match of ${title}`,
    definition: `Words and phrases of the dictionary “${title}” (version ${version}, ${size} entries, licence ${licence}). Source: ${source.replace(/\.$/, "")}. ${changes}`,
    limits:
      "Brought along by a user of this corpus. A lexicon sees words, not their use. Within a label the longest match counts once; a word under two labels counts once in each, and so twice in the total.",
    references: url === "" ? [source] : [`${source}, ${url}`],
    labels: labelsOf(lexicon),
    defaultLabel: "all",
    find: (article, codebook) => inParts((part) => findIn(part, slug, article, codebook)),
    examples: [],
  };
}

function labelsOf({ labels, entries }: UserLexicon): Signal["labels"] {
  const terms = new Map<string, string[]>(labels.map((label) => [label, []]));
  for (const { label, term } of entries) terms.get(label)?.push(term);
  return [...terms].map(([id, own]) => {
    const named = own.slice(0, NAMED).join(", ");
    const more = own.length > NAMED ? ` and ${(own.length - NAMED).toLocaleString("en")} more` : "";
    return { id, title: id, definition: `${named}${more}` };
  });
}

function findIn(part: Part, slug: string, article: ArticleIndex, codebook: Codebook): FoundFlag[] {
  const { tokens, text } = article.parts[part];
  return codebook.matchTerms(slug, tokens, text).map(({ entry, from, to }) => ({
    part,
    start: tokens.starts[from] ?? 0,
    end: tokens.ends[to - 1] ?? 0,
    label: entry.label,
    term: entry.term,
    subject: null,
    score: null,
    evidence: [{ rule: "entry", weight: 1 }],
  }));
}
