import type { Flag, Quotation } from "../../../../analysis/types.ts";
import { isCounted, labelTitle, type SignalWords } from "../../../view-words.ts";
import { QUOTATION_WORDS } from "./quotation-words.ts";

/** Why a flag stands, in the card's sentences: what it was taken for, whose voice it is, how close the call was. */
export function whySentences(
  flag: Flag,
  signal: SignalWords,
  quotation: Quotation | undefined,
): string[] {
  const what =
    flag.signal === "scare_quote" ? scareSentence(flag, quotation) : labelSentence(flag, signal);
  return [what, voiceSentence(flag), countSentence(flag, signal, quotation)].filter(
    (sentence) => sentence !== "",
  );
}

function scareSentence(flag: Flag, quotation: Quotation | undefined): string {
  if (flag.label === "distanced")
    return "Somebody is quoted in part, and the outlet holds the words at a distance.";
  if (quotation?.speaker)
    return `${quotation.speaker} stands near, yet the words read as held at arm’s length.`;
  return "Nobody is named as having said these words, and the sentence sets them apart.";
}

function labelSentence(flag: Flag, signal: SignalWords): string {
  const label = signal.labels.find(({ id }) => id === flag.label);
  if (!label) return "";
  return signal.id.startsWith("user_") && flag.term
    ? `${label.title}: matched by the entry “${flag.term}”.`
    : `${label.title}: ${label.definition}`;
}

function voiceSentence(flag: Flag): string {
  if (flag.voice === "quoted")
    return "It stands inside a quotation: these are not the outlet’s words.";
  if (flag.voice === "reported") return "The outlet reports it and does not vouch for it.";
  return "";
}

/** "Close: scare quote 0.41, partial 0.35. Counted, as possible.", or that charts leave it out. */
function countSentence(
  { label, score }: Flag,
  signal: SignalWords,
  quotation: Quotation | undefined,
): string {
  if (!isCounted(signal, label))
    return `Left out of the strict rate; charts count it under “${labelTitle(signal, label)}” or “Broad”.`;
  if (signal.id !== "scare_quote" || score === null || score >= 0.5 || !quotation) return "";
  const rival = Object.entries(quotation.probabilities)
    .filter(([name]) => name !== "scare")
    .sort((a, b) => b[1] - a[1])[0] as [keyof typeof QUOTATION_WORDS, number] | undefined;
  if (!rival) return "";
  return `Close: scare quote ${score.toFixed(2)}, ${QUOTATION_WORDS[rival[0]].toLowerCase()} ${rival[1].toFixed(2)}. Counted, as possible.`;
}
