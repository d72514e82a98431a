import { analyze } from "../../analysis/analyze.ts";
import type { Flag, Quotation } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { describeRules } from "./describe-rules.ts";
import { liveCodebook } from "./live.ts";

/** Longest text that is tried, in UTF-16 code units: it stands in the address. */
export const LONGEST_TRIED = 2000;

/** What the live codebook finds in a text that was typed. */
export interface TriedText {
  text: string;
  flags: Flag[];
  quotations: Quotation[];
  /** What each rule named in the evidence says, in words. */
  rules: Record<string, string>;
}

/** Analyses a text as the body of an article; nothing is stored. A text that is too long is cut. */
export async function tryText(
  corpus: Pick<CorpusDatabase, "pool">,
  typed: string,
): Promise<TriedText> {
  const text = typed.slice(0, LONGEST_TRIED);
  const codebook = await liveCodebook(corpus);
  const { flags, quotations } = analyze({ headline: "", teaser: "", body: text }, codebook);
  return {
    text,
    flags,
    quotations,
    rules: describeRules(flags, quotations, codebook.describeRule),
  };
}
