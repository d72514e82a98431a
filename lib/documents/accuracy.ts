import { z } from "zod";
import { readDocument } from "./read-document.ts";

const accuracyFile = z.object({
  header: z.object({ date: z.string(), codebook: z.string(), engine: z.string() }),
  figures: z.array(
    z.object({
      signal: z.string(),
      label: z.string().nullable(),
      set: z.string(),
      size: z.number(),
      measure: z.string(),
      value: z.number(),
      note: z.string(),
    }),
  ),
});
type Figure = z.infer<typeof accuracyFile>["figures"][number];

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
  /** Whether the detector was fitted on this very set; else it was a development set. */
  fitted: boolean;
  /** What the same detector reached on text that nobody had seen, where that is known. */
  unseen: { size: number; precision: number; recall: number; f1: number } | null;
  measured: Measured;
}

/** Written down when the quotation weights were fitted (docs/accuracy.md, a test holds them together). */
const UNSEEN: Readonly<Record<string, Accuracy["unseen"]>> = {
  scare_quote: { size: 1161, precision: 0.51, recall: 0.59, f1: 0.55 },
};

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
  const own = figures.filter((figure) => figure.signal === signal);
  for (const figure of own) {
    const [, prefix] = /^(\w*_|)precision$/.exec(figure.measure) ?? [];
    const judged = prefix === undefined ? undefined : JUDGED[prefix];
    if (prefix === undefined || judged === undefined) continue;
    const recall = figureOf(own, figure.set, `${prefix}recall`);
    const f1 = figureOf(own, figure.set, `${prefix}f1`);
    if (recall === undefined || f1 === undefined) continue;
    const { set, size, value: precision } = figure;
    const fitted = figure.note.startsWith("weights fitted");
    const unseen = UNSEEN[signal] ?? null;
    return { set, size, judged, precision, recall, f1, fitted, unseen, measured: header };
  }
  return null;
}

const figureOf = (figures: readonly Figure[], set: string, measure: string) =>
  figures.find((figure) => figure.set === set && figure.measure === measure)?.value;
