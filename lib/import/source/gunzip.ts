import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { FramescopeError } from "../../errors.ts";

/** Text packs some 3 to 10 times; what unpacks far beyond is a bomb. Small files may be as repetitive as they like. */
const MAX_RATIO = 200;
const FREE_BYTES = 64 * 1024 * 1024;

/** Whether the bytes begin as gzip does. */
export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function sayWhy(error: unknown): FramescopeError {
  if (error instanceof FramescopeError) return error;
  const cut = error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
  const what = cut ? "ends too early: part of it is missing" : "is damaged and can't be unpacked";
  return new FramescopeError(
    "bad_input",
    `The gzip file ${what}. Copy or download it again.`,
    null,
    { cause: error },
  );
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    count(chunk.length);
    yield chunk;
  }
}

/**
 * What a gzip stream (of one or several members) holds, in constant memory.
 * @throws FramescopeError bad_input where it is damaged, cut off or unpacks to more than 200 times its size.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let packed = 0;
  let unpacked = 0;
  const input = Readable.from(
    counted(source, (bytes) => {
      packed += bytes;
    }),
    { objectMode: false },
  );
  const output = createGunzip({ chunkSize: 65536 });
  // The errors of both arrive where the output is read.
  pipeline(input, output, () => {});
  try {
    for await (const chunk of output) {
      unpacked += chunk.length;
      if (unpacked > FREE_BYTES && unpacked > packed * MAX_RATIO) {
        throw new FramescopeError(
          "too_large",
          `This gzip file unpacks to more than ${MAX_RATIO} times its size, which no text does. It was not read further.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    throw sayWhy(error);
  } finally {
    output.destroy();
  }
}
