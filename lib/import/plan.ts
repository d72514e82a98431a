import { FramescopeError } from "../errors.ts";
import { type DateOrder, dateOrderOf } from "./dates.ts";
import type { RecordRow, RefusedRow, Row } from "./formats/row.ts";
import { type Guess, guessMapping } from "./guess-mapping.ts";
import { type Mapping, mappingProblem } from "./mapping.ts";
import type { Encoding } from "./source/encoding.ts";
import { openFile } from "./source/open.ts";

/** A file that can be read from its start again and again. */
export interface ImportSource {
  /** The file's name, without its folder. */
  name: string;
  /** In bytes as it lies there; null where nobody knows. */
  size: number | null;
  open(): AsyncIterable<Uint8Array>;
}

const SAMPLE_ROWS = 500;
const SAMPLE_TEXT = 8 * 1024 * 1024;

/** The first rows of a file, and what has been found out about it. */
export interface FileSample {
  formatId: string;
  formatTitle: string;
  packed: boolean;
  encoding: Encoding;
  /** In order of appearance. */
  columns: string[];
  rows: RecordRow[];
  refusals: RefusedRow[];
  /** Whether these are all rows. */
  whole: boolean;
}

function sizeOf(row: Row): number {
  if (row.kind === "refused") return 0;
  let size = 0;
  for (const cell of row.values.values()) size += cell.length;
  return size;
}

function addRow(sample: FileSample, columns: Set<string>, row: Row): void {
  if (row.kind === "refused") {
    sample.refusals.push(row);
    return;
  }
  sample.rows.push(row);
  for (const name of row.values.keys()) columns.add(name);
}

/**
 * Reads the first rows of a file: what the mapping is guessed from and the preview shows. A file that breaks off within them
 * gives what comes before.
 */
export async function sampleFile(source: ImportSource): Promise<FileSample> {
  const file = await openFile(source.name, source.open());
  const { format, packed } = file;
  const sample: FileSample = {
    formatId: format.id,
    formatTitle: format.title,
    packed,
    encoding: file.encoding(),
    columns: [],
    rows: [],
    refusals: [],
    whole: true,
  };
  const columns = new Set<string>();
  let text = 0;
  try {
    for await (const row of file.rows) {
      if (sample.rows.length + sample.refusals.length >= SAMPLE_ROWS || text > SAMPLE_TEXT) {
        sample.whole = false;
        break;
      }
      text += sizeOf(row);
      addRow(sample, columns, row);
    }
  } catch (error) {
    if (!(error instanceof FramescopeError) || sample.rows.length === 0) throw error;
  }
  return { ...sample, encoding: file.encoding(), columns: [...columns] };
}

interface Votes {
  dmy: number;
  mdy: number;
  either: number;
}

function vote(votes: Votes, cell: string | undefined): void {
  const order = cell === undefined ? null : dateOrderOf(cell);
  if (order !== null) votes[order] += 1;
}

async function* cellsOf(source: ImportSource, column: string): AsyncGenerator<string | undefined> {
  const file = await openFile(source.name, source.open());
  for await (const row of file.rows) if (row.kind === "record") yield row.values.get(column);
}

/** "not needed" where no date of the column is written in small numbers. */
export type DateOrderFound = DateOrder | "not needed" | "undecidable";

/**
 * The order of day and month in a column: from the first rows, and only where those leave it open from the whole file.
 * The larger number of dates that show it decides; dates that contradict it are refused later, one by one.
 */
async function findDateOrder(
  source: ImportSource,
  sample: FileSample,
  column: string,
): Promise<DateOrderFound> {
  const votes: Votes = { dmy: 0, mdy: 0, either: 0 };
  for (const row of sample.rows) vote(votes, row.values.get(column));
  if (votes.dmy + votes.mdy + votes.either === 0) return "not needed";
  if (votes.dmy + votes.mdy === 0 && !sample.whole) {
    for await (const cell of cellsOf(source, column)) vote(votes, cell);
  }
  if (votes.dmy + votes.mdy === 0) return "undecidable";
  return votes.mdy > votes.dmy ? "mdy" : "dmy";
}

/** What a user said about the mapping; the rest is guessed. */
export interface MappingWishes {
  columns?: Mapping["columns"];
  ignored?: string[];
  dateOrder?: DateOrder | null;
  outlet?: string | null;
}

export interface ImportPlan {
  mapping: Mapping;
  guesses: Guess[];
  dateOrder: DateOrderFound;
  /** A sentence where articles can't be imported so, else null. */
  problem: string | null;
}

function mergeMapping(guessed: Mapping, wishes: MappingWishes): Mapping {
  const wished = wishes.columns ?? {};
  const taken = new Set(Object.values(wished));
  const kept = Object.entries(guessed.columns).filter(([, column]) => !taken.has(column));
  return {
    columns: { ...Object.fromEntries(kept), ...wished },
    ignored: wishes.ignored ?? [],
    dateOrder: wishes.dateOrder ?? null,
    outlet: wishes.outlet ?? null,
    domainNames: {},
  };
}

/** How a file would be read: its guessed mapping with the wishes over it, the order of its dates, and what stands in the way. */
export async function planImport(
  source: ImportSource,
  sample: FileSample,
  wishes: MappingWishes = {},
): Promise<ImportPlan> {
  const guessed = guessMapping(
    sample.columns,
    sample.rows.map((row) => row.values),
  );
  const mapping = mergeMapping(guessed.mapping, wishes);
  return planMapping(source, sample, mapping, guessed.guesses);
}

/** The same under a whole mapping, to which nothing is guessed but the order of dates. */
export async function planMapping(
  source: ImportSource,
  sample: FileSample,
  wanted: Mapping,
  allGuesses: readonly Guess[] = [],
): Promise<ImportPlan> {
  const mapping = { ...wanted };
  const guesses = allGuesses.filter(({ field, column }) => mapping.columns[field] === column);
  const { date } = mapping.columns;
  const order =
    date && mapping.dateOrder === null ? await findDateOrder(source, sample, date) : "not needed";
  if (order === "dmy" || order === "mdy") mapping.dateOrder = order;
  return {
    mapping,
    guesses,
    dateOrder: mapping.dateOrder ?? order,
    problem: planProblem(mapping, order, sample),
  };
}

function planProblem(mapping: Mapping, order: DateOrderFound, sample: FileSample): string | null {
  if (sample.rows.length === 0) {
    const first = sample.refusals[0];
    return first
      ? `No row could be read. Line ${first.line}: ${first.reason}`
      : "The file holds no articles.";
  }
  const problem = mappingProblem(mapping, sample.columns);
  if (problem !== null || order !== "undecidable") return problem;
  return `The dates of column "${mapping.columns.date}" can be read as day/month or as month/day, and none of them shows which.`;
}

/** @throws FramescopeError bad_parameter where the plan has a problem; it names the option of the command line that helps. */
export function requirePlan(name: string, { problem, dateOrder }: ImportPlan): void {
  if (problem === null) return;
  const [field, way] =
    dateOrder === "undecidable"
      ? ["date-order", "--date-order dmy or --date-order mdy"]
      : ["map", "--map FIELD=COLUMN"];
  throw new FramescopeError("bad_parameter", `${name}: ${problem} Say it with ${way}.`, field);
}
