import type { ArticleHabits } from "./article-habits.ts";
import {
  attributionRows,
  contentRows,
  cueRows,
  verbAfterRows,
  verbBeforeRows,
} from "./attribution.ts";
import type { QuotationContext } from "./context.ts";
import { distanceRows } from "./distance.ts";
import { echoRows } from "./echo.ts";
import { genreRows, type HabitRows, habitRows } from "./genre.ts";
import { headlineRows } from "./headline.ts";
import { insideRows, shortRows } from "./inside.ts";
import { lengthRows } from "./length.ts";
import { mentionRows } from "./mention.ts";
import { neighbourRows, shortNeighbourRows } from "./neighbours.ts";
import { phraseRows } from "./phrases.ts";
import type { Question, Row, Rows } from "./row.ts";
import { RowIndex, RowSet } from "./row-index.ts";
import { titleTermRows } from "./title-term.ts";

/** Rows that need something of a quotation to hold at all: one look spares asking each. */
interface RowGroup {
  rows: Rows;
  /** Whether the quotation has it; absent where the rows need nothing. */
  given?: Question;
}

/** Longest quotation, in words, of which most rows about the words themselves can hold. */
const SHORT = 6;

const isShort = (q: QuotationContext): boolean => q.words.length <= SHORT;

const GROUPS: readonly RowGroup[] = [
  { rows: lengthRows },
  { rows: insideRows },
  { rows: shortRows, given: isShort },
  { rows: neighbourRows },
  { rows: shortNeighbourRows, given: isShort },
  { rows: distanceRows },
  { rows: attributionRows },
  { rows: verbBeforeRows, given: (q) => q.verbBefore !== null },
  { rows: verbAfterRows, given: (q) => q.verbAfter !== null },
  { rows: contentRows, given: (q) => q.attributions.length > 0 },
  { rows: cueRows, given: (q) => q.attributions.length === 0 && q.hasCueBeside },
  { rows: echoRows, given: (q) => q.echo !== null },
  { rows: genreRows },
  { rows: titleTermRows },
  { rows: phraseRows, given: (q) => q.phraseLists !== 0 },
  { rows: mentionRows },
  { rows: headlineRows, given: (q) => q.inHeadline },
];

/** All rows but those of habits: what holds of one quotation. */
export const ROWS: Rows = Object.assign({}, ...GROUPS.map(({ rows }) => rows));

/** Letters of the rows' ids, in the order of quotation-weights.csv. */
const LETTERS = "LINDAEGTPMH";

/** The ids of all rows, by letter and number; their places are the numbers of the rows. */
export const ROW_IDS: readonly string[] = Object.keys({ ...ROWS, ...habitRows }).sort(
  (a, b) =>
    LETTERS.indexOf(a.charAt(0)) - LETTERS.indexOf(b.charAt(0)) ||
    Number(a.slice(1)) - Number(b.slice(1)),
);

const isQuestion = (row: Row): row is Question => typeof row === "function";

/** The rows of words of all groups. */
const INDEX = new RowIndex();
for (const { rows, given } of GROUPS) {
  for (const [id, row] of Object.entries(rows)) {
    if (isQuestion(row)) continue;
    const within = row.map((condition) => ({ ...condition, also: both(given, condition.also) }));
    INDEX.add(ROW_IDS.indexOf(id), within);
  }
}

function both(first?: Question, second?: Question): Question | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return (q) => first(q) && second(q);
}

/** The questions of the groups, each with the number of its row. */
const QUESTIONS = GROUPS.map(({ rows, given }) => {
  const asked = Object.entries(rows).filter(([, row]) => isQuestion(row));
  return {
    given,
    numbers: asked.map(([id]) => ROW_IDS.indexOf(id)),
    questions: asked.map(([, row]) => row as Question),
  };
});

const HABITS = Object.entries(habitRows as HabitRows).map(([id, holds]) => ({
  row: ROW_IDS.indexOf(id),
  holds,
}));

/** The rows that an article's habits make hold, for all its quotations; those of the last article that was asked for. */
const ofHabits = new RowSet(ROW_IDS.length);
let lastHabits: ArticleHabits | undefined;

function rowsOfHabits(habits: ArticleHabits): RowSet {
  if (habits !== lastHabits) {
    ofHabits.clear();
    for (const { row, holds } of HABITS) if (holds(habits)) ofHabits.add(row);
    lastHabits = habits;
  }
  return ofHabits;
}

/** Filled for each quotation anew. */
const holding = new RowSet(ROW_IDS.length);

/** Writes the numbers of the rows that hold for a quotation, in order, from the first place on; returns how many do. */
export function rowsThatHold(q: QuotationContext, into: Int32Array): number {
  holding.become(rowsOfHabits(q.habits));
  INDEX.find(q, holding);
  for (const { given, numbers, questions } of QUESTIONS) {
    if (given !== undefined && !given(q)) continue;
    for (let i = 0; i < questions.length; i++)
      if ((questions[i] as Question)(q)) holding.add(numbers[i] as number);
  }
  return holding.write(into);
}
