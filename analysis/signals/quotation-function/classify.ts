import type { Codebook } from "../../codebook/compile.ts";
import type { QuotationSpan, TextIndex } from "../../text/text-index.ts";
import { PARTS, type Part, type Quotation } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import { type ArticleEvidence, gatherEvidence, type PartEvidence } from "./article-evidence.ts";
import { QuotationContext } from "./context.ts";
import type { Layout } from "./layout.ts";
import { type Decision, decide, type EvidenceTable, evidenceTable } from "./score.ts";
import { type Content, speakerOf } from "./speakers.ts";

/** Filled for one quotation after the other. */
const context = new QuotationContext();

/**
 * Says of every quotation what it does, how sure that is and why: by part, then start. Each row of evidence
 * that holds adds its weights to the scores of the functions; softmax makes probabilities of the scores.
 * The habits of the article are those of headline and body; a teaser repeats them. Linear in the text.
 *
 * Example: in a report, They claim these “experts” know is scare, was “a mess” is partial.
 */
export function classifyQuotations(
  parts: Readonly<Record<Part, TextIndex>>,
  attributions: readonly Attribution[],
  codebook: Codebook,
): Quotation[] {
  if (PARTS.every((part) => parts[part].quotations.length === 0)) return [];
  const article = gatherEvidence(parts, attributions, codebook);
  const table = evidenceTable(codebook);
  const all: Quotation[] = [];
  for (const part of article.parts)
    for (const quotation of classifyPart(part, article, table)) all.push(quotation);
  return all;
}

/** The quotations of one part. */
function classifyPart(
  part: PartEvidence,
  article: ArticleEvidence,
  table: EvidenceTable,
): Quotation[] {
  const found: Quotation[] = [];
  const count = part.layout.index.quotations.length;
  for (let number = 0; number < count; number++) {
    const decision = decide(context.read(part, number, article), table);
    found.push(describe(part, found, decision, context.attributions));
  }
  return found;
}

/** The next quotation after those found, which hold the ones around it: its voice is theirs. */
function describe(
  { part, layout, speakers }: PartEvidence,
  found: readonly Quotation[],
  decision: Decision,
  holding: readonly Content[],
): Quotation {
  const number = found.length;
  const { start, end, parent } = layout.index.quotations[number] as QuotationSpan;
  const outer = parent < 0 ? undefined : found[parent];
  const isSpeech = decision.function === "direct" || decision.function === "partial";
  return {
    part,
    start,
    end,
    text: layout.index.text.slice(start, end),
    function: decision.function,
    distanced: decision.distanced,
    uncertain: decision.uncertain,
    probabilities: decision.probabilities,
    voice: outer !== undefined && isQuotedInside(outer) ? "quoted" : "outlet",
    speaker:
      speakerOf(speakers, layout, number, holding, isSpeech) ??
      speakerBefore(layout, found, decision),
    evidence: decision.evidence,
  };
}

/** Whether what stands inside a quotation is somebody else's voice: it is direct or partial, or stands in one that is. */
const isQuotedInside = (outer: Quotation): boolean =>
  outer.voice === "quoted" || outer.function === "direct" || outer.function === "partial";

/**
 * The speaker of the quotation before, where both are direct and stand in one paragraph, neither inside another: a paragraph
 * goes on with the speaker that it has named ("…," Ann Perry said. "…").
 */
function speakerBefore(
  layout: Layout,
  found: readonly Quotation[],
  decision: Decision,
): string | null {
  const number = found.length;
  const { quotations } = layout.index;
  const before = layout.previous[number] ?? -1;
  if (decision.function !== "direct" || before < 0 || quotations[number]?.parent !== -1)
    return null;
  if (layout.paragraph[before] !== layout.paragraph[number]) return null;
  const earlier = found[before];
  return earlier?.function === "direct" ? earlier.speaker : null;
}
