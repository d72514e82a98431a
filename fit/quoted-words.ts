import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { Codebook } from "../analysis/codebook/compile.ts";
import { GRADED_FUNCTIONS, QUOTED_WORDS_COLUMNS } from "../analysis/codebook/parse-quoted-words.ts";
import { findAttributions } from "../analysis/signals/attribution.ts";
import { gatherEvidence } from "../analysis/signals/quotation-function/article-evidence.ts";
import { readContext } from "../analysis/signals/quotation-function/context.ts";
import { ROWS } from "../analysis/signals/quotation-function/rows.ts";
import { fold } from "../analysis/text/fold.ts";
import { indexArticle } from "../analysis/text/index-article.ts";
import type { TextIndex } from "../analysis/text/text-index.ts";
import { QUOTATION_FUNCTIONS } from "../analysis/types.ts";
import type { LabelledSpan } from "./labelled-spans.ts";
import type { Problem } from "./logistic.ts";
import { fitLogistic, probabilities } from "./logistic.ts";

/** Rows that look at which words are quoted; the others see only what stands around them. */
const ABOUT_WORDS = /^(?:W\d+|I1[3-9]|I2[0-6])$/;
/** Words quoted in fewer articles or outlets than that say nothing. */
const LEAST_ARTICLES = 5;
const LEAST_OUTLETS = 4;
const MOST_WORDS = 4;
const MOST_AROUND_A_WORD = 3;
/** Quotations of the usual kind that are added to each word's own: few cases say little. */
const SHRINKAGE = 4;
/** Logarithms of how much more or less often than others of its length; the first is grade 1 (or -1), the second 2. */
const BOUNDS: Readonly<
  Record<(typeof GRADED_FUNCTIONS)[number], { more: number[]; less: number[] }>
> = {
  direct: { more: [0.5, 1.2], less: [] },
  partial: { more: [0.25], less: [-0.4, -1] },
  scare: { more: [0.3, 0.7], less: [-0.5] },
  title: { more: [0.5, 1.2], less: [] },
  term: { more: [0.3, 0.7], less: [-0.4] },
  mention: { more: [0.5, 1.1], less: [] },
};

/** Sums over the quotations of a word or phrase. */
interface Usage {
  quotations: number;
  /** By number of function: sums of probabilities, and what they would be were the word like others of its length. */
  sums: Float64Array;
  expected: Float64Array;
  articles: Set<number>;
  outlets: Set<string>;
}

interface Quoted {
  words: string[];
  chances: Float64Array;
  article: number;
  outlet: string;
}

/** Folded words between the marks, of which there are one to four; else null. */
function wordsOf({ text, tokens }: TextIndex, words: readonly number[]): string[] | null {
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  return words.map((token) => fold(text, tokens.starts[token] ?? 0, tokens.ends[token] ?? 0));
}

/** A line of a corpus: JSON with title, body and outlet. */
interface CorpusLine {
  title?: string;
  body: string;
  outlet: string;
}

/** All short quotations of a corpus (JSONL, also .gz) with what their surroundings alone say; labelled articles are left out. */
async function readQuoted(
  corpus: string,
  codebook: Codebook,
  model: { problem: Problem; weights: Float64Array },
  labelled: ReadonlySet<string>,
): Promise<Quoted[]> {
  const rows = Object.entries(ROWS).map(([id, holds], i) => ({
    i,
    holds,
    isBlind: ABOUT_WORDS.test(id),
  }));
  const seeing = rows.filter(({ isBlind }) => !isBlind);
  const found: Quoted[] = [];
  let article = 0;
  const file = createReadStream(corpus);
  const input = corpus.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  for await (const line of createInterface({ input })) {
    const { title = "", body, outlet } = JSON.parse(line) as CorpusLine;
    article++;
    if (labelled.has(articleKey(body))) continue;
    const parts = indexArticle({ headline: title, teaser: "", body }, codebook.vocabulary);
    const evidence = gatherEvidence(parts, findAttributions(parts, codebook), codebook);
    for (const part of evidence.parts)
      part.layout.index.quotations.forEach((_, number) => {
        const context = readContext(part, number, evidence);
        const words = wordsOf(part.layout.index, context.words);
        if (words === null) return;
        const holding = seeing.flatMap(({ i, holds }) => (holds(context) ? [i] : []));
        const chances = new Float64Array(model.problem.classes);
        probabilities(model.problem, model.weights, Int32Array.from(holding), chances);
        found.push({ words, chances, article, outlet });
      });
  }
  return found;
}

/** What tells an article apart however its beginning was stored: the units before its last hundred. */
const articleKey = (body: string) => body.replace(/\s+/g, " ").slice(-200, -100);

/** Mean probabilities of quotations by their number of words. */
function usualByLength(quoted: readonly Quoted[], classes: number): Float64Array[] {
  const sums = Array.from({ length: MOST_WORDS + 1 }, () => new Float64Array(classes));
  const counts = new Float64Array(MOST_WORDS + 1);
  for (const { words, chances } of quoted) {
    counts[words.length] = (counts[words.length] as number) + 1;
    add(sums[words.length] as Float64Array, chances);
  }
  return sums.map((sum, length) =>
    sum.map((value) => value / Math.max(1, counts[length] as number)),
  );
}

function add(to: Float64Array, values: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (values[i] as number);
}

/** Usage of every single word in up to three, and of every phrase. */
function countUsage(
  quoted: readonly Quoted[],
  isSmall: (word: string) => boolean,
  classes: number,
): Map<string, Usage> {
  const usual = usualByLength(quoted, classes);
  const usages = new Map<string, Usage>();
  for (const { words, chances, article, outlet } of quoted) {
    const keys = new Set(
      words.length <= MOST_AROUND_A_WORD ? words.filter((word) => !isSmall(word)) : [],
    );
    if (words.length > 1) keys.add(words.join(" "));
    for (const key of keys) {
      const usage = usages.get(key) ?? {
        quotations: 0,
        sums: new Float64Array(classes),
        expected: new Float64Array(classes),
        articles: new Set<number>(),
        outlets: new Set<string>(),
      };
      usages.set(key, usage);
      usage.quotations++;
      add(usage.sums, chances);
      add(usage.expected, usual[words.length] as Float64Array);
      usage.articles.add(article);
      usage.outlets.add(outlet);
    }
  }
  return usages;
}

/** The grade of a function: how far it is from what is usual. */
function gradeOf(
  { quotations, sums, expected }: Usage,
  name: (typeof GRADED_FUNCTIONS)[number],
): number {
  const f = QUOTATION_FUNCTIONS.indexOf(name);
  const usual = expected[f] as number;
  const more = Math.log(
    ((sums[f] as number) + (SHRINKAGE * usual) / quotations) /
      (usual * (1 + SHRINKAGE / quotations)),
  );
  const { more: above, less: below } = BOUNDS[name];
  return (
    above.filter((bound) => more >= bound).length - below.filter((bound) => more <= bound).length
  );
}

/**
 * The text of quoted-words.csv: what a corpus does with words that it quotes. Each quotation is judged by its surroundings
 * alone, with weights fitted on the labelled spans; words with many that look alike get a grade.
 */
export async function findQuotedWords(
  corpus: string,
  codebook: Codebook,
  problem: Problem,
  spans: readonly LabelledSpan[],
  labelledTexts: readonly string[],
): Promise<string> {
  const ids = Object.keys(ROWS);
  const blind = spans.map((span) => ({
    ...span,
    rows: span.rows.filter((row) => !ABOUT_WORDS.test(ids[row] ?? "")),
  }));
  const weights = fitLogistic(problem, blind, 0.3);
  const labelled = new Set(labelledTexts.map(articleKey));
  const quoted = await readQuoted(corpus, codebook, { problem, weights }, labelled);
  const isSmall = (word: string) =>
    ["ARTICLE", "PREPOSITION", "CONJUNCTION", "COPULA"].some((list) =>
      codebook.inList(list, codebook.vocabulary.idOf(word)),
    );
  const lines = [...countUsage(quoted, isSmall, problem.classes)].flatMap(([key, usage]) => {
    if (usage.articles.size < LEAST_ARTICLES || usage.outlets.size < LEAST_OUTLETS) return [];
    const grades = GRADED_FUNCTIONS.map((name) => gradeOf(usage, name));
    if (grades.every((grade) => grade === 0)) return [];
    return [`${[key, usage.quotations, ...grades.map((grade) => grade || "")].join(",")}`];
  });
  return `${[QUOTED_WORDS_COLUMNS.join(","), ...lines.sort()].join("\n")}\n`;
}
