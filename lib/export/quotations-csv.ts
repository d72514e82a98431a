import {
  PARTS,
  type Part,
  QUOTATION_FUNCTIONS,
  type QuotationFunction,
} from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { cellsOf, countedParts } from "../queries/cells.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { ARTICLE_COLUMNS } from "./article-columns.ts";
import { type ExportedArticle, exportedArticles } from "./article-rows.ts";
import { type Column, headerLine, rowLine } from "./columns.ts";
import { allowedQuote } from "./text-rights.ts";

type Probabilities = Record<`p_${QuotationFunction}`, number>;

interface StoredQuotation extends Probabilities {
  articleId: string;
  part: Part;
  start: number;
  end: number;
  function: string;
  distanced: boolean;
  uncertain: boolean;
  voice: string;
  speaker: string | null;
  evidence: string[];
}

interface QuotationsRow {
  article: ExportedArticle;
  quotation: StoredQuotation;
  codebook: string;
}

const probabilityColumns: Column<QuotationsRow>[] = QUOTATION_FUNCTIONS.map((name) => ({
  name: `p_${name}`,
  describe: `Probability that its function is ${name}.`,
  value: ({ quotation }) => quotation[`p_${name}`],
}));

/** quotations.csv: one row a quotation, whatever its function. */
export const QUOTATIONS_COLUMNS: readonly Column<QuotationsRow>[] = [
  ...ARTICLE_COLUMNS,
  { name: "part", describe: "headline, teaser or body.", value: ({ quotation }) => quotation.part },
  {
    name: "start",
    describe: "Offset of the words between the marks, in UTF-16 code units of the part.",
    value: ({ quotation }) => quotation.start,
  },
  {
    name: "end",
    describe: "Offset after the last code unit.",
    value: ({ quotation }) => quotation.end,
  },
  {
    name: "text",
    describe: "The words between the marks; at most 25 of them unless the import allows the text.",
    value: ({ article, quotation }) =>
      allowedQuote(
        article.textRights,
        article[quotation.part].slice(quotation.start, quotation.end),
      ),
  },
  {
    name: "function",
    describe: "direct, partial, scare, title, term, mention or other.",
    value: ({ quotation }) => quotation.function,
  },
  {
    name: "distanced",
    describe: "Whether the outlet holds the words at arm's length.",
    value: ({ quotation }) => quotation.distanced,
  },
  {
    name: "uncertain",
    describe: "Whether the best probability is under .5.",
    value: ({ quotation }) => quotation.uncertain,
  },
  ...probabilityColumns,
  {
    name: "voice",
    describe:
      "Voice that a scare_quote flag on it has: outlet, or quoted inside a direct or partial quotation.",
    value: ({ quotation }) => quotation.voice,
  },
  {
    name: "speaker",
    describe: "Nearest subject of the governing verb, where one was found.",
    value: ({ article, quotation }) =>
      quotation.speaker && allowedQuote(article.textRights, quotation.speaker),
  },
  {
    name: "evidence",
    describe: "Names of the rules behind the function, weightiest first, parted by blanks.",
    value: ({ quotation }) => quotation.evidence.join(" "),
  },
  { name: "codebook", describe: "Hash of the codebook.", value: ({ codebook }) => codebook },
];

/** Lines of quotations.csv, by outlet name, date, article, part and offset. */
export async function* quotationsCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<string> {
  yield headerLine(QUOTATIONS_COLUMNS);
  for await (const articles of exportedArticles(corpus, resolved, { withText: true })) {
    const quotations = await readQuotations(corpus, resolved, articles);
    for (const article of articles) {
      for (const quotation of quotations.get(article.id) ?? []) {
        yield rowLine(QUOTATIONS_COLUMNS, { article, quotation, codebook: resolved.codebook });
      }
    }
  }
}

async function readQuotations(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  articles: readonly ExportedArticle[],
) {
  const cells = cellsOf(resolved.view);
  const counted = articles.filter((article) => article.counted);
  const partsOf = new Map(counted.map(({ id, dupClass }) => [id, countedParts(cells, dupClass)]));
  const { rows } = await corpus.pool.query<StoredQuotation>(
    `SELECT article_id AS "articleId", part, start, "end", function, distanced, uncertain, voice, speaker, evidence,
       ${QUOTATION_FUNCTIONS.map((name) => `p_${name}`).join(", ")}
     FROM quotation WHERE article_id = ANY($1::uuid[]) AND $2 IN (voice, 'all')`,
    [[...partsOf.keys()], resolved.view.voice],
  );
  const quotations = new Map<string, StoredQuotation[]>();
  for (const quotation of rows) {
    if (!partsOf.get(quotation.articleId)?.includes(quotation.part)) continue;
    const list = quotations.get(quotation.articleId) ?? [];
    list.push(quotation);
    quotations.set(quotation.articleId, list);
  }
  const byPlace = (a: StoredQuotation, b: StoredQuotation) =>
    PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || a.start - b.start || b.end - a.end;
  for (const list of quotations.values()) list.sort(byPlace);
  return quotations;
}
