import type { RecordedSet } from "./recorded-sets.ts";
import type { Estimate, ScoreRow, ScoreTable, SetReport } from "./report.ts";

/** One number of docs/accuracy.json. */
export interface AccuracyFigure {
  /** The signal; `voice` and `quotation` for what is not a signal of its own. */
  signal: string;
  /** A label of the signal, a function, or null for the whole. */
  label: string | null;
  set: string;
  /** Sentences, lines, articles or quotations of the set. */
  size: number;
  measure: string;
  value: number;
  /** 95% bootstrap interval; null for a count. */
  low: number | null;
  high: number | null;
  /** An outlet, a sample, a part: null for the whole set. */
  group: string | null;
  /** The simpler method that got there; null for this program. */
  method: string | null;
  note: string;
}

type Context = { report: SetReport; set: RecordedSet };

/** The figures of a set, as docs/accuracy.json keeps them: all numbers, no text. */
export function figuresOf(context: Context): AccuracyFigure[] {
  const { report } = context;
  return [
    ...report.tables.flatMap((table) => table.rows.flatMap((row) => scores(context, table, row))),
    number(context, { measure: "positives", value: report.positives }),
    ...(report.found === null
      ? []
      : [number(context, { signal: "quotation", measure: "found", value: report.found })]),
    ...report.figures.map(({ name, by, group, ...estimate }) =>
      number(context, {
        ...FIGURES[name],
        ...rounded(estimate),
        ...(by === "baseline" ? { method: group } : { group: by === "all" ? null : group }),
      }),
    ),
    ...report.expected.flatMap(({ by, group: named, expected, counted, z }) => {
      const group = by === "all" ? null : named;
      const row = (measure: string, value: number) =>
        number(context, { label: "scare", group, measure, value });
      return [row("expected", round(expected, 1)), row("counted", counted), row("z", round(z, 2))];
    }),
  ];
}

const FIGURES = {
  accuracy: { signal: "quotation", measure: "accuracy" },
  "macro-F1": { signal: "quotation", measure: "macro_f1" },
  "calibration error": { signal: "scare_quote", label: "scare", measure: "calibration_error" },
  "own-voice error": { signal: "voice", label: "outlet", measure: "own_voice_words_error" },
} as const;

const NAMED: Readonly<
  Record<ScoreTable["judged"], { prefix: string; signal?: string; label?: string }>
> = {
  sentences: { prefix: "sentence_" },
  words: { prefix: "word_" },
  "attributed words": { prefix: "word_", signal: "voice", label: "reported or quoted" },
  sources: { prefix: "source_" },
  functions: { prefix: "", signal: "quotation" },
  scare: { prefix: "", label: "scare" },
  distanced: { prefix: "", signal: "quotation", label: "distanced" },
  flags: { prefix: "flag_" },
};

function scores(context: Context, { judged }: ScoreTable, row: ScoreRow): AccuracyFigure[] {
  const { prefix, ...named } = NAMED[judged];
  const unit = context.set.unit === "lines" && judged === "sentences" ? "line_" : prefix;
  const place = {
    ...named,
    ...(row.by === "label" || row.by === "function" || row.by === "coded"
      ? { label: row.name }
      : {}),
    ...(row.by === "outlet" || row.by === "sample" ? { group: row.name } : {}),
    ...(row.by === "baseline" ? { method: row.name } : {}),
  };
  const { precision, recall, f1, macroF1 } = row;
  const measures = Object.entries({ precision, recall, f1, macro_f1: macroF1 });
  return measures.flatMap(([measure, estimate]) =>
    estimate
      ? [number(context, { ...place, measure: `${unit}${measure}`, ...rounded(estimate) })]
      : [],
  );
}

type Given = Pick<AccuracyFigure, "measure" | "value"> & Partial<AccuracyFigure>;

function number({ report, set }: Context, given: Given): AccuracyFigure {
  const { measure, value, low = null, high = null, signal = report.signal } = given;
  const { label = null, group = null, method = null } = given;
  const note = set.fitted ? "weights fitted on this very set: optimistic" : "development set";
  const { size } = report;
  return { signal, label, set: report.set, size, group, method, measure, value, low, high, note };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function rounded({ value, low, high }: Estimate) {
  const three = (bound: number | null) => (bound === null ? null : round(bound, 3));
  return { value: round(value, 3), low: three(low), high: three(high) };
}
