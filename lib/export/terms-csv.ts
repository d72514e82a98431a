import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import type { OutletInfo, ResolvedView } from "../queries/metrics-types.ts";
import type { ComparedTerm } from "../terms/compare-counts.ts";
import { type ComparedSide, compareTerms } from "../terms/compare-terms.ts";
import { selectionOf } from "../terms/selection.ts";
import { type Column, headerLine, rowLine } from "./columns.ts";

interface TermsRow {
  term: ComparedTerm;
  words: { a: ComparedSide; b: ComparedSide };
}

const sideColumns = (side: "a" | "b", which: string): Column<TermsRow>[] => [
  {
    name: `${side}_count`,
    describe: `How often ${which} outlet uses the term.`,
    value: ({ term }) => term[side].count,
  },
  {
    name: `${side}_words`,
    describe: `Word tokens of ${which} outlet in the view, the same in every row.`,
    value: ({ words }) => words[side].words,
  },
  {
    name: `${side}_articles`,
    describe: `Articles of ${which} outlet that hold the term.`,
    value: ({ term }) => term[side].articles,
  },
  {
    name: `${side}_dp`,
    describe: `Gries' DP of the term over the articles of ${which} outlet: 0 evenly spread, near 1 in one short article; empty where it is not used.`,
    value: ({ term }) => term[side].dp,
  },
];

/** terms.csv: one row a term of the two outlets. */
export const TERMS_COLUMNS: readonly Column<TermsRow>[] = [
  { name: "term", describe: "Word, in lower case.", value: ({ term }) => term.term },
  ...sideColumns("a", "the first"),
  ...sideColumns("b", "the second"),
  {
    name: "g2",
    describe: "Log-likelihood G2 of the two counts.",
    value: ({ term }) => term.logLikelihood,
  },
  {
    name: "log_ratio",
    describe:
      "Binary logarithm of the ratio of relative frequencies, a to b; 0.5 stands for a count of 0.",
    value: ({ term }) => term.logRatio,
  },
  {
    name: "percent_diff",
    describe: "Difference of relative frequencies in per cent of b's; empty where b has none.",
    value: ({ term }) => term.percentDiff,
  },
  { name: "bic", describe: "G2 - ln of all words.", value: ({ term }) => term.bic },
  {
    name: "log_odds_z",
    describe:
      "z of the log-odds ratio with a Dirichlet prior of 500 words in proportion to the pooled counts.",
    value: ({ term }) => term.logOddsZ,
  },
  {
    name: "p_adjusted",
    describe:
      "p of the ratio of rates with articles as clusters, adjusted over all terms of the file that have one (Benjamini and Hochberg); empty where an outlet doesn't use the term or has too few articles.",
    value: ({ term }) => term.ratio?.pAdjusted ?? null,
  },
];

/**
 * Lines of terms.csv by term: every word in 3 articles or more and with 5 hits or more. The first outlet of `outlets` is a, the
 * second b, as they were written.
 * @throws FramescopeError bad_parameter unless the view has exactly two outlets
 */
export async function* termsCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<string> {
  const [first, second] = comparedOutlets(resolved);
  yield headerLine(TERMS_COLUMNS);
  const a = selectionOf(resolved, [first.id]);
  const b = selectionOf(resolved, [second.id]);
  if (!a || !b) return;
  const comparison = await compareTerms(corpus, { a, b });
  const words = { a: comparison.a, b: comparison.b };
  for (const term of comparison.terms) yield rowLine(TERMS_COLUMNS, { term, words });
}

/** The two outlets in the order in which they were asked for. */
function comparedOutlets({
  view,
  outlets,
}: Pick<ResolvedView, "view" | "outlets">): [OutletInfo, OutletInfo] {
  const order = view.outlets ?? [];
  const asked = [...outlets].sort((a, b) => order.indexOf(a.slug) - order.indexOf(b.slug));
  const [a, b] = asked;
  if (a && b && asked.length === 2) return [a, b];
  throw new FramescopeError(
    "bad_parameter",
    `outlets must name two outlets, as in outlets=a,b; this view has ${outlets.length}.`,
    "outlets",
  );
}
