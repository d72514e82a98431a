import type { TextRights } from "../../../lib/import/imports.ts";

interface RightsWords {
  value: TextRights;
  words: string;
  sentence: string;
}

/** How much of the texts exports may hold, each with a sentence. */
export const TEXT_RIGHTS_WORDS: readonly RightsWords[] = [
  {
    value: "numbers",
    words: "Numbers",
    sentence: "Counts, positions and addresses. No headline and no word of the text.",
  },
  {
    value: "snippets",
    words: "Snippets",
    sentence: "Headlines, flagged words with 8 words on each side, quotations cut at 25 words.",
  },
  {
    value: "text",
    words: "Text",
    sentence: "As snippets, with quotations at full length: for texts that you may pass on.",
  },
];

export const rightsWords = (rights: TextRights): string =>
  TEXT_RIGHTS_WORDS.find(({ value }) => value === rights)?.words ?? rights;
