/** A cell: text, a number at full precision, a truth value, or null for no value. */
export type Cell = string | number | boolean | null;

// A spreadsheet runs a cell that starts so, also after blanks; an apostrophe in front makes it text (OWASP, CSV injection).
const FORMULA = /^\s*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of RFC 4180 with its line end; only text cells are neutralised, numbers never.
 * @example csvLine(["=1+1", -2, true, null]) // "'=1+1,-2,true,\r\n"
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = "";
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) line += ",";
    const cell = cells[i] as Cell;
    if (cell === null) continue;
    line += typeof cell === "string" ? textCell(cell) : String(cell);
  }
  return `${line}\r\n`;
}

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
