import { agrees } from "../../text/fold.ts";

const ADJECTIVES = "ous ful able ible ive less ic ish ent ant al ary".split(" ");
const ABSTRACT = "tion sion ism ment ness ity ance ence cy".split(" ");

/** What a word's ending says it is. */
export type Suffix = "ly" | "ing" | "ed" | "adjective" | "abstract" | "plural";

/** Whether text[start, end) ends so, in any case. */
export function endsWith(text: string, start: number, end: number, ending: string): boolean {
  const from = end - ending.length;
  return from >= start && agrees(text, from, ending);
}

/** The kind of the word text[start, end) by its ending, or null; the first match wins. Example: "critics" is plural. */
export function suffixOf(text: string, start: number, end: number): Suffix | null {
  const ends = (ending: string) => endsWith(text, start, end, ending);
  if (ends("ly")) return "ly";
  if (ends("ing")) return "ing";
  if (ends("ed")) return "ed";
  if (ADJECTIVES.some(ends)) return "adjective";
  if (ABSTRACT.some(ends)) return "abstract";
  return end - start > 3 && ends("s") && !ends("ss") ? "plural" : null;
}
