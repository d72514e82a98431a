import type { LexiconEntry } from "../codebook/codebook.ts";
import type { Codebook } from "../codebook/compile.ts";
import type { TextIndex } from "../text/text-index.ts";
import type { Evidence, Part } from "../types.ts";
import { HEDGE_RULES } from "./cues/hedge-rules.ts";
import { outermost } from "./cues/outermost.ts";
import type { Verdict } from "./cues/verdict.ts";
import { Words } from "./cues/words.ts";
import { type FoundFlag, inParts, type Signal } from "./signal.ts";

const LEXICON = "hedges";
const PLAIN: Verdict = { hedge: true, rule: "entry" };

/** The hedges of one part. */
function findIn(part: Part, index: TextIndex, codebook: Codebook): FoundFlag[] {
  const matches = codebook.match(LEXICON, index.tokens, index.text);
  if (matches.length === 0) return [];
  const words = new Words(index, codebook);
  const flags: FoundFlag[] = [];
  for (const { entry, from, to } of matches) {
    const { hedge, rule, label } = HEDGE_RULES.get(entry.term)?.(words, from, to) ?? PLAIN;
    if (!hedge) continue;
    flags.push({
      part,
      start: words.start(from),
      end: words.end(to - 1),
      label: label ?? entry.label,
      term: entry.term,
      subject: null,
      score: null,
      evidence: evidenceOf(rule, entry),
    });
  }
  return outermost(flags);
}

/** The rule that decided, and how far the hedge holds back, which decides nothing and so weighs 0. */
function evidenceOf(rule: string, { strength }: LexiconEntry): Evidence[] {
  const decided = { rule, weight: 1 };
  return strength === "" ? [decided] : [decided, { rule: `strength_${strength}`, weight: 0 }];
}

export const hedging: Signal = {
  id: "hedge",
  title: "Hedges",
  singular: "hedge",
  definition:
    "Words that hold a statement at less than certain: may, perhaps, appears to, about 400, some say. Cues with plain uses are read in their context: “about” counts only before a number, May not as a month. A phrase counts once.",
  limits:
    "A hedge can be good reporting or legal caution: read the labels before the total. Hedging by whole clauses (“it would take luck”) is not seen, nor is a quantity's precision (“at least 40”). Coders differ on plain uses of may, many and generally: on encyclopedia text one flagged sentence in four has no hedge in their eyes.",
  references: [
    "Hyland, K. (1998). Hedging in Scientific Research Articles. John Benjamins.",
    "Farkas, R. et al. (2010). The CoNLL-2010 shared task: Learning to detect hedges and their scope in natural language text.",
    "Vincze, V. (2013). Weasels, hedges and peacocks: Discourse-level uncertainty in Wikipedia articles. IJCNLP 2013.",
  ],
  labels: [
    {
      id: "modal",
      title: "Modal",
      definition: "May, might, could as possibility, and their longer forms.",
    },
    {
      id: "epistemic",
      title: "Epistemic",
      definition:
        "Words for what is likely, seeming or doubted: perhaps, apparently, alleged, seems.",
    },
    {
      id: "approximator",
      title: "Approximator",
      definition:
        "Words that blur a number, a degree or a rank: about 400, several, somewhat, one of the best.",
    },
    {
      id: "weasel_source",
      title: "Weasel source",
      definition:
        "Somebody is said to think so, and nobody is named: some say, is widely seen as, many experts believe.",
    },
  ],
  defaultLabel: "all",
  find: ({ parts }, codebook) => inParts((part) => findIn(part, parts[part], codebook)),
  examples: [
    { text: "The talks may resume in spring.", flags: ["may"] },
    { text: "The march drew about 400 people, some say.", flags: ["about", "some say"] },
    {
      text: "It appears that the alleged thief was somewhat late.",
      flags: ["appears", "alleged", "somewhat"],
    },
    { text: "Evidence suggests the lake is rising.", flags: ["Evidence suggests"] },
    { text: "Many residents doubt the claim that nobody knew.", flags: ["Many", "doubt", "claim"] },
    { text: "The vote in May was about taxes.", flags: [] },
    { text: "He could not see the road, nor the military might behind it.", flags: [] },
    { text: "She suggested meeting at noon and appeared on television.", flags: [] },
    { text: "The insurer paid the claim and the flood claimed two lives.", flags: [] },
  ],
};
