import { isAscii } from "node:buffer";
import iconv from "iconv-lite";
import { wellFormed } from "../well-formed.ts";
import { type Encoding, markedEncoding, recogniseEncoding } from "./encoding.ts";

/** No character of UTF-8 contains this byte: it stands for what could not be decoded, and the row is refused for it. */
const UNDECODABLE = 0xff;
const WINDOW = 65536;
const ASCII: Encoding = { name: "UTF-8", note: "UTF-8 (plain ASCII)." };

function withoutNul(bytes: Buffer): Buffer {
  return bytes.includes(0) ? Buffer.from(bytes.filter((byte) => byte !== 0)) : bytes;
}

/** UTF-8 bytes of decoded text; the decoder's replacement characters become a byte that no later reader can take for text. */
function encode(text: string): Buffer {
  const whole = wellFormed(text);
  const bytes = Buffer.from(whole);
  if (!whole.includes("\uFFFD")) return bytes;
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const replaced = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    out.push(replaced ? UNDECODABLE : (bytes[at] ?? 0));
    if (replaced) at += 2;
  }
  return Buffer.from(out);
}

/** Chunks of at least 64 KB (the last apart), so that a decision never rests on a few bytes. */
async function* regroup(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  let failure: { error: unknown } | null = null;
  try {
    for await (const chunk of source) {
      held.push(chunk);
      length += chunk.length;
      if (length < WINDOW) continue;
      yield Buffer.concat(held);
      held = [];
      length = 0;
    }
  } catch (error) {
    // What came before the break is still good.
    failure = { error };
  }
  if (length > 0) yield Buffer.concat(held);
  if (failure) throw failure.error;
}

/**
 * A stream of bytes in any encoding as UTF-8 without NUL bytes. A byte order mark decides, else the first 64 KB that hold a byte
 * above 0x7F: strict UTF-8 but for a few bytes, or what chardet says. `encoding` is what has been found so far.
 */
export class Utf8Stream {
  encoding: Encoding = ASCII;
  #decided = false;
  #decoder: { write(bytes: Buffer): string; end(): string | undefined } | null = null;
  readonly #source: AsyncIterable<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    let first = true;
    for await (const window of regroup(this.#source)) {
      const marked = first ? markedEncoding(window) : null;
      first = false;
      if (marked) this.#decide(marked.encoding);
      else if (!this.#decided && !isAscii(window)) this.#decide(recogniseEncoding(window));
      const bytes = marked ? window.subarray(marked.skip) : window;
      yield withoutNul(this.#decoder ? encode(this.#decoder.write(bytes)) : bytes);
    }
    const rest = this.#decoder?.end();
    if (rest) yield withoutNul(encode(rest));
  }

  #decide(encoding: Encoding): void {
    this.#decided = true;
    this.encoding = encoding;
    if (encoding.name !== "UTF-8")
      this.#decoder = iconv.getDecoder(encoding.name, { stripBOM: false });
  }
}
