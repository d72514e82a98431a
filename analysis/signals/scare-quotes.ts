import type { Quotation } from "../types.ts";
import type { FoundFlag, Signal } from "./signal.ts";

/** The label of a quotation, or null where the outlet merely quotes. */
function labelOf(quotation: Quotation): "scare" | "distanced" | null {
  if (quotation.function === "scare") return "scare";
  return quotation.distanced ? "distanced" : null;
}

/** Quotations whose words the outlet holds at arm's length. */
export const scareQuotes: Signal = {
  id: "scare_quote",
  title: "Scare quotes",
  singular: "scare quote",
  definition:
    "Words in quotation marks that the outlet itself holds at arm's length: the marks report nobody's speech, they say that the word is not the outlet's own, or not deserved. Each quotation is scored by named pieces of evidence, such as its length, the words next to the marks, reporting verbs, echoes in the article and genre, and counts from a fitted probability on.",
  limits:
    "A little more than half of what is flagged is what readers called a scare quote, and about seven in ten of those that readers see are found (precision .55, recall .70 in cross-validation on news quotations; much the same in headlines, on few cases). Irony of a whole passage is missed. Opinion raises the probability, so contrasts between outlets partly measure their share of opinion: compare expected hits too. The label distanced has precision .56 and recall .67 with the scare quotes among it.",
  references: [
    "Martin, J. R. and White, P. R. R. (2005). The Language of Evaluation: Appraisal in English. Palgrave Macmillan.",
    "Predelli, S. (2003). Scare quotes and their relation to other semantic issues. Linguistics and Philosophy 26(1), 1-28.",
  ],
  labels: [
    {
      id: "scare",
      title: "Scare quote",
      definition:
        "The marks report nobody's words: they hold the outlet's own word at arm's length.",
    },
    {
      id: "distanced",
      title: "Distanced quotation",
      definition:
        "Somebody's words inside the outlet's sentence, which the outlet marks as doubtful: an upper reading, with less precision.",
    },
  ],
  defaultLabel: "scare",
  find: ({ quotations }): FoundFlag[] => {
    const flags: FoundFlag[] = [];
    for (const quotation of quotations) {
      const label = labelOf(quotation);
      if (label === null) continue;
      const { part, start, end, probabilities, evidence, voice } = quotation;
      const score = probabilities.scare;
      flags.push({ part, start, end, label, term: null, subject: null, score, evidence, voice });
    }
    return flags;
  },
  examples: [
    {
      text: "Nobody at the lake had seen the alleged “monster”, which turned out to be a log.",
      flags: ["monster"],
    },
    {
      text: "These “specialists” had never worked in a mill before they closed this one.",
      flags: ["specialists"],
    },
    { text: "The mayor called the delay “a nuisance” and asked for patience.", flags: [] },
    { text: "The council adopted an “open shore” policy for its beaches.", flags: [] },
    { text: "“We will mend the bridge by June,” Ann Perry said.", flags: [] },
  ],
};
