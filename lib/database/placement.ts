/**
 * Where each table lives once a corpus is spread over several machines (Citus): with its article, with its
 * outlet, as a copy on every node, or on the coordinator alone. A test holds the schema to it.
 */
export type Placement =
  | { kind: "article"; column: string }
  | { kind: "outlet"; column: string }
  | { kind: "reference" }
  | { kind: "local" };

const byArticle: Placement = { kind: "article", column: "article_id" };
const byOutlet: Placement = { kind: "outlet", column: "outlet_id" };
const reference: Placement = { kind: "reference" };
const local: Placement = { kind: "local" };

/** In the order in which they are placed: a table after those that it refers to. */
export const PLACEMENTS: Readonly<Record<string, Placement>> = {
  outlet: reference,
  outlet_alias: reference,
  codebook: reference,
  article: { kind: "article", column: "id" },
  quotation: byArticle,
  flag: byArticle,
  article_words: byArticle,
  article_hits: byArticle,
  article_terms: byArticle,
  article_search: byArticle,
  rollup_due: byArticle,
  rollup_words: byOutlet,
  rollup_hits: byOutlet,
  corpus: local,
  import: local,
  refusal: local,
  import_chunk: local,
  _prisma_migrations: local,
};
