import { type DictionaryContent, DictionaryProblem, type LeftOut } from "./content.ts";

/** Lines of a .dic file, the first numbered 1. */
type Line = { line: number; text: string };

/** Code units of a line: the patterns below take their time over longer ones. */
const LONGEST_LINE = 2000;
const CATEGORY = /^(\t*)\s*(\d+)\s+(\S.*)$/;
/** A term up to a tab, which may end in a number itself ("top 10"), then the numbers of its categories. */
const TABBED = /^([^\t]+)((?:\s+\d+)+)$/;
/** The same where blanks stand for tabs. */
const ENTRY = /^(\S.*?)((?:\s+\d+)+)$/;

/**
 * A LIWC dictionary: between two lines "%" a number and a name for each category (tabs before a number put it under the
 * one above: "affect.anger"), then a line for each term with the numbers of its categories. Entries that LIWC counts by
 * their neighbours, "(02 134)125/464" or "<of>131", are left out: their numbers mean no plain category.
 */
export function readLiwcDictionary(text: string): DictionaryContent {
  const lines = text.split(/\r\n|\r|\n/).map((line, i): Line => ({ line: i + 1, text: line }));
  const filled = lines.filter(({ text: line }) => line.trim() !== "");
  const marks = filled.flatMap(({ text: line }, i) => (line.trim() === "%" ? [i] : []));
  const [first, second] = marks;
  if (first === undefined || second === undefined) {
    throw new DictionaryProblem(
      1,
      "the categories of a LIWC dictionary stand between two lines with a % alone; there are not two.",
    );
  }
  const leftOut: LeftOut[] = [];
  const categories = readCategories(filled.slice(first + 1, second));
  const entries = filled.slice(second + 1).flatMap((line) => readEntry(line, categories, leftOut));
  return { entries, leftOut };
}

function readCategories(lines: readonly Line[]): Map<number, string> {
  const categories = new Map<number, string>();
  /** The names above the line, by depth. */
  const above: string[] = [];
  for (const { line, text } of lines) {
    const [, tabs = "", number = "", name = ""] =
      CATEGORY.exec(text.slice(0, LONGEST_LINE).trimEnd()) ?? [];
    if (name === "") {
      throw new DictionaryProblem(
        line,
        `"${text.trim().slice(0, 80)}" is no number and name of a category.`,
      );
    }
    if (categories.has(Number(number))) {
      throw new DictionaryProblem(line, `category ${number} stands here twice.`);
    }
    above.length = Math.min(above.length, tabs.length);
    above.push(name.trim());
    categories.set(Number(number), above.join("."));
  }
  if (categories.size === 0) throw new DictionaryProblem(1, "there is no category between the %.");
  return categories;
}

function readEntry(
  { line, text }: Line,
  categories: ReadonlyMap<number, string>,
  leftOut: LeftOut[],
) {
  const leave = (field: string, message: string) => {
    leftOut.push({ line, field, message });
    return [];
  };
  if (text.length > LONGEST_LINE) return leave("term", "the line is too long for a term");
  if (/<\w+>|\(\d[\d\s]*\)|\d\/\d+\s*$/.test(text)) {
    return leave(
      "category",
      `"${text.trim().slice(0, 80)}" counts by its neighbours: LIWC alone can`,
    );
  }
  const [, term = "", numbers = ""] =
    (text.includes("\t") ? TABBED : ENTRY).exec(text.trim()) ?? [];
  if (term === "")
    return leave("category", `"${text.trim().slice(0, 80)}" has no number of a category`);
  return numbers
    .trim()
    .split(/\s+/)
    .flatMap((number) => {
      const label = categories.get(Number(number));
      return label === undefined
        ? leave("category", `"${term}" is of category ${number}, which is not among those named`)
        : [{ line, label, term }];
    });
}
