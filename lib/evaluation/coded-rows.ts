import { z } from "zod";
import {
  PARTS,
  type Part,
  QUOTATION_FUNCTIONS,
  type QuotationFunction,
  type Span,
} from "../../analysis/types.ts";

/** What every coded row has. */
interface CodedRow {
  /** Line of the file, from 1. */
  line: number;
  id: string;
  outlet: string | null;
  /** What is drawn as a whole for intervals: an article's id, or its text. */
  article: string;
}

interface TextRow extends CodedRow {
  headline: string;
  text: string;
}

/** A sentence, or a text judged as one, that a coder called yes or no. */
export interface SentenceRow extends TextRow {
  signal: string;
  coded: boolean;
  /** What coders called it beyond yes: whose hedge it is. */
  codedAs: string | null;
  /** The words that made it yes; null where the file marks no words. */
  spans: (Span & { label: string })[] | null;
}

/** An article with its attributions. */
export interface AttributionRow extends TextRow {
  cues: Span[];
  contents: Span[];
}

/** A quotation that a coder judged: its function, or (true, false) whether it is a scare quote. */
export interface QuotationRow extends CodedRow {
  part: Part;
  coded: QuotationFunction | boolean;
  distanced: boolean | null;
  sample: string | null;
  confidence: string | null;
}

/** A quotation in its article, to be found by the program. */
export interface PlacedQuotation extends QuotationRow, TextRow, Span {}

/** A row of quotations.csv with the judgement of a coder. */
export interface ExportedQuotation extends QuotationRow {
  quoted: string;
  found: QuotationFunction;
  foundDistanced: boolean;
  probabilities: Readonly<Record<QuotationFunction, number>>;
}

/** A row of flags.csv with the judgement of a coder. */
export interface ExportedFlag extends CodedRow {
  signal: string;
  label: string;
  voice: string;
  coded: boolean;
  words: string;
  left: string;
  right: string;
}

/** A row that can't be used; the message is its reason. */
export class BadRow extends Error {}

/** The cells of a row, by the name of their column or field. */
export type Cells = ReadonlyMap<string, string>;

const YES = new Set(["true", "yes", "y", "1"]);
const NO = new Set(["false", "no", "n", "0"]);

function yesOrNo(cells: Cells, name: string): boolean {
  const value = needed(cells, name).trim().toLowerCase();
  if (YES.has(value)) return true;
  if (NO.has(value)) return false;
  throw new BadRow(`${name} is “${value}”; it has to be yes or no (true or false, 1 or 0).`);
}

function needed(cells: Cells, name: string): string {
  const value = cells.get(name);
  if (value === undefined || value.trim() === "") throw new BadRow(`It has no ${name}.`);
  return value;
}

function optional<T>(cells: Cells, name: string, read: (cells: Cells, name: string) => T) {
  return cells.get(name)?.trim() ? read(cells, name) : null;
}

function oneOf<T extends string>(cells: Cells, name: string, allowed: readonly T[]): T {
  const value = needed(cells, name).trim();
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new BadRow(`${name} is “${value}”; known are ${allowed.join(", ")}.`);
}

function wholeNumber(cells: Cells, name: string): number {
  const value = Number(needed(cells, name));
  if (Number.isInteger(value) && value >= 0) return value;
  throw new BadRow(`${name} is “${cells.get(name)}”; it has to be a whole number from 0.`);
}

/** A list of objects, kept as JSON in one cell; a list without any is an empty cell. */
function listOf<T>(cells: Cells, name: string, item: z.ZodType<T>): T[] {
  const cell = cells.get(name) ?? "";
  if (cell.trim() === "") return [];
  try {
    return z.array(item).parse(JSON.parse(cell));
  } catch {
    throw new BadRow(
      `${name} can't be read: it has to be a JSON list of the form that is asked for.`,
    );
  }
}

function within(text: string, { start, end }: Span, what: string): Span {
  if (start < end && end <= text.length) return { start, end };
  throw new BadRow(
    `${what} runs from ${start} to ${end}, which is no stretch of its text of ${text.length} UTF-16 code units.`,
  );
}

function rowOf(cells: Cells, line: number): CodedRow {
  const id = cells.get("id") ?? cells.get("article_id") ?? `line ${line}`;
  // SemEval's lines are named ptc-ARTICLE-LINE: they are drawn by article.
  const article = /^(ptc-\d+)-\d+$/.exec(id)?.[1];
  return {
    line,
    id,
    outlet: cells.get("outlet") ?? null,
    article: cells.get("article_id") ?? cells.get("article") ?? article ?? cells.get("text") ?? id,
  };
}

function textRowOf(cells: Cells, line: number): TextRow {
  const text = cells.get("text");
  if (text === undefined) throw new BadRow("It has no text.");
  return { ...rowOf(cells, line), headline: cells.get("headline") ?? "", text };
}

const labelledSpan = z.object({
  start: z.number().int().min(0),
  end: z.number().int(),
  label: z.string().default("coded"),
});

/** Whose hedge it is, as the sets abbreviate it. */
const CODED_BY: Readonly<Record<string, string>> = {
  o: "by the outlet",
  s: "by a source",
  b: "by both",
};

/** What sentences can be coded for. */
export interface SentenceSignals {
  /** Where no column `signal` says it. */
  signal: string;
  known: readonly string[];
}

/** A row with `text` and `coded` (or `label`): yes or no. */
export function readSentence(
  cells: Cells,
  line: number,
  { signal, known }: SentenceSignals,
): SentenceRow {
  const row = textRowOf(cells, line);
  const marked = cells.has("spans")
    ? listOf(cells, "spans", labelledSpan).map((span) => ({
        ...within(row.text, span, "A span"),
        label: span.label,
      }))
    : null;
  const by = cells.get("by");
  return {
    ...row,
    signal: cells.get("signal")?.trim() ? oneOf(cells, "signal", known) : signal,
    coded: yesOrNo(cells, cells.has("coded") ? "coded" : "label"),
    codedAs: by === undefined ? null : (CODED_BY[by] ?? by),
    spans: marked,
  };
}

const stretches = z.array(z.tuple([z.number().int().min(0), z.number().int()]));
const attribution = z.object({ cue: stretches, content: stretches });

/** A row with `text` and `attributions`. */
export function readAttributions(cells: Cells, line: number): AttributionRow {
  const row = textRowOf(cells, line);
  const all = listOf(cells, "attributions", attribution);
  const spansOf = (kind: "cue" | "content") =>
    all
      .flatMap((one) => one[kind])
      .map(([start, end]) => within(row.text, { start, end }, `A ${kind}`));
  return { ...row, cues: spansOf("cue"), contents: spansOf("content") };
}

/** A row with `text`, `start`, `end` and `function`; `part` headline has its words in `headline`. */
export function readQuotation(cells: Cells, line: number): PlacedQuotation {
  const row = textRowOf(cells, line);
  const part = optional(cells, "part", (all, name) => oneOf(all, name, PARTS)) ?? "body";
  const inside = part === "headline" ? row.headline : row.text;
  const span = { start: wholeNumber(cells, "start"), end: wholeNumber(cells, "end") };
  const { start, end } = within(inside, span, "The quotation");
  const quoted = cells.get("quoted");
  if (quoted !== undefined && inside.slice(start, end) !== quoted) {
    const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60)} ...` : words);
    throw new BadRow(
      `${start} to ${end} cuts out “${short(inside.slice(start, end))}”, not “${short(quoted)}”.`,
    );
  }
  return {
    ...row,
    part,
    start,
    end,
    coded: oneOf(cells, "function", QUOTATION_FUNCTIONS),
    distanced: optional(cells, "distanced", yesOrNo),
    sample: cells.get("sample") ?? null,
    confidence: cells.get("confidence") ?? null,
  };
}

function probabilitiesOf(cells: Cells): Record<QuotationFunction, number> {
  const pairs = QUOTATION_FUNCTIONS.map((name) => {
    const value = Number(needed(cells, `p_${name}`));
    if (value >= 0 && value <= 1) return [name, value] as const;
    throw new BadRow(
      `p_${name} is “${cells.get(`p_${name}`)}”; it has to be a number from 0 to 1.`,
    );
  });
  return Object.fromEntries(pairs) as Record<QuotationFunction, number>;
}

/** A row of quotations.csv with a column `coded`: a function, or yes or no for scare quote or not. */
export function readExportedQuotation(cells: Cells, line: number): ExportedQuotation {
  const coded = needed(cells, "coded").trim();
  const named = QUOTATION_FUNCTIONS.find((name) => name === coded.toLowerCase());
  if (!named && !YES.has(coded.toLowerCase()) && !NO.has(coded.toLowerCase())) {
    const known = QUOTATION_FUNCTIONS.join(", ");
    throw new BadRow(`coded is “${coded}”; it has to be a function (${known}), or yes or no.`);
  }
  return {
    ...rowOf(cells, line),
    part: oneOf(cells, "part", PARTS),
    coded: named ?? yesOrNo(cells, "coded"),
    distanced: optional(cells, "coded_distanced", yesOrNo),
    sample: cells.get("sample") ?? null,
    confidence: cells.get("confidence") ?? null,
    quoted: cells.get("text") ?? "",
    found: oneOf(cells, "function", QUOTATION_FUNCTIONS),
    foundDistanced: yesOrNo(cells, "distanced"),
    probabilities: probabilitiesOf(cells),
  };
}

/** A row of flags.csv with a column `coded`: yes or no. */
export function readExportedFlag(cells: Cells, line: number): ExportedFlag {
  return {
    ...rowOf(cells, line),
    signal: needed(cells, "signal"),
    label: needed(cells, "label"),
    voice: needed(cells, "voice"),
    coded: yesOrNo(cells, "coded"),
    words: cells.get("text") ?? "",
    left: cells.get("left_context") ?? "",
    right: cells.get("right_context") ?? "",
  };
}
