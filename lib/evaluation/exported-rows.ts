import { PARTS, QUOTATION_FUNCTIONS, type QuotationFunction } from "../../analysis/types.ts";
import { BadRow, type Cells, NO, needed, oneOf, optional, YES, yesOrNo } from "./cells.ts";
import { type CodedRow, type QuotationRow, rowOf } from "./coded-rows.ts";

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
