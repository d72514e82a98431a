const CHUNK_UNITS = 64 * 1024;

/**
 * The lines as a stream of UTF-8 bytes, made only as fast as they are read; a reader that goes away ends the lines.
 * An own stream, since Readable.toWeb throws "Controller is already closed" when a client leaves.
 */
export function byteStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let chunk = "";
      while (chunk.length < CHUNK_UNITS) {
        const { value, done } = await lines.next();
        if (done) {
          if (chunk) controller.enqueue(encoder.encode(chunk));
          controller.close();
          return;
        }
        chunk += value;
      }
      controller.enqueue(encoder.encode(chunk));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
