import type { Codebook } from "../../codebook/compile.ts";
import type { TextIndex } from "../../text/text-index.ts";
import { type ArticleText, PARTS, type Part, type Quotation } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import { type ArticleEvidence, gatherEvidence, type PartEvidence } from "./article-evidence.ts";
import { readContext } from "./context.ts";
import { isDistanced } from "./distanced.ts";
import { decide, type EvidenceTable, evidenceTable } from "./score.ts";
import { indexSpeakers, type Speakers, speakerOf } from "./speakers.ts";
import { wordLists } from "./word-lists.ts";

/**
 * Says of every quotation what it does, how sure that is and why: by part, then start. Each row of evidence
 * that holds adds its weights to the scores of the functions; softmax makes probabilities of the scores.
 * The habits of the article are those of headline and body; a teaser repeats them. Linear in the text.
 *
 * Example: in a report, They claim these “experts” know is scare, was “a mess” is partial.
 */
export function classifyQuotations(
  _text: ArticleText,
  parts: Readonly<Record<Part, TextIndex>>,
  attributions: readonly Attribution[],
  codebook: Codebook,
): Quotation[] {
  if (PARTS.every((part) => parts[part].quotations.length === 0)) return [];
  const article = gatherEvidence(parts, wordLists(codebook));
  const table = evidenceTable(codebook);
  return article.parts.flatMap((part) =>
    classifyPart(part, article, table, indexSpeakers(attributions, part.part, part.layout)),
  );
}

/** The quotations of one part, the enclosing ones first: an inner one's voice is theirs. */
function classifyPart(
  part: PartEvidence,
  article: ArticleEvidence,
  table: EvidenceTable,
  speakers: Speakers,
): Quotation[] {
  const { index } = part.layout;
  const found: Quotation[] = [];
  for (const [number, span] of index.quotations.entries()) {
    const decision = decide(readContext(part, number, article), table);
    const isSpeech = decision.function === "direct" || decision.function === "partial";
    const outer = found[span.parent];
    found.push({
      part: part.part,
      start: span.start,
      end: span.end,
      text: index.text.slice(span.start, span.end),
      function: decision.function,
      distanced: isDistanced(decision),
      uncertain: decision.uncertain,
      probabilities: decision.probabilities,
      voice: outer !== undefined && isQuotedInside(outer) ? "quoted" : "outlet",
      speaker: speakerOf(speakers, part.layout, number, isSpeech),
      evidence: decision.evidence,
    });
  }
  return found;
}

/** Whether what stands inside a quotation is somebody else's voice: it is direct or partial, or stands in one that is. */
const isQuotedInside = (outer: Quotation): boolean =>
  outer.voice === "quoted" || outer.function === "direct" || outer.function === "partial";
