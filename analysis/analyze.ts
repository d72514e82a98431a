import type { Codebook } from "./codebook/compile.ts";
import { findAttributions } from "./signals/attribution.ts";
import { SIGNALS } from "./signals/list.ts";
import { classifyQuotations } from "./signals/quotation-function/classify.ts";
import type { ArticleIndex, FoundFlag, Signal } from "./signals/signal.ts";
import { indexArticle } from "./text/index-article.ts";
import { type TextIndex, WORD } from "./text/text-index.ts";
import {
  type Analysis,
  type ArticleText,
  type Flag,
  PARTS,
  type Part,
  VOICES,
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
  const parts = indexArticle(text, codebook.vocabulary);
  const attributions = findAttributions(parts, codebook);
  const quotations = classifyQuotations(text, parts, attributions, codebook);
  const voices = assignVoices(parts, quotations, attributions);
  return {
    words: PARTS.flatMap((part) => countWords(part, parts[part], voices.spans)),
    voices: voices.spans,
    quotations,
    flags: findFlags({ text, parts, attributions, quotations }, codebook, voices),
    unbalanced: PARTS.reduce((sum, part) => sum + parts[part].unbalanced, 0),
  };
}

/** Words by voice: that of a word is the one at its first unit. Spans are in order, so one walk along both does. */
function countWords(part: Part, index: TextIndex, spans: readonly VoiceSpan[]): WordCount[] {
  const own = spans.filter((span) => span.part === part);
  const counts = { outlet: 0, quoted: 0, reported: 0 };
  const { tokens } = index;
  let next = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== WORD) continue;
    const start = tokens.starts[i] as number;
    let span = own[next];
    while (span && span.end <= start) span = own[++next];
    counts[span && span.start <= start ? span.voice : "outlet"]++;
  }
  return VOICES.flatMap((voice) => (counts[voice] ? [{ part, voice, count: counts[voice] }] : []));
}

/** The flags of all signals, by part, then start, then signal in the order of the list. */
function findFlags(article: ArticleIndex, codebook: Codebook, voices: Voices): Flag[] {
  const flags = SIGNALS.flatMap((signal) =>
    signal.find(article, codebook).map((found) => completeFlag(signal, found, article, voices)),
  );
  // The sort is stable, so signals keep the order of the list.
  return flags.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || a.start - b.start);
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
    text: text[part].slice(start, end),
    term,
    subject,
    voice: voice ?? voices.voiceAt(part, start),
    score,
    evidence,
  };
}
