import { foldOutletName } from "../outlets/fold-outlet-name.ts";
import { isCounted } from "../pipeline/metrics.ts";
import type { SourceArticle } from "./article.ts";
import type { Batch } from "./batch.ts";
import type { RefusedRow } from "./formats/row.ts";
import type { Mapping } from "./mapping.ts";
import type { SortedArticles } from "./sort-articles.ts";

/** Why rows are left out, in the coarse. */
export const REFUSAL_KINDS = [
  "date_missing",
  "date_unreadable",
  "no_text",
  "no_outlet",
  "row_unreadable",
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** A row of the file, named. */
export interface NamedRow {
  line: number;
  words: string;
}

/** Rows of one fate: how many, and the first of them. */
export interface RowGroup {
  rows: number;
  first: NamedRow[];
}

/** New articles of one outlet, by month ("2021-03"). */
export interface OutletTally {
  name: string;
  months: Map<string, number>;
}

const SHOWN_ROWS = 20;
const SHOWN_WORDS = 160;
/** More domains, or more names of one domain, than this are no question that a person answers. */
const MOST_DOMAINS = 10_000;
const MOST_NAMES = 200;

function addOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function addRow(group: RowGroup, line: number, words: string): void {
  group.rows += 1;
  if (group.first.length < SHOWN_ROWS)
    group.first.push({ line, words: words.slice(0, SHOWN_WORDS) });
}

const emptyGroup = (): RowGroup => ({ rows: 0, first: [] });

/** Which kind a refusal is, from the column that it names. */
function refusalKind({ field, reason }: RefusedRow, { columns }: Mapping): RefusalKind {
  // A row that no mapping was applied to (wrong encoding, too many cells) may name a column too.
  if (field === (columns.date ?? "date") && reason === "No date.") return "date_missing";
  if (reason.startsWith("No text:")) return "no_text";
  if (reason.startsWith("No outlet:") || reason.startsWith("The outlet's name")) return "no_outlet";
  const isDate = field !== null && field === (columns.date ?? "date");
  return isDate && !/^(Wrong encoding|This cell has)/.test(reason)
    ? "date_unreadable"
    : "row_unreadable";
}

/** Adds up, batch by batch, what an import would bring. */
export class ForecastTally {
  readonly #mapping: Mapping;
  /** By folded name. */
  readonly outlets = new Map<string, OutletTally>();
  readonly languages = new Map<string, number>();
  /** Domain -> names of its outlets in the file -> articles. */
  readonly domains = new Map<string, Map<string, number>>();
  readonly refusals = new Map<RefusalKind, RowGroup>();
  readonly known = emptyGroup();
  readonly changed = emptyGroup();
  readonly repeated = emptyGroup();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  add({ refusals, articles }: Batch, sorted: SortedArticles): void {
    for (const article of articles) this.#addDomain(article);
    for (const article of sorted.fresh) this.#addFresh(article);
    const repeated = new Set(sorted.repeated);
    for (const article of sorted.repeated) addRow(this.repeated, article.line, nameOf(article));
    for (const name of ["known", "changed"] as const) {
      for (const article of sorted[name])
        if (!repeated.has(article)) addRow(this[name], article.line, nameOf(article));
    }
    for (const refusal of refusals) {
      const kind = refusalKind(refusal, this.#mapping);
      const group = this.refusals.get(kind) ?? emptyGroup();
      this.refusals.set(kind, group);
      addRow(group, refusal.line, refusal.reason);
    }
  }

  #addFresh({ outlet, publishedOn, language }: SourceArticle): void {
    const name = outlet ?? "";
    const folded = foldOutletName(name);
    const tally = this.outlets.get(folded) ?? { name: name.trim(), months: new Map() };
    this.outlets.set(folded, tally);
    addOne(tally.months, (publishedOn ?? "").slice(0, 7));
    if (!isCounted(language)) addOne(this.languages, language);
  }

  #addDomain({ domain, outlet }: SourceArticle): void {
    if (domain === null || outlet === null) return;
    const names = this.domains.get(domain) ?? new Map<string, number>();
    if (names.size === 0 && this.domains.size >= MOST_DOMAINS) return;
    this.domains.set(domain, names);
    if (names.has(outlet) || names.size < MOST_NAMES) addOne(names, outlet);
  }
}

const nameOf = ({ headline, url, body }: SourceArticle): string =>
  headline.trim() || url || body.slice(0, SHOWN_WORDS);
