import { readFileSync } from "node:fs";
import type { Codebook } from "../analysis/codebook/compile.ts";
import { findAttributions } from "../analysis/signals/attribution.ts";
import {
  gatherEvidence,
  type PartEvidence,
} from "../analysis/signals/quotation-function/article-evidence.ts";
import { QuotationContext } from "../analysis/signals/quotation-function/context.ts";
import { ROW_IDS, rowsThatHold } from "../analysis/signals/quotation-function/rows.ts";
import { indexArticle } from "../analysis/text/index-article.ts";
import { PARTS, type Part, QUOTATION_FUNCTIONS } from "../analysis/types.ts";

/** A quotation that coders labelled, with the rows of evidence that hold for it. */
export interface LabelledSpan {
  id: string;
  /** Number of its article: what stands in one article is never parted. */
  article: number;
  part: Part;
  /** Number of its function in QUOTATION_FUNCTIONS. */
  target: number;
  distanced: boolean;
  sample: string;
  /** How sure the coders were, 0 to 1. */
  weight: number;
  /** Whether one coder alone labelled it: it is learnt from, and nothing is judged by it. */
  isSingleCoded: boolean;
  /** Numbers of the rows that hold; of a single-coded one also CODER_ROW. */
  rows: Int32Array;
}

/** The row, behind those of the evidence, that holds for single-coded spans: what their coders call more or less often than the others. */
export const CODER_ROW = ROW_IDS.length;

/** A line of a labelled file: the words stand at text[start, end), or headline[start, end) where part is headline. */
export interface LabelledLine {
  id: string;
  text: string;
  headline?: string;
  part?: string;
  start: number;
  end: number;
  function: string;
  distanced: boolean;
  sample?: string;
  /** Both coders' confidence (hh, hm, mm, lm, ll), or the weight of one coder's. */
  confidence?: string;
  weight?: number;
  /** Its file and line, where it is read from one. */
  place?: string;
}

/** Both coders said how sure they were, high, middling or low: doubtful cases pull less. */
const CONFIDENCE: Readonly<Record<string, number>> = {
  hh: 1,
  hm: 0.81,
  mm: 0.64,
  lm: 0.36,
  ll: 0.25,
};

/** Spans with their rows, and how many more the finder does not see. */
interface LabelledSpans {
  spans: LabelledSpan[];
  missed: number;
}

/** The lines of labelled JSONL files, in their order. Throws at one that is no JSON, naming file and line. */
export function readLabelledFiles(files: readonly string[]): LabelledLine[] {
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, i) => (line.trim() === "" ? [] : readLine(line, `${file}, line ${i + 1}`))),
  );
}

function readLine(line: string, place: string): LabelledLine {
  try {
    return { ...(JSON.parse(line) as LabelledLine), place };
  } catch {
    throw new Error(`${place}: not JSON.`);
  }
}

/** The spans of labelled lines, in their order. Throws at a line that is wrong, naming it. */
export function readSpans(lines: readonly LabelledLine[], codebook: Codebook): LabelledSpans {
  const articles = new Map<string, number>();
  let missed = 0;
  const spans = lines.flatMap((line) => {
    const article = articles.get(line.text) ?? articles.size;
    articles.set(line.text, article);
    const span = readSpan(line, article, codebook);
    if (typeof span === "string") throw new Error(`${line.place ?? line.id}: ${span}.`);
    if (span === null) missed++;
    return span ?? [];
  });
  return { spans, missed };
}

/** One span with its rows, null where the finder sees none, or what is wrong with the line. */
function readSpan(
  line: LabelledLine,
  article: number,
  codebook: Codebook,
): LabelledSpan | string | null {
  const target = (QUOTATION_FUNCTIONS as readonly string[]).indexOf(line.function);
  const part = PARTS.find((name) => name === (line.part ?? "body"));
  if (target < 0) return `"${line.function}" is no function`;
  if (part === undefined) return `"${line.part}" is no part`;
  const text = { headline: line.headline ?? "", teaser: "", body: line.text };
  const parts = indexArticle(text, codebook.vocabulary);
  const number = parts[part].quotations.findIndex(
    ({ start, end }) => start === line.start && end === line.end,
  );
  if (number < 0) return null;
  const evidence = gatherEvidence(parts, findAttributions(parts, codebook), codebook);
  const context = new QuotationContext().read(
    evidence.parts[PARTS.indexOf(part)] as PartEvidence,
    number,
    evidence,
  );
  const isSingleCoded = line.weight !== undefined;
  const rows = new Int32Array(ROW_IDS.length);
  const holding = rows.subarray(0, rowsThatHold(context, rows));
  return {
    id: line.id,
    // Below 0, so that no article of one kind is taken for one of the other.
    article: isSingleCoded ? -1 - article : article,
    part,
    target,
    distanced: line.distanced,
    sample: line.sample ?? part,
    weight: line.weight ?? CONFIDENCE[line.confidence ?? "hh"] ?? 1,
    isSingleCoded,
    rows: isSingleCoded ? Int32Array.of(...holding, CODER_ROW) : holding,
  };
}
