import type { Codebook } from "./codebook/compile.ts";
import { findAttributions } from "./signals/attribution.ts";
import { signalsOf } from "./signals/list.ts";
import { classifyQuotations } from "./signals/quotation-function/classify.ts";
import type { ArticleIndex, FoundFlag, Signal } from "./signals/signal.ts";
import { indexArticle } from "./text/index-article.ts";
import { type TextIndex, WORD } from "./text/text-index.ts";
import { tokenFrom } from "./text/token-reader.ts";
import { reusingTokens } from "./text/token-room.ts";
import {
  type Analysis,
  type ArticleText,
  type Flag,
  ofPart,
  PARTS,
  type Span,
  type VoiceSpan,
  type WordCount,
} from "./types.ts";
import { assignVoices, type Voices } from "./voices.ts";

/**
 * Analyses one article: the one way into the engine. Never throws, whatever the strings hold; all
 * offsets are UTF-16 code units into the parts as given. Time is linear in the text.
 *
 * Example: of the headline `Pier “repair” may fail` the quotation is `repair`, a hedge is `may`, and
 * four words count as the outlet's.
 */
export function analyze(text: ArticleText, codebook: Codebook): Analysis {
  return reusingTokens(() => analyzeParts(text, indexArticle(text, codebook.vocabulary), codebook));
}

function analyzeParts(
  text: ArticleText,
  parts: ArticleIndex["parts"],
  codebook: Codebook,
): Analysis {
  const attributions = findAttributions(parts, codebook);
  const quotations = classifyQuotations(parts, attributions, codebook);
  const voices = assignVoices(parts, quotations, attributions);
  return {
    words: countWords(parts, voices.spans),
    voices: voices.spans,
    quotations,
    flags: findFlags({ text, parts, attributions, quotations }, codebook, voices),
    unbalanced: parts.headline.unbalanced + parts.teaser.unbalanced + parts.body.unbalanced,
  };
}

/** Words by part and voice: that of a word is the one at its first unit. No spans overlap, so what they leave is the outlet's. */
function countWords(parts: ArticleIndex["parts"], spans: readonly VoiceSpan[]): WordCount[] {
  const cells: WordCount[] = [];
  for (const part of PARTS) {
    const index = ofPart(parts, part);
    let quoted = 0;
    let reported = 0;
    for (const span of spans) {
      if (span.part !== part) continue;
      if (span.voice === "quoted") quoted += wordsIn(index, span);
      else reported += wordsIn(index, span);
    }
    const outlet = index.tokens.words - quoted - reported;
    if (outlet > 0) cells.push({ part, voice: "outlet", count: outlet });
    if (quoted > 0) cells.push({ part, voice: "quoted", count: quoted });
    if (reported > 0) cells.push({ part, voice: "reported", count: reported });
  }
  return cells;
}

/** Number of words that start in a span. */
function wordsIn({ tokens }: TextIndex, { start, end }: Span): number {
  let words = 0;
  for (let i = tokenFrom(tokens, start); i < tokens.count; i++) {
    if ((tokens.starts[i] as number) >= end) break;
    if (tokens.kinds[i] === WORD) words++;
  }
  return words;
}

/** The flags of all signals, by part, then start, then signal in the order of the list. */
function findFlags(article: ArticleIndex, codebook: Codebook, voices: Voices): Flag[] {
  let flags: Flag[] = [];
  for (const signal of signalsOf(codebook)) {
    const own: Flag[] = [];
    for (const found of signal.find(article, codebook))
      own.push(completeFlag(signal, found, article, voices));
    flags = flags.length === 0 ? own : merge(flags, own);
  }
  return flags;
}

/** Whether a flag comes before another: by part, then start. */
function precedes(a: Flag, b: Flag): boolean {
  return a.part === b.part ? a.start < b.start : PARTS.indexOf(a.part) < PARTS.indexOf(b.part);
}

/** One list of two that are each in order; of flags that start together the first list's comes first. */
function merge(first: readonly Flag[], second: readonly Flag[]): Flag[] {
  const merged: Flag[] = [];
  let at = 0;
  for (const flag of second) {
    while (at < first.length && !precedes(flag, first[at] as Flag))
      merged.push(first[at++] as Flag);
    merged.push(flag);
  }
  while (at < first.length) merged.push(first[at++] as Flag);
  return merged;
}

function completeFlag(
  { id }: Signal,
  { part, start, end, label, term, subject, score, evidence, voice }: FoundFlag,
  { text }: ArticleIndex,
  voices: Voices,
): Flag {
  return {
    signal: id,
    label,
    part,
    start,
    end,
    text: ofPart(text, part).slice(start, end),
    term,
    subject,
    voice: voice ?? voices.voiceAt(part, start),
    score,
    evidence,
  };
}
