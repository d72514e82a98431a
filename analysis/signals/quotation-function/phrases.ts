import { isPhraseOf, type PhraseList } from "../../codebook/quoted-phrases.ts";
import type { QuotationContext } from "./context.ts";
import type { Rows } from "./row.ts";

const isOf = (q: QuotationContext, list: PhraseList): boolean => isPhraseOf(q.phraseLists, list);

/** P: words that a reader knows from elsewhere (quoted-phrases.csv), as terms, names, slogans, or as what is disputed. */
export const phraseRows: Rows = {
  /** "gerrymandering". */
  P1: (q) => isOf(q, "TERM_OF_ART") && q.words.length === 1,
  /** the "hung parliament". */
  P2: (q) => isOf(q, "TERM_OF_ART") && q.words.length >= 2,
  /** "Meet the Press". */
  P3: (q) => isOf(q, "WORK_NAME"),
  /** "experts". */
  P4: (q) => isOf(q, "DISPUTED_NAME") && q.words.length === 1,
  /** "people's republic". */
  P5: (q) => isOf(q, "DISPUTED_NAME") && q.words.length >= 2,
  /** "yes we can". */
  P6: (q) => isOf(q, "SLOGAN"),
  /** "silver bullet". */
  P7: (q) => isOf(q, "IDIOM"),
};
