import { attributionRows, contentRows, verbAfterRows, verbBeforeRows } from "./attribution.ts";
import type { QuotationContext } from "./context.ts";
import { distanceRows } from "./distance.ts";
import { echoRows } from "./echo.ts";
import { genreRows, habitRows } from "./genre.ts";
import { headlineRows } from "./headline.ts";
import { insideRows, shortRows } from "./inside.ts";
import { lengthRows } from "./length.ts";
import { mentionRows } from "./mention.ts";
import { neighbourRows, shortNeighbourRows } from "./neighbours.ts";
import { phraseRows } from "./phrases.ts";
import type { Rows } from "./row.ts";
import { titleTermRows } from "./title-term.ts";

/** Rows that need something of a quotation to hold at all: one look spares asking each. */
interface RowGroup {
  rows: Rows;
  /** Whether the quotation has it; absent where the rows need nothing. */
  given?: (q: QuotationContext) => boolean;
}

/** Longest quotation, in words, of which most rows about the words themselves can hold. */
const SHORT = 6;

const GROUPS: readonly RowGroup[] = [
  { rows: lengthRows },
  { rows: insideRows },
  { rows: shortRows, given: (q) => q.words.length <= SHORT },
  { rows: neighbourRows },
  { rows: shortNeighbourRows, given: (q) => q.words.length <= SHORT },
  { rows: distanceRows },
  { rows: attributionRows },
  { rows: verbBeforeRows, given: (q) => q.verbBefore !== null },
  { rows: verbAfterRows, given: (q) => q.verbAfter !== null },
  { rows: contentRows, given: (q) => q.attributions.length > 0 },
  { rows: echoRows, given: (q) => q.echo !== null },
  { rows: habitRows },
  { rows: genreRows },
  { rows: titleTermRows },
  { rows: phraseRows, given: (q) => q.phraseLists !== 0 },
  { rows: mentionRows },
  { rows: headlineRows, given: (q) => q.inHeadline },
];

/** All rows of evidence, each with the id of its line in quotation-weights.csv. */
export const ROWS: Rows = Object.assign({}, ...GROUPS.map(({ rows }) => rows));

/** Letters of the rows' ids, in the order of quotation-weights.csv. */
const LETTERS = "LINDAEGTPMH";

/** The ids of all rows, by letter and number; their places are the numbers of the rows. */
export const ROW_IDS: readonly string[] = Object.keys(ROWS).sort(
  (a, b) =>
    LETTERS.indexOf(a.charAt(0)) - LETTERS.indexOf(b.charAt(0)) ||
    Number(a.slice(1)) - Number(b.slice(1)),
);

/** The groups, each row by its number and its question. */
const NUMBERED = GROUPS.map(({ rows, given }) => ({
  given,
  numbers: Object.keys(rows).map((id) => ROW_IDS.indexOf(id)),
  questions: Object.values(rows),
}));

/** Writes the numbers of the rows that hold for a quotation, from the first place on; returns how many do. */
export function rowsThatHold(q: QuotationContext, into: Int32Array): number {
  let held = 0;
  for (const { given, numbers, questions } of NUMBERED) {
    if (given !== undefined && !given(q)) continue;
    for (let i = 0; i < questions.length; i++)
      if ((questions[i] as (q: QuotationContext) => boolean)(q))
        into[held++] = numbers[i] as number;
  }
  return held;
}
