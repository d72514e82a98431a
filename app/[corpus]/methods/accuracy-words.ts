import type { Accuracy, Measured } from "../../../lib/documents/accuracy.ts";
import { formatCodebook, formatCount, formatDecimal } from "../../format.ts";

/** What the size of a set counts, by what was judged in it. */
const SIZED = {
  sentences: "sentences",
  lines: "lines",
  words: "articles",
  quotations: "quotations",
};

/** How often a detector is right, as pages say it: set, size, precision, recall, F1, and with what it was measured. */
export function accuracySentences(accuracy: Accuracy | null, live: Live): string {
  if (accuracy === null) return "How often it is right has not been measured.";
  const { set, size, judged, fitted, crossValidated, unseen, measured } = accuracy;
  const what = `${formatCount(size)} ${SIZED[judged]}`;
  const of = judged === "words" ? " over words" : "";
  const where = fitted
    ? `On the ${what} that it was fitted on`
    : `On a development set of ${what} (${set})`;
  const figures = `${where}: ${scores(accuracy)}${of}.`;
  const apart = [
    crossValidated ? ` By cross-validation: ${scores(crossValidated)}.` : "",
    unseen ? ` On ${formatCount(unseen.size)} that were coded afterwards: ${scores(unseen)}.` : "",
  ].join("");
  const stale = staleSentence(measured, live);
  return figures + apart + (stale ? ` ${stale}` : "");
}

type Scores = Pick<Accuracy, "precision" | "recall" | "f1" | "interval">;

function scores({ precision, recall, f1, interval }: Scores): string {
  const between = interval
    ? ` (95% interval ${formatDecimal(interval.low)} to ${formatDecimal(interval.high)})`
    : "";
  return `precision ${formatDecimal(precision)}, recall ${formatDecimal(recall)}, F1 ${formatDecimal(f1)}${between}`;
}

/** What the numbers on screen come from; without an engine only the codebook is compared. */
export interface Live {
  codebook: string;
  engineVersion?: string;
}

/** Says that figures are of another codebook or engine than the live one; null where they are of the same. */
export function staleSentence(measured: Measured, live: Live): string | null {
  const engine = live.engineVersion ?? measured.engine;
  if (measured.codebook === live.codebook && measured.engine === engine) return null;
  const name = (codebook: string, version: string) =>
    `codebook ${formatCodebook(codebook)}, engine ${version}`;
  return `Measured with ${name(measured.codebook, measured.engine)}; live is ${name(live.codebook, engine)}.`;
}
