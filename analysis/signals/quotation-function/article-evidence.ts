import type { Codebook } from "../../codebook/compile.ts";
import type { QuotedPhrases } from "../../codebook/quoted-phrases.ts";
import type { TextIndex } from "../../text/text-index.ts";
import type { Part } from "../../types.ts";
import type { Attribution } from "../signal.ts";
import {
  type ArticleHabits,
  articleHabits,
  countHabits,
  type PartHabits,
} from "./article-habits.ts";
import { type Echoes, findEchoes } from "./echo-index.ts";
import { isTitleCase, type Layout, layOut } from "./layout.ts";
import { indexSpeakers, type Speakers } from "./speakers.ts";
import { type WordLists, wordLists } from "./word-lists.ts";

/** One part, laid out and counted. */
export interface PartEvidence {
  part: Part;
  layout: Layout;
  habits: PartHabits;
  speakers: Speakers;
  echoes: Echoes;
  /** Whether it counts among the habits and echoes of the article: not a teaser, which repeats the body. */
  isCounted: boolean;
  /** Whether it is a headline in which capitals say nothing. */
  isTitleCase: boolean;
  /** Whether it is a headline with a question mark. Looked up once: to search for each quotation would be quadratic. */
  headlineAsks: boolean;
}

/** What all quotations of an article share. */
export interface ArticleEvidence {
  parts: readonly PartEvidence[];
  habits: ArticleHabits;
  /** Outermost quotations of three words or fewer in sentences without a reporting verb. */
  bareQuotations: number;
  lists: WordLists;
  phrases: QuotedPhrases;
}

/** Counts what the rows ask about an article as a whole, in two passes over its tokens. */
export function gatherEvidence(
  parts: Readonly<Record<Part, TextIndex>>,
  attributions: readonly Attribution[],
  codebook: Codebook,
): ArticleEvidence {
  const lists = wordLists(codebook);
  const layouts = {
    headline: layOut(parts.headline),
    teaser: layOut(parts.teaser),
    body: layOut(parts.body),
  };
  const echoes = findEchoes(layouts);
  const read = (part: Part): PartEvidence => {
    const layout = layouts[part];
    return {
      part,
      layout,
      habits: countHabits(layout, lists),
      speakers: indexSpeakers(attributions, part),
      echoes: echoes[part],
      isCounted: part !== "teaser",
      isTitleCase: part === "headline" && isTitleCase(layout.index),
      headlineAsks: part === "headline" && layout.index.text.includes("?"),
    };
  };
  const headline = read("headline");
  const teaser = read("teaser");
  const body = read("body");
  return {
    parts: [headline, teaser, body],
    habits: articleHabits(headline.habits, body.habits),
    bareQuotations: headline.habits.bareQuotations + body.habits.bareQuotations,
    lists,
    phrases: codebook.quotedPhrases,
  };
}
