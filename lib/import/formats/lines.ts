import { isUtf8 } from "node:buffer";
import { MAX_RECORD } from "./row.ts";

export interface ByteLine {
  /** Counted from 1. */
  line: number;
  /** Without its LF; null where it was longer than the cap. */
  bytes: Buffer | null;
}

const LF = 0x0a;

/** The text of UTF-8 bytes, or null where they are none. */
export function decodeStrictly(bytes: Buffer): string | null {
  return isUtf8(bytes) ? bytes.toString("utf8") : null;
}

/**
 * Lines of a stream of bytes, split at LF alone (U+2028 and U+2029 are legal inside JSON strings, so node:readline
 * would cut records there). A CR before the LF stays. Lines over the cap are dropped as they come.
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  cap: number = MAX_RECORD,
): AsyncGenerator<ByteLine> {
  let line = 1;
  let held: Buffer[] = [];
  let length = 0;
  const take = (tail: Buffer): Buffer | null => {
    const whole = length + tail.length > cap ? null : Buffer.concat([...held, tail]);
    held = [];
    length = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      yield { line, bytes: take(chunk.subarray(from, at)) };
      line += 1;
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length > cap) held = [];
    else if (rest.length > 0) held.push(rest);
  }
  if (length > 0) yield { line, bytes: take(Buffer.alloc(0)) };
}
