import type { CodebookFiles } from "../codebook.ts";

/** The files of one user lexicon "own", its rows as "label,term". */
export function ownLexicon(rows: readonly string[], slug = "own"): CodebookFiles {
  return {
    "user-lexicons.csv": `slug,title,version,source,url,licence,changes\n${slug},Own words,1,own,,MIT,\n`,
    [`user/${slug}.csv`]: ["label,term", ...rows, ""].join("\n"),
  };
}
