import type { QuotationContext } from "./context.ts";

/** Rows of evidence by id: does it hold for this quotation? Their weights stand in quotation-weights.csv. */
export type Rows = Readonly<Record<string, (q: QuotationContext) => boolean>>;
