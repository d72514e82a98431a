import type { QuotationWeights } from "../../analysis/codebook/codebook.ts";
import { parseCodebook } from "../../analysis/codebook/parse.ts";
import type { QuotationFunction } from "../../analysis/types.ts";
import { liveHash, readCodebookFiles } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";

/** A row of the quotation table: what is observed, and what it weighs for each function. */
export interface QuotationRule {
  rule: string;
  description: string;
  weights: Readonly<Partial<Record<QuotationFunction, number>>>;
}

/** What a codebook rules, without the entries of its lexicons. */
export interface CodebookRules {
  hash: string;
  bias: QuotationWeights["bias"];
  scareThreshold: number;
  quotationRules: QuotationRule[];
  /** Rules that evidence of hedges, loaded terms and attributions names. */
  lexicalRules: { rule: string; description: string }[];
  lexicons: {
    id: string;
    signal: string;
    version: string;
    title: string;
    source: string;
    licence: string;
    entries: number;
  }[];
  /** What a user brought along, each a signal user_<slug>. */
  userLexicons: {
    slug: string;
    version: string;
    title: string;
    source: string;
    url: string;
    licence: string;
    changes: string;
    entries: number;
    labels: number;
  }[];
}

/** The rules last read: corpora mostly share a codebook, and its files are large. */
let kept: CodebookRules | null = null;

/** The rules of the codebook whose results the corpus stores. */
export async function getCodebookRules(corpus: CorpusDatabase): Promise<CodebookRules> {
  const hash = await liveHash(corpus);
  if (kept?.hash === hash) return kept;
  const parsed = parseCodebook(await readCodebookFiles(corpus, hash));
  const { bias, rules, scareThreshold } = parsed.quotationWeights;
  const describe = (rule: string) => parsed.ruleDescriptions.get(rule) ?? "";
  const inTable = new Set([...rules.keys(), "bias", "threshold"]);
  kept = {
    hash,
    bias,
    scareThreshold,
    quotationRules: [...rules].map(([rule, weights]) => ({
      rule,
      description: describe(rule),
      weights,
    })),
    lexicalRules: [...parsed.ruleDescriptions.keys()]
      .filter((rule) => !inTable.has(rule))
      .map((rule) => ({ rule, description: describe(rule) })),
    lexicons: [...parsed.lexicons.values()].map(({ entries, ...facts }) => {
      const { id, signal, version, title, source, licence } = facts;
      return { id, signal, version, title, source, licence, entries: entries.length };
    }),
    userLexicons: parsed.userLexicons.map(({ entries, labels, ...facts }) => ({
      ...facts,
      entries: entries.length,
      labels: labels.length,
    })),
  };
  return kept;
}
