import { PARTS, type Part } from "../../analysis/types.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { cellsOf, countedParts } from "../queries/cells.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { ARTICLE_COLUMNS } from "./article-columns.ts";
import { type ExportedArticle, exportedArticles } from "./article-rows.ts";
import { type Column, headerLine, rowLine } from "./columns.ts";
import { allowedQuote, allowedText, contextsOf } from "./text-rights.ts";

interface StoredFlag {
  articleId: string;
  signal: string;
  label: string;
  part: Part;
  start: number;
  end: number;
  voice: string;
  score: number | null;
  term: string | null;
  subject: string | null;
  evidence: string[];
}

interface FlagsRow {
  article: ExportedArticle;
  flag: StoredFlag;
  /** The words around it. */
  context: { left: string; right: string };
  codebook: string;
}

/** flags.csv: one row a flag that the view counts. */
export const FLAGS_COLUMNS: readonly Column<FlagsRow>[] = [
  ...ARTICLE_COLUMNS,
  { name: "part", describe: "headline, teaser or body.", value: ({ flag }) => flag.part },
  { name: "signal", describe: "Id of the signal.", value: ({ flag }) => flag.signal },
  { name: "label", describe: "Label within the signal.", value: ({ flag }) => flag.label },
  { name: "voice", describe: "outlet, quoted or reported.", value: ({ flag }) => flag.voice },
  {
    name: "start",
    describe: "Offset in the part, in UTF-16 code units.",
    value: ({ flag }) => flag.start,
  },
  { name: "end", describe: "Offset after the last code unit.", value: ({ flag }) => flag.end },
  {
    name: "text",
    describe: "The flagged words; at most 25 of them unless the import allows the text.",
    value: ({ article, flag }) =>
      allowedQuote(article.textRights, article[flag.part].slice(flag.start, flag.end)),
  },
  {
    name: "left_context",
    describe: "The 8 words before.",
    value: ({ article, context }) => allowedText(article.textRights, context.left),
  },
  {
    name: "right_context",
    describe: "The 8 words after.",
    value: ({ article, context }) => allowedText(article.textRights, context.right),
  },
  {
    name: "term",
    describe: "Lexicon entry that matched, where there is one.",
    value: ({ flag }) => flag.term,
  },
  {
    name: "subject",
    describe: "Source of an attribution, target of a loaded term.",
    value: ({ article, flag }) => flag.subject && allowedQuote(article.textRights, flag.subject),
  },
  {
    name: "score",
    describe: "Calibrated probability, where there is one.",
    value: ({ flag }) => flag.score,
  },
  {
    name: "evidence",
    describe: "Names of the rules behind it, weightiest first, parted by blanks.",
    value: ({ flag }) => flag.evidence.join(" "),
  },
  { name: "codebook", describe: "Hash of the codebook.", value: ({ codebook }) => codebook },
];

/** Lines of flags.csv, by outlet name, date, article, part and offset: what metrics.csv of the same view counts. */
export async function* flagsCsv(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
): AsyncGenerator<string> {
  yield headerLine(FLAGS_COLUMNS);
  for await (const articles of exportedArticles(corpus, resolved, { withText: true })) {
    const flags = await readFlags(corpus, resolved, articles);
    for (const article of articles) {
      for (const flag of flags.get(article.id) ?? []) {
        const context = contextsOf(article[flag.part], flag.start, flag.end);
        yield rowLine(FLAGS_COLUMNS, { article, flag, context, codebook: resolved.codebook });
      }
    }
  }
}

async function readFlags(
  corpus: CorpusDatabase,
  resolved: ResolvedView,
  articles: readonly ExportedArticle[],
) {
  const { labels, view } = resolved;
  const cells = cellsOf(view);
  const partsOf = new Map(
    articles
      .filter((article) => article.counted)
      .map((article) => [article.id, countedParts(cells, article.dupClass)]),
  );
  const { rows } = await corpus.pool.query<StoredFlag>(
    `SELECT article_id AS "articleId", f.signal, f.label, part, start, "end", voice, score, term, subject, evidence
     FROM flag AS f JOIN unnest($2::text[], $3::text[]) AS wanted(signal, label)
       ON f.signal = wanted.signal AND wanted.label IN (f.label, 'all')
     WHERE article_id = ANY($1::uuid[]) AND $4 IN (voice, 'all')`,
    [[...partsOf.keys()], Object.keys(labels), Object.values(labels), view.voice],
  );
  const flags = new Map<string, StoredFlag[]>();
  for (const flag of rows) {
    if (!partsOf.get(flag.articleId)?.includes(flag.part)) continue;
    const list = flags.get(flag.articleId) ?? [];
    list.push(flag);
    flags.set(flag.articleId, list);
  }
  const order = new Map(resolved.known.map((signal, i) => [signal.id, i]));
  for (const list of flags.values()) list.sort((a, b) => byPlace(a, b, order));
  return flags;
}

function byPlace(a: StoredFlag, b: StoredFlag, order: ReadonlyMap<string, number>): number {
  return (
    PARTS.indexOf(a.part) - PARTS.indexOf(b.part) ||
    a.start - b.start ||
    (order.get(a.signal) ?? 0) - (order.get(b.signal) ?? 0) ||
    a.end - b.end ||
    // Labels of a user's lexicon may match the same words.
    (a.label < b.label ? -1 : 1)
  );
}
