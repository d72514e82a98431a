import { FramescopeError } from "../../errors.ts";
import { readJsonRecord } from "./json-record.ts";
import { countLines, endOfValue, findRecords, skipBlanks } from "./json-scan.ts";
import { type ImportFormat, MAX_RECORD, type Row, refused } from "./row.ts";

/** A JSON array can't be read line by line, so it is held in memory, up to here. */
const MAX_JSON = 100 * 1024 * 1024;
/** After so many objects without an end the rest of the file is given up. */
const MAX_RESTARTS = 100;

const OPEN_BRACE = 0x7b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_JSON) {
      const most = MAX_JSON / 1024 / 1024;
      throw new FramescopeError(
        "too_large",
        `This JSON file is larger than ${most} MB unpacked. Use JSON Lines (one object a line), which has no such limit.`,
      );
    }
    held.push(chunk);
  }
  return Buffer.concat(held);
}

/** Where reading can go on after an object that never ends: the next "}, {" or line that opens an object. */
function restartAfter(bytes: Buffer, start: number): number {
  const text = bytes.toString("latin1", start + 1);
  const at = /\}\s*,\s*\{|\n\s*\{/.exec(text);
  return at ? start + 1 + at.index + at[0].length - 1 : bytes.length;
}

/** Whether the object itself is an article, whatever lists it holds. */
function isArticle(bytes: Buffer, start: number): boolean {
  if (bytes[start] !== OPEN_BRACE || bytes.length > MAX_RECORD) return false;
  try {
    const keys = Object.keys(JSON.parse(bytes.toString("utf8", start)));
    return keys.some((key) => /^(body|text|content|full_?text)$/i.test(key));
  } catch {
    return false;
  }
}

function* readElements(bytes: Buffer, start: number): Generator<Row> {
  let line = 1;
  let counted = 0;
  let restarts = 0;
  let at = start;
  for (;;) {
    at = skipBlanks(bytes, at);
    while (bytes[at] === COMMA) at = skipBlanks(bytes, at + 1);
    if (at >= bytes.length || bytes[at] === CLOSE_BRACKET) return;
    line += countLines(bytes, counted, at);
    counted = at;
    const end = endOfValue(bytes, at);
    if (end >= 0) {
      yield readJsonRecord(line, bytes.subarray(at, end));
      at = Math.max(end, at + 1);
    } else {
      yield refused(line, "Broken JSON: this object has no end.");
      restarts += 1;
      if (restarts > MAX_RESTARTS) return;
      at = restartAfter(bytes, at);
    }
  }
}

/** An array of objects, or an object that holds one ({"articles": [...]}), or a single article. */
export const json: ImportFormat = {
  id: "json",
  title: "JSON",
  extensions: ["json"],
  recognises: (head) => /^\[\s*(\{|\]|$)/.test(head) || /^\{\s*("|\}|$)/.test(head),
  async *read(chunks): AsyncGenerator<Row> {
    const bytes = await collect(chunks);
    const first = skipBlanks(bytes, 0);
    if (first >= bytes.length) return;
    const records = isArticle(bytes, first) ? null : findRecords(bytes, first);
    if (records !== null) yield* readElements(bytes, records);
    else if (bytes[first] === OPEN_BRACE)
      yield readJsonRecord(1 + countLines(bytes, 0, first), bytes.subarray(first));
    else
      yield refused(
        1 + countLines(bytes, 0, first),
        "Not a list of articles: an array of JSON objects is needed.",
      );
  },
};
