import { z } from "zod";
import { readDocument } from "./read-document.ts";

/** Figures on what took no part in the fitting. */
const apartFigures = z.object({
  signal: z.string(),
  size: z.number(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

type ApartFigures = z.infer<typeof apartFigures>;

const accuracyFile = z.object({
  header: z.object({ date: z.string(), codebook: z.string(), engine: z.string() }),
  figures: z.array(
    z.object({
      signal: z.string(),
      label: z.string().nullable(),
      set: z.string(),
      size: z.number(),
      /** An outlet, a sample or a part; null for the whole set. */
      group: z.string().nullable(),
      /** A simpler method on the same text; null for this program. */
      method: z.string().nullable(),
      measure: z.string(),
      value: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      note: z.string(),
    }),
  ),
  /** By nested cross-validation of the weights as they are. */
  cross_validated: z.array(apartFigures),
  /** Written down for earlier weights. */
  unseen: z.array(apartFigures),
});

/** With what the figures of docs/accuracy.json were measured: they belong to this codebook and engine alone. */
export interface Measured {
  /** ISO day. */
  date: string;
  /** SHA-256 of the codebook, in hex. */
  codebook: string;
  engine: string;
}

/** What was judged right or wrong: whole sentences, whole lines, single words, or quotations. */
export type Judged = "sentences" | "lines" | "words" | "quotations";

/** How often the detector of a signal agreed with coders. Shares of 0 to 1. */
export interface Accuracy {
  set: string;
  /** Sentences, lines, articles (where words were judged) or quotations of the set. */
  size: number;
  judged: Judged;
  /** Right among flagged. */
  precision: number;
  /** Found among those of the coders. */
  recall: number;
  f1: number;
  /** 95% bootstrap interval of F1, where there is one. */
  interval: Bounds | null;
  /** Whether the detector was fitted on this very set; else it was a development set. */
  fitted: boolean;
  /** What cross-validation found, where the detector was fitted. */
  crossValidated: ApartAccuracy | null;
  /** What the weights reached on text that took no part in fitting them, where that is known. */
  unseen: ApartAccuracy | null;
  measured: Measured;
}

interface Bounds {
  low: number;
  high: number;
}

export interface ApartAccuracy {
  size: number;
  precision: number;
  recall: number;
  f1: number;
  interval: Bounds | null;
}

const JUDGED: Readonly<Record<string, Judged>> = {
  sentence_: "sentences",
  line_: "lines",
  word_: "words",
  "": "quotations",
};

/** Read once a process: pages ask for each signal. */
let kept: z.infer<typeof accuracyFile> | null = null;

function readAccuracy() {
  kept ??= accuracyFile.parse(JSON.parse(readDocument("accuracy.json")));
  return kept;
}

/** The header of docs/accuracy.json. */
export function readMeasured(): Measured {
  return readAccuracy().header;
}

/** How often a signal's detector is right, on the first set that docs/accuracy.json has for it; null where it has none. */
export function accuracyOf(signal: string): Accuracy | null {
  const { header, figures } = readAccuracy();
  const own = figures.filter(
    (figure) => figure.signal === signal && figure.group === null && figure.method === null,
  );
  for (const figure of own) {
    const [, prefix] = /^(\w*_|)precision$/.exec(figure.measure) ?? [];
    const judged = prefix === undefined ? undefined : JUDGED[prefix];
    if (prefix === undefined || judged === undefined) continue;
    const other = (measure: string) =>
      own.find(
        ({ set, label, measure: named }) =>
          set === figure.set && label === figure.label && named === `${prefix}${measure}`,
      );
    const recall = other("recall")?.value;
    const f1 = other("f1");
    if (recall === undefined || f1 === undefined) continue;
    const { set, size, value: precision } = figure;
    return {
      set,
      size,
      judged,
      precision,
      recall,
      f1: f1.value,
      interval: boundsOf(f1),
      fitted: figure.note.startsWith("weights fitted"),
      crossValidated: firstOf(signal, readAccuracy().cross_validated),
      unseen: firstOf(signal, readAccuracy().unseen),
      measured: header,
    };
  }
  return null;
}

/** The first of a signal, where it has all three figures. */
function firstOf(wanted: string, figures: readonly ApartFigures[]): ApartAccuracy | null {
  const found = figures.find(({ signal }) => signal === wanted);
  if (!found) return null;
  const { size, precision, recall, f1 } = found;
  if (precision === null || recall === null || f1 === null) return null;
  return { size, precision, recall, f1, interval: boundsOf(found) };
}

const boundsOf = ({ low, high }: { low: number | null; high: number | null }) =>
  low === null || high === null ? null : { low, high };
