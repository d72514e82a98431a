import type { QuotationSpan } from "./text-index.ts";

/** Number of the last quotation whose opening mark begins at or before an offset, or -1. Quotations are in order of start. */
function lastOpened(quotations: readonly QuotationSpan[], offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, openWidth } = quotations[middle] as QuotationSpan;
    if (start - openWidth <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether a mark that the quotation finder has paired opens a quotation at an offset. Logarithmic. */
export function opensAt(quotations: readonly QuotationSpan[], offset: number): boolean {
  const span = quotations[lastOpened(quotations, offset)];
  return span !== undefined && span.start - span.openWidth === offset;
}

/** Whether a mark that the quotation finder has paired closes a quotation at an offset. Logarithmic. */
export function closesAt(quotations: readonly QuotationSpan[], offset: number): boolean {
  // The last one to open ends there, or one around it does, since quotations never cross.
  let number = lastOpened(quotations, offset);
  while (number >= 0) {
    const { end, closeWidth, parent } = quotations[number] as QuotationSpan;
    if (end > offset) return false;
    if (end === offset && closeWidth > 0) return true;
    number = parent;
  }
  return false;
}
