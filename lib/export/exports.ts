import { createHash } from "node:crypto";
import { liveSignals } from "../codebook/live-signals.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { requireResolvedView } from "../queries/resolve-view.ts";
import { toQueryString } from "../view/query-string.ts";
import { type RawParameters, requireView } from "../view/view.ts";
import { articleMetricsCsv } from "./article-metrics-csv.ts";
import { ARTICLES_CSV_COLUMNS, articlesCsv } from "./articles-csv.ts";
import type { Column } from "./columns.ts";
import { COMPARISON_COLUMNS, comparisonCsv } from "./comparison-csv.ts";
import { FLAGS_COLUMNS, flagsCsv } from "./flags-csv.ts";
import { METRICS_COLUMNS, metricsCsv } from "./metrics-csv.ts";
import { QUOTATIONS_COLUMNS, quotationsCsv } from "./quotations-csv.ts";
import { TERMS_COLUMNS, termsCsv } from "./terms-csv.ts";

interface ExportKind {
  /** What the file holds, as the data dictionary says it. */
  describe: string;
  /** Signals where the parameters name none. */
  signals: "all" | readonly string[];
  /** Parameters beside those of the view. */
  also: readonly string[];
  columns: readonly Column<never>[];
  /** Columns that depend on the corpus or the view, as a sentence; null where there are none. */
  furtherColumns: string | null;
  lines(corpus: CorpusDatabase, resolved: ResolvedView, own: OwnParameters): AsyncGenerator<string>;
}

/** Parameters of one export alone, as text. */
type OwnParameters = Readonly<Record<string, string | undefined>>;

const ATTRIBUTES = "attr_NAME: one for each attribute that an article of the view has.";

/** Every CSV that page, HTTP and command line hand out, by name. */
export const EXPORTS: Readonly<Record<string, ExportKind>> = {
  metrics: {
    describe: "Rates, shares and counts: one row for each signal, outlet and period of the view.",
    signals: ["scare_quote"],
    also: [],
    columns: METRICS_COLUMNS,
    furtherColumns: null,
    lines: metricsCsv,
  },
  articles: {
    describe: "One row an article of the view's outlets and range, with its words.",
    signals: ["scare_quote"],
    also: [],
    columns: ARTICLES_CSV_COLUMNS,
    furtherColumns: ATTRIBUTES,
    lines: articlesCsv,
  },
  article_metrics: {
    describe: "The same with the hits of each article, for regressions.",
    signals: "all",
    also: [],
    columns: ARTICLES_CSV_COLUMNS,
    furtherColumns: `${ATTRIBUTES} hits_SIGNAL_VOICE: flags of the signal in the voice that the view counts, empty where the article is not counted.`,
    lines: articleMetricsCsv,
  },
  flags: {
    describe: "One row a flag that metrics.csv of the same view counts.",
    signals: "all",
    also: [],
    columns: FLAGS_COLUMNS,
    furtherColumns: null,
    lines: flagsCsv,
  },
  quotations: {
    describe: "One row a quotation of the view's counted articles, whatever its function.",
    signals: ["scare_quote"],
    also: [],
    columns: QUOTATIONS_COLUMNS,
    furtherColumns: null,
    lines: quotationsCsv,
  },
  comparison: {
    describe: "Outlets side by side: one row for each signal and outlet other than the reference.",
    signals: "all",
    also: ["reference"],
    columns: COMPARISON_COLUMNS,
    furtherColumns: null,
    lines: (corpus, resolved, own) => comparisonCsv(corpus, resolved, own.reference ?? null),
  },
  terms: {
    describe:
      "Terms that tell two outlets apart (outlets=a,b): one row a word in 3 articles or more and with 5 hits or more. Of an outlet with more than 5,000 articles in the view, those of the 5,000 lowest ids are read, a fixed random sample.",
    signals: "all",
    also: [],
    columns: TERMS_COLUMNS,
    furtherColumns: null,
    lines: termsCsv,
  },
};

export interface PreparedExport {
  fileName: string;
  lines: AsyncGenerator<string>;
  kind: ExportKind;
  resolved: ResolvedView;
}

/**
 * Prepares an export: the view is read and resolved before the first byte goes out, so a bad parameter is an error and
 * never half a file.
 * @throws FramescopeError not_found for an unknown export, else those of requireView and requireResolvedView.
 */
export async function prepareExport(
  corpus: CorpusDatabase,
  name: string,
  parameters: RawParameters,
): Promise<PreparedExport> {
  const kind = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
  if (!kind) {
    throw new FramescopeError(
      "not_found",
      `There is no export called ${name}: known are ${Object.keys(EXPORTS).join(", ")}.`,
    );
  }
  const own = ownParameters(parameters, kind.also);
  const known = await liveSignals(corpus);
  const signals = kind.signals === "all" ? known.map(({ id }) => id) : [...kind.signals];
  const view = requireView(parameters, known, { signals }, kind.also);
  const resolved = await requireResolvedView(corpus, view);
  const lines = await startLines(kind.lines(corpus, resolved, own));
  return { fileName: exportFileName(name, resolved, own), lines, kind, resolved };
}

function ownParameters(parameters: RawParameters, names: readonly string[]): OwnParameters {
  return Object.fromEntries(
    names.map((name) => {
      const value = parameters[name];
      if (value === undefined || typeof value === "string") return [name, value];
      throw new FramescopeError("bad_parameter", `${name} must be given once.`, name);
    }),
  );
}

/** Draws the first two lines before anything is sent, so that what a file refuses is an answer of its own. */
async function startLines(lines: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
  const first = [await lines.next(), await lines.next()];
  async function* whole() {
    try {
      for (const { value, done } of first) if (!done) yield value;
      yield* lines;
    } finally {
      await lines.return(undefined);
    }
  }
  return whole();
}

/** What the address of a download with .json in place of .csv answers. */
export interface ExportDescription {
  file: string;
  describe: string;
  /** Path and query that give the same file again. */
  permalink: string;
  view: Record<string, unknown>;
  columns: { name: string; describe: string }[];
  further_columns: string | null;
  rows: number;
  codebook: string;
  engine_version: string;
  pending_articles: number;
}

/** Describes a download; its rows are counted by making it. */
export async function describeExport(
  corpus: CorpusDatabase,
  name: string,
  parameters: RawParameters,
): Promise<ExportDescription> {
  const { fileName, lines, kind, resolved } = await prepareExport(corpus, name, parameters);
  let rows = -1;
  for await (const _ of lines) rows++;
  const { view, from, to, granularity, labels, outlets, codebook, engineVersion } = resolved;
  const own = ownParameters(parameters, kind.also);
  // Written out, because a page and an export leave out different signals.
  const { signals, ...rest } = { ...view, codebook };
  const query = toQueryString(rest, { signal: signals.join(","), ...definedOnly(own) });
  return {
    file: fileName,
    describe: kind.describe,
    permalink: `/api/${corpus.slug}/export/${name}.csv?${query}`,
    view: {
      ...own,
      labels,
      outlets: outlets.map((outlet) => outlet.slug),
      from,
      to,
      granularity,
      part: view.part,
      voice: view.voice,
      duplicates: view.duplicates,
    },
    columns: kind.columns.map(({ name: column, describe }) => ({ name: column, describe })),
    further_columns: kind.furtherColumns,
    rows,
    codebook,
    engine_version: engineVersion,
    pending_articles: resolved.pendingArticles,
  };
}

const definedOnly = (own: OwnParameters) =>
  Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** framescope_<what>_<signal>_<from>_<to>_<8 digits>.csv: the same view and codebook always give the same name. */
function exportFileName(name: string, resolved: ResolvedView, own: OwnParameters = {}): string {
  const { view, from, to, granularity, codebook, engineVersion, labels } = resolved;
  const outlets = resolved.outlets.map((outlet) => outlet.slug);
  const identity = JSON.stringify([
    name,
    { ...view, codebook: null, outlets, from, to, granularity },
    labels,
    codebook,
    engineVersion,
    own,
    // Which outlet is a and which is b.
    ...(name === "terms" ? [view.outlets] : []),
  ]);
  const digits = createHash("sha256").update(identity).digest("hex").slice(0, 8);
  const signal = view.signals.length === 1 ? view.signals[0] : "signals";
  return ["framescope", name, signal, from ?? "none", to ?? "none", digits]
    .join("_")
    .concat(".csv");
}
