import { readJsonRecord } from "./json-record.ts";
import { splitLines } from "./lines.ts";
import type { ImportFormat, Row } from "./row.ts";

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function isWholeObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** One JSON object a line. */
export const jsonl: ImportFormat = {
  id: "jsonl",
  title: "JSON Lines",
  extensions: ["jsonl", "ndjson", "jsonlines"],
  recognises(head) {
    if (!head.startsWith("{")) return false;
    const lines = head.split("\n").filter((line) => line.trim() !== "");
    const first = lines[0] ?? "";
    if (lines.length === 1)
      return isWholeObject(first) && !/^\{\s*"[^"]*"\s*:\s*\[\s*\{/.test(first);
    return (
      lines.slice(0, 20).filter((line) => /^\s*\{/.test(line)).length * 2 >
      Math.min(20, lines.length)
    );
  },
  async *read(bytes): AsyncGenerator<Row> {
    for await (const { line, bytes: content } of splitLines(bytes)) {
      if (content === null || !isBlank(content)) yield readJsonRecord(line, content);
    }
  },
};
