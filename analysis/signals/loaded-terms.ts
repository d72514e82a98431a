import type { Codebook } from "../codebook/compile.ts";
import type { TextIndex } from "../text/text-index.ts";
import type { Evidence, Part } from "../types.ts";
import { isNegated, targetOf } from "./cues/loaded-context.ts";
import { outermost } from "./cues/outermost.ts";
import { Words } from "./cues/words.ts";
import { type FoundFlag, inParts, type Signal } from "./signal.ts";

const LEXICON = "loaded-terms";

/** The loaded terms of one part. */
function findIn(part: Part, index: TextIndex, codebook: Codebook): FoundFlag[] {
  const matches = codebook.match(LEXICON, index.tokens, index.text);
  if (matches.length === 0) return [];
  const words = new Words(index, codebook);
  const flags = matches.map(({ entry, from, to }) => {
    const evidence: Evidence[] = [{ rule: "entry", weight: 1 }];
    if (isNegated(words, from)) evidence.push({ rule: "negated", weight: 0 });
    return {
      part,
      start: words.start(from),
      end: words.end(to - 1),
      label: entry.label,
      term: entry.term,
      subject: targetOf(words, from, to),
      score: null,
      evidence,
    };
  });
  return outermost(flags);
}

export const loadedTerms: Signal = {
  id: "loaded_term",
  title: "Loaded terms",
  singular: "loaded term",
  definition:
    "Words and phrases that judge what they name, or that stand where a plainer name would do: regime, puppet, thug, witch hunt, collateral damage.",
  limits:
    "A lexicon sees words, not their use: a term can be apt, ironic, a name, or somebody else's. Negation (“not a puppet”) is noted in the evidence and counted all the same. The target is the last of the nouns directly after it, by the commonest part of speech of each word; about one in fifteen is wrong. Experts agree little on which words are loaded (alpha .42 in Spinde et al. 2021).",
  references: [
    "Spinde, T. et al. (2021). Neural media bias detection using distant supervision with BABE. Findings of EMNLP 2021.",
    "Da San Martino, G. et al. (2020). SemEval-2020 task 11: Detection of propaganda techniques in news articles.",
    "Recasens, M. et al. (2013). Linguistic models for analyzing and detecting biased language. ACL 2013.",
  ],
  labels: [
    {
      id: "strong",
      title: "Strong",
      definition: "Judges wherever it stands: disgraceful, fiasco, to smear.",
    },
    {
      id: "contextual",
      title: "Contextual",
      definition:
        "Takes sides or exaggerates in political text and has plain uses elsewhere: regime, hardline, explosive.",
    },
    {
      id: "euphemism",
      title: "Euphemism or dysphemism",
      definition: "A softer or harder name than a plain one: collateral damage, death tax.",
    },
    {
      id: "people",
      title: "People",
      definition: "A name for persons or groups that judges them: thug, puppet, zealot.",
    },
    {
      id: "conflict",
      title: "Conflict",
      definition: "The vocabulary of fighting for what is none: war on, showdown, body blow.",
    },
  ],
  defaultLabel: "all",
  find: ({ parts }, codebook) => inParts((part) => findIn(part, parts[part], codebook)),
  examples: [
    { text: "The regime called the strikers thugs.", flags: ["regime", "thugs"] },
    { text: "He is not a puppet of the company.", flags: ["puppet"] },
    { text: "The general spoke of collateral damage.", flags: ["collateral damage"] },
    {
      text: "A witch hunt, said the mayor, and a disgraceful one.",
      flags: ["witch hunt", "disgraceful"],
    },
    { text: "Children queued for the puppet theatre.", flags: [] },
    { text: "The doctor advised a strict diet regime.", flags: [] },
    { text: "The council met on Tuesday and set the rates.", flags: [] },
  ],
};
