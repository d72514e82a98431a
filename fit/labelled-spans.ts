import { readFileSync } from "node:fs";
import type { Codebook } from "../analysis/codebook/compile.ts";
import { findAttributions } from "../analysis/signals/attribution.ts";
import {
  gatherEvidence,
  type PartEvidence,
} from "../analysis/signals/quotation-function/article-evidence.ts";
import { QuotationContext } from "../analysis/signals/quotation-function/context.ts";
import { ROWS } from "../analysis/signals/quotation-function/rows.ts";
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
  /** How sure the two coders were, 0 to 1. */
  weight: number;
  rows: Int32Array;
}

/** A line of a labelled file: the words stand at text[start, end), or headline[start, end) where part is headline. */
interface LabelledLine {
  id: string;
  text: string;
  headline?: string;
  part?: string;
  start: number;
  end: number;
  function: string;
  distanced: boolean;
  sample?: string;
  confidence?: string;
}

/** Both coders said how sure they were, high, middling or low: doubtful cases pull less. */
const CONFIDENCE: Readonly<Record<string, number>> = {
  hh: 1,
  hm: 0.81,
  mm: 0.64,
  lm: 0.36,
  ll: 0.25,
};

/** The labelled spans of JSONL files, in their order, and how many are none for the finder. Throws at a line that is wrong, naming it. */
export function readSpans(
  files: readonly string[],
  codebook: Codebook,
): { spans: LabelledSpan[]; missed: number } {
  const articles = new Map<string, number>();
  let missed = 0;
  const spans = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, i) => {
        if (line.trim() === "") return [];
        const labelled = JSON.parse(line) as LabelledLine;
        const article = articles.get(labelled.text) ?? articles.size;
        articles.set(labelled.text, article);
        const span = readSpan(labelled, article, codebook);
        if (typeof span === "string") throw new Error(`${file}, line ${i + 1}: ${span}.`);
        if (span === null) missed++;
        return span ?? [];
      }),
  );
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
  return {
    id: line.id,
    article,
    part,
    target,
    distanced: line.distanced,
    sample: line.sample ?? part,
    weight: CONFIDENCE[line.confidence ?? "hh"] ?? 1,
    rows: Int32Array.from(Object.values(ROWS).flatMap((holds, i) => (holds(context) ? [i] : []))),
  };
}
