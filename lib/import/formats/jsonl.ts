import { readJsonRecord } from "./json-record.ts";
import { findRecords } from "./json-scan.ts";
import { splitLines } from "./lines.ts";
import type { ImportFormat, Row } from "./row.ts";

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

/** Whether most whole lines are an object each; a few may be broken. */
function areObjects(lines: readonly string[]): boolean {
  const whole = lines.slice(0, 20).map((line) => line.trim());
  return (
    whole.filter((line) => line.startsWith("{") && line.endsWith("}")).length * 2 > whole.length
  );
}

/** One JSON object a line. */
export const jsonl: ImportFormat = {
  id: "jsonl",
  title: "JSON Lines",
  extensions: ["jsonl", "ndjson", "jsonlines"],
  recognises(head, extension) {
    if (!head.startsWith("{")) return false;
    if (this.extensions.includes(extension)) return true;
    const lines = head.split("\n").filter((line) => line.trim() !== "");
    // The last line may be cut. A single one is an article, unless it holds a list of them.
    return lines.length > 1
      ? areObjects(lines.slice(0, -1))
      : findRecords(Buffer.from(head), 0) === null;
  },
  async *read(bytes): AsyncGenerator<Row> {
    for await (const { line, bytes: content } of splitLines(bytes)) {
      if (content === null || !isBlank(content)) yield readJsonRecord(line, content);
    }
  },
};
