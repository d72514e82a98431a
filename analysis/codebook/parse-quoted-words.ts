import { type Report, readTable } from "./table.ts";

/** Functions that other news tells words by; "other" is too rare. */
export const GRADED_FUNCTIONS = ["direct", "partial", "scare", "title", "term", "mention"] as const;
export const QUOTED_WORDS_COLUMNS = ["words", "quotations", ...GRADED_FUNCTIONS] as const;

/** What a grade says, and the ending of the list that holds its words. A word of grade 2 is in the list of grade 1 too. */
const GRADES = [
  { name: "OFTEN", holds: (grade: number) => grade >= 1 },
  { name: "MOSTLY", holds: (grade: number) => grade >= 2 },
  { name: "SELDOM", holds: (grade: number) => grade <= -1 },
  { name: "HARDLY", holds: (grade: number) => grade <= -2 },
] as const;

/**
 * Reads quoted-words.csv: words and phrases, and how much more (1, 2) or less (-1, -2) often than others of their length news
 * puts them in marks with a function. Each function and grade becomes a list, as TERM_OFTEN.
 */
export function parseQuotedWords(
  text: string | undefined,
  lists: Map<string, string[]>,
  report: Report,
): void {
  if (text === undefined) return;
  const seen = new Set<string>();
  for (const { line, values } of readTable(text, QUOTED_WORDS_COLUMNS, report)) {
    if (values.words === "") report(line, "words", "is empty");
    if (seen.has(values.words)) report(line, "words", `"${values.words}" stands here twice`);
    seen.add(values.words);
    for (const name of GRADED_FUNCTIONS) {
      const grade = Number(values[name]);
      if (![-2, -1, 0, 1, 2].includes(grade))
        report(line, name, `"${values[name]}" is no grade from -2 to 2`);
      for (const { name: ending, holds } of GRADES) {
        if (!holds(grade)) continue;
        const list = `${name.toUpperCase()}_${ending}`;
        const words = lists.get(list) ?? [];
        words.push(values.words);
        lists.set(list, words);
      }
    }
  }
}
