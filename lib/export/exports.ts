import { createHash } from "node:crypto";
import { SIGNALS } from "../../analysis/signals/list.ts";
import type { CorpusDatabase } from "../database/corpus-database.ts";
import { FramescopeError } from "../errors.ts";
import type { ResolvedView } from "../queries/metrics-types.ts";
import { requireResolvedView } from "../queries/resolve-view.ts";
import { type RawParameters, requireView } from "../view/view.ts";
import { articlesCsv } from "./articles-csv.ts";
import { flagsCsv } from "./flags-csv.ts";
import { metricsCsv } from "./metrics-csv.ts";

interface ExportKind {
  describe: string;
  /** Signals where the parameters name none. */
  signals: string[];
  lines(corpus: CorpusDatabase, resolved: ResolvedView): AsyncGenerator<string>;
}

/** Every CSV that page, HTTP and command line hand out, by name. */
export const EXPORTS: Readonly<Record<string, ExportKind>> = {
  metrics: {
    describe: "rates, shares and counts by outlet and period",
    signals: ["scare_quote"],
    lines: metricsCsv,
  },
  articles: {
    describe: "the articles of the view and their words",
    signals: ["scare_quote"],
    lines: articlesCsv,
  },
  flags: {
    describe: "every flag that is counted",
    signals: SIGNALS.map((signal) => signal.id),
    lines: flagsCsv,
  },
};

export interface PreparedExport {
  fileName: string;
  lines: AsyncGenerator<string>;
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
  const view = requireView(parameters, { signals: kind.signals });
  const resolved = await requireResolvedView(corpus, view);
  return { fileName: exportFileName(name, resolved), lines: kind.lines(corpus, resolved) };
}

/** framescope_<what>_<signal>_<from>_<to>_<8 digits>.csv: the same view and codebook always give the same name. */
export function exportFileName(name: string, resolved: ResolvedView): string {
  const { view, from, to, granularity, codebook, engineVersion, labels } = resolved;
  const outlets = resolved.outlets.map((outlet) => outlet.slug);
  const identity = JSON.stringify([
    name,
    { ...view, codebook: null, outlets, from, to, granularity },
    labels,
    codebook,
    engineVersion,
  ]);
  const digits = createHash("sha256").update(identity).digest("hex").slice(0, 8);
  const signal = view.signals.length === 1 ? view.signals[0] : "signals";
  return ["framescope", name, signal, from ?? "none", to ?? "none", digits]
    .join("_")
    .concat(".csv");
}
