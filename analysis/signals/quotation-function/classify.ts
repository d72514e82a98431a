import type { Codebook } from "../../codebook/compile.ts";
import type { TextIndex } from "../../text/text-index.ts";
import { type ArticleText, PARTS, type Part, type Quotation } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import {
  type ArticleHabits,
  articleHabits,
  countHabits,
  type PartHabits,
} from "./article-habits.ts";
import { type QuotationContext, readPlace } from "./context.ts";
import { isDistanced } from "./distanced.ts";
import { type EchoIndex, echoOf, indexEchoes, withoutItself } from "./echo-index.ts";
import { isTitleCase, type Layout, layOut } from "./layout.ts";
import { decide, evidenceTable } from "./score.ts";
import { indexSpeakers, type Speakers, speakerOf } from "./speakers.ts";
import { type WordLists, wordLists } from "./word-lists.ts";

/** What all quotations of an article share. */
interface ArticleEvidence {
  habits: ArticleHabits;
  bareQuotations: number;
  echoes: EchoIndex;
  lists: WordLists;
}

/** One part, laid out and counted. */
interface PartEvidence {
  part: Part;
  layout: Layout;
  habits: PartHabits;
  speakers: Speakers;
  /** Whether it is a headline in which capitals say nothing. */
  isTitleCase: boolean;
}

/**
 * Says of every quotation what it does, how sure that is and why (QUOTATIONS.md): by part, then start.
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
  const lists = wordLists(codebook);
  const prepared = PARTS.map((part): PartEvidence => {
    const layout = layOut(parts[part]);
    return {
      part,
      layout,
      habits: countHabits(layout, lists),
      speakers: indexSpeakers(attributions, part, layout),
      isTitleCase: part === "headline" && isTitleCase(layout.index),
    };
  });
  const article = gather(prepared, lists);
  return prepared.flatMap((part) => classifyPart(part, article, codebook));
}

/** Adds headline and body up. */
function gather(prepared: readonly PartEvidence[], lists: WordLists): ArticleEvidence {
  const [headline, teaser, body] = prepared as [PartEvidence, PartEvidence, PartEvidence];
  return {
    habits: articleHabits([headline.habits, body.habits]),
    bareQuotations: headline.habits.bareQuotations + body.habits.bareQuotations,
    echoes: indexEchoes(
      [headline.layout, teaser.layout, body.layout],
      headline.layout,
      body.layout,
    ),
    lists,
  };
}

/** The quotations of one part, the enclosing ones first: an inner one's voice is theirs. */
function classifyPart(
  part: PartEvidence,
  article: ArticleEvidence,
  codebook: Codebook,
): Quotation[] {
  const table = evidenceTable(codebook);
  const { index } = part.layout;
  const found: Quotation[] = [];
  index.quotations.forEach((span, number) => {
    const context = readContext(part, number, article);
    const decision = decide(context, table);
    const attributed = decision.function === "direct" || decision.function === "partial";
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
      speaker: speakerOf(part.speakers, part.layout, number, attributed),
      evidence: decision.evidence,
    });
  });
  return found;
}

/** Whether what stands inside a quotation is somebody else's voice: it is direct or partial, or stands in one that is. */
const isQuotedInside = (outer: Quotation): boolean =>
  outer.voice === "quoted" || outer.function === "direct" || outer.function === "partial";

/** All that the rows read about one quotation. */
function readContext(
  part: PartEvidence,
  number: number,
  article: ArticleEvidence,
): QuotationContext {
  const { layout, habits } = part;
  const { index } = layout;
  const span = index.quotations[number];
  if (span === undefined) throw new RangeError(`There is no quotation ${number}`);
  const place = readPlace(layout, number, article.lists);
  const echo = echoOf(article.echoes, layout, place.words);
  const isCounted = part.part !== "teaser";
  const inHeadline = part.part === "headline";
  const paragraph = layout.paragraph[number] ?? 0;
  const sentence = layout.sentence[number] ?? 0;
  const firstVerb = habits.firstVerb[paragraph] ?? -1;
  const speeches = [habits.firstSpeech[paragraph] ?? -1, habits.lastSpeech[paragraph] ?? -1];
  // Field by field: spreading twenty of them costs a tenth of the whole analysis.
  return {
    words: place.words,
    before: place.before,
    after: place.after,
    beforeText: place.beforeText,
    afterText: place.afterText,
    verbBefore: place.verbBefore,
    verbAfter: place.verbAfter,
    asks: place.asks,
    text: index.text,
    tokens: index.tokens,
    lists: article.lists,
    span,
    verbInParagraph: firstVerb >= 0 && firstVerb < (layout.open[number] ?? 0),
    speechInParagraph: speeches.some((speech) => speech >= 0 && speech !== sentence),
    bareQuotations: article.bareQuotations - (isCounted ? (habits.bare[number] ?? 0) : 0),
    inHeadline,
    isTitleCase: part.isTitleCase,
    habits: article.habits,
    echo: echo !== null && isCounted ? withoutItself(echo, layout, number, inHeadline) : echo,
  };
}
