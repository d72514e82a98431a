import { openCorpus } from "../../../../lib/database/registry.ts";
import { FramescopeError } from "../../../../lib/errors.ts";
import { appendUpload, startUpload } from "../../../../lib/import/upload.ts";
import { respond } from "../../respond.ts";

/** POST /api/CORPUS/imports?name=FILE with the file as the body: streamed into the database, never held whole. */
export function POST(request: Request, context: { params: Promise<{ corpus: string }> }) {
  return respond(async () => {
    const corpus = await openCorpus((await context.params).corpus);
    const name = new URL(request.url).searchParams.get("name")?.trim();
    if (!name) throw new FramescopeError("bad_parameter", "name must be the file's name.", "name");
    if (!request.body) throw new FramescopeError("bad_input", `${name} is empty.`, "file");
    const length = Number(request.headers.get("content-length") ?? "");
    const size = Number.isSafeInteger(length) && length > 0 ? length : null;
    const id = await startUpload(corpus, name, size);
    await appendUpload(corpus, id, chunksOf(request.body));
    return Response.json({ id }, { status: 201 });
  });
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
