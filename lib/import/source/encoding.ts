import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";

/** What a file's bytes were taken for. */
export interface Encoding {
  /** "UTF-8", "windows-1252", ... */
  name: string;
  /** A sentence on how it was told, to be shown beside the import. */
  note: string;
}

const BYTE_ORDER_MARKS: readonly { bytes: readonly number[]; name: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], name: "UTF-8" },
  { bytes: [0xff, 0xfe, 0x00, 0x00], name: "UTF-32LE" },
  { bytes: [0x00, 0x00, 0xfe, 0xff], name: "UTF-32BE" },
  { bytes: [0xff, 0xfe], name: "UTF-16LE" },
  { bytes: [0xfe, 0xff], name: "UTF-16BE" },
];

/**
 * Labels under which windows-1252 goes: pages and exports that say so mean windows-1252, and iconv-lite's own iso-8859-1 turns
 * curly quotation marks into control characters.
 */
const MEANS_WINDOWS_1252 = new Set(["iso-8859-1", "latin1", "ascii", "us-ascii"]);
/** Where recognition is less sure than this, the commonest 8-bit encoding is taken. */
const LEAST_CONFIDENCE = 25;

function firstHighByte(bytes: Buffer): number {
  return bytes.findIndex((byte) => byte >= 0x80);
}

/** Whether bytes are UTF-8 but for a few: then they are the few that are broken, not the whole. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let good = 0;
  let bad = 0;
  let at = firstHighByte(bytes);
  while (at >= 0 && at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    // A character cut by the end of the bytes is no witness.
    if (at + length > bytes.length && bytes.length - at < 4) break;
    const valid = isUtf8(bytes.subarray(at, at + length));
    if (valid) good += 1;
    else bad += 1;
    at += valid ? length : 1;
  }
  return good > bad * 4;
}

function looksLikeUtf16(bytes: Buffer): "UTF-16LE" | "UTF-16BE" | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.3 && even < sample.length * 0.05) return "UTF-16LE";
  if (even > sample.length * 0.3 && odd < sample.length * 0.05) return "UTF-16BE";
  return null;
}

/** The encoding that a byte order mark names, with the mark's length; also UTF-16 without one. */
export function markedEncoding(head: Buffer): { encoding: Encoding; skip: number } | null {
  for (const { bytes, name } of BYTE_ORDER_MARKS) {
    if (bytes.every((byte, index) => head[index] === byte)) {
      return { encoding: { name, note: `${name}, as its first bytes say.` }, skip: bytes.length };
    }
  }
  const name = looksLikeUtf16(head);
  return name
    ? { encoding: { name, note: `${name}, recognised by its zero bytes.` }, skip: 0 }
    : null;
}

/** The encoding of bytes of which some are above 0x7F: UTF-8 where they are mostly that, else what chardet recognises. */
export function recogniseEncoding(bytes: Buffer): Encoding {
  if (isMostlyUtf8(bytes)) return { name: "UTF-8", note: "UTF-8." };
  const guesses = analyse(bytes).filter(
    ({ name }) => !/^utf/i.test(name) && iconv.encodingExists(name),
  );
  const best = guesses[0];
  if (!best || best.confidence < LEAST_CONFIDENCE) {
    return { name: "windows-1252", note: "Not UTF-8; taken for windows-1252, the usual one." };
  }
  const name = MEANS_WINDOWS_1252.has(best.name.toLowerCase()) ? "windows-1252" : best.name;
  return { name, note: `Not UTF-8; taken for ${name}, recognised by its letters.` };
}
