import { analyze } from "../../analysis/analyze.ts";
import type { ArticleText, Flag, Quotation, WordCount } from "../../analysis/types.ts";
import { describeRules } from "../codebook/describe-rules.ts";
import { analysedWith, liveCodebook } from "../codebook/live.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { ID_PATTERN, shownId } from "./article-id.ts";
import type { OutletInfo } from "./metrics-types.ts";

/** An article as the reading page shows it. */
export interface ArticleView extends ArticleText {
  id: string;
  outlet: Pick<OutletInfo, "id" | "name" | "slug" | "slot">;
  /** Only ever http or https, else null. */
  url: string | null;
  publishedOn: string;
  publishedTime: string | null;
  author: string | null;
  language: string;
  /** English and analysed: only those enter rates. */
  counted: boolean;
  attributes: Record<string, string>;
  quotations: Quotation[];
  flags: Flag[];
  words: WordCount[];
  /** What each rule named in the evidence says, in words. */
  rules: Record<string, string>;
  codebook: string;
  /** Whether the numbers of the charts still await this article's analysis under the live codebook. */
  pending: boolean;
}

interface ArticleRow extends Omit<ArticleView, "outlet" | "attributes" | "counted" | "pending"> {
  outlet: ArticleView["outlet"];
  attributes: Record<string, unknown>;
  analysedWith: string | null;
}

/**
 * An article with its flags and the evidence behind each, or null where there is none of this id (32 hex digits).
 * The text is analysed again, which gives what is stored and the weights besides: the same text and codebook
 * always give the same flags.
 */
export async function getArticle(corpus: CorpusDatabase, id: string): Promise<ArticleView | null> {
  if (!ID_PATTERN.test(id)) return null;
  const { rows } = await corpus.pool.query<ArticleRow>(
    `SELECT a.id, json_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'slot', o.slot) AS outlet,
       a.url, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", a.published_time AS "publishedTime",
       a.headline, a.teaser, a.body, a.author, a.language, a.attributes, a.analysed_with AS "analysedWith"
     FROM article AS a JOIN outlet AS o ON o.id = a.outlet_id WHERE a.id = $1::uuid`,
    [id],
  );
  const row = rows[0];
  if (!row) return null;
  const codebook = await liveCodebook(corpus);
  const { quotations, flags, words } = analyze(row, codebook);
  const { analysedWith: mark, attributes, ...article } = row;
  return {
    ...article,
    id: shownId(row.id),
    url: /^https?:\/\//i.test(row.url ?? "") ? row.url : null,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, String(value)]),
    ),
    counted: row.language === "en" && mark !== null,
    quotations,
    flags,
    words,
    rules: describeRules(flags, quotations, codebook.describeRule),
    codebook: codebook.hash,
    pending: mark !== analysedWith(codebook),
  };
}
