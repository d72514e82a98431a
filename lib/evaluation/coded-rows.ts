import { z } from "zod";
import {
  PARTS,
  type Part,
  QUOTATION_FUNCTIONS,
  type QuotationFunction,
  type Span,
} from "../../analysis/types.ts";
import { BadRow, type Cells, listOf, oneOf, optional, wholeNumber, yesOrNo } from "./cells.ts";

/** What every coded row has. */
export interface CodedRow {
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
  /** Attributions whose source is named. */
  sourced: { source: Span; cues: Span[] }[];
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

function within(text: string, { start, end }: Span, what: string): Span {
  if (start < end && end <= text.length) return { start, end };
  throw new BadRow(
    `${what} runs from ${start} to ${end}, which is no stretch of its text of ${text.length} UTF-16 code units.`,
  );
}

/** What every row has, by the names of labelled sets and of exports. */
export function rowOf(cells: Cells, line: number): CodedRow {
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
const attribution = z.object({ source: stretches, cue: stretches, content: stretches });

/** A row with `text` and `attributions`. */
export function readAttributions(cells: Cells, line: number): AttributionRow {
  const row = textRowOf(cells, line);
  const all = listOf(cells, "attributions", attribution);
  const spansOf = (list: z.infer<typeof stretches>, what: string) =>
    list.map(([start, end]) => within(row.text, { start, end }, what));
  return {
    ...row,
    cues: all.flatMap(({ cue }) => spansOf(cue, "A cue")),
    contents: all.flatMap(({ content }) => spansOf(content, "A content")),
    sourced: all.flatMap(({ source, cue }) => {
      const [named] = spansOf(source, "A source");
      return named ? [{ source: named, cues: spansOf(cue, "A cue") }] : [];
    }),
  };
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
