/** A record of a CSV file. */
export interface CsvRecord {
  /** Line of the file on which the record starts, from 1. */
  line: number;
  fields: string[];
}

/**
 * Reads CSV as RFC 4180 has it: commas (or another delimiter), double quotes doubled inside quotes, LF or CRLF; blank lines are left out.
 * A byte order mark at the start is skipped. Never throws: a quote that is not closed runs to the end of the text,
 * and text after a closing quote is kept, so that checks see a wrong field and name its line.
 * @example readCsv('a,"b, ""c"""\n') // [{ line: 1, fields: ["a", 'b, "c"'] }]
 */
export function readCsv(text: string, delimiter = ","): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const record: CsvRecord = { line, fields: [] };
    let more = true;
    while (more) {
      const field = readField(text, at, delimiter);
      record.fields.push(field.value);
      line += field.lines;
      at = field.end;
      more = text[at] === delimiter;
      if (more) at++;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    if (record.fields.length > 1 || record.fields[0] !== "") records.push(record);
  }
  return records;
}

/** The field that starts at an offset, where it ends (at a delimiter, a line end or the end), and the line breaks inside it. */
function readField(
  text: string,
  start: number,
  delimiter: string,
): { value: string; end: number; lines: number } {
  let value = "";
  let at = start;
  let lines = 0;
  if (text[at] === '"') {
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      value += text.slice(at, end);
      at = end + 1;
      if (quote < 0 || text[at] !== '"') break;
      value += '"';
      at++;
    }
    lines = value.split("\n").length - 1;
  }
  const rest = at;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
  return { value: value + text.slice(rest, at), end: Math.min(at, text.length), lines };
}
