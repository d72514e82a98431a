import type { QuotationContext } from "./context.ts";

/** Whether a row holds for a quotation. */
export type Question = (q: QuotationContext) => boolean;

/** The tokens of a quotation among which a row looks for words. */
export interface Place {
  run: "before" | "after" | "words";
  /** The first so many: in before and after the nearest. */
  n: number;
}

/** Holds where a token of a place is in a list and, where there is one, a question holds besides. */
export interface Listed {
  place: Place;
  /** One of LIST. */
  list: number;
  also: Question | undefined;
}

/**
 * A row of evidence: a question, asked of every quotation of its group, or words, of which any will do. Rows of words
 * cost nothing where none of their words stands: wherever words can tell that a row does not hold, it should be one.
 */
export type Row = Question | readonly Listed[];

/** Rows of evidence by id. Their weights stand in quotation-weights.csv. */
export type Rows = Readonly<Record<string, Row>>;

const ALL = Number.POSITIVE_INFINITY;

/** The last n tokens before the quotation, in its sentence. */
export const before = (n = ALL): Place => ({ run: "before", n });

/** The first n tokens after the quotation, in its sentence. */
export const after = (n = ALL): Place => ({ run: "after", n });

/** The token that touches the opening mark, and the one that touches the closing mark. */
export const PREVIOUS = before(1);
export const NEXT = after(1);

/** The words between the marks. */
export const INSIDE: Place = { run: "words", n: ALL };

/** A row that holds where a token of a place is in a list, and, where it is given, a question holds besides. */
export const listed = (place: Place, list: number, also?: Question): readonly Listed[] => [
  { place, list, also },
];

/** A row that holds where one of several does. */
export const either = (...rows: (readonly Listed[])[]): readonly Listed[] => rows.flat();
