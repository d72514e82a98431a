import { previewImport } from "../../../../../../lib/import/upload.ts";
import { respond } from "../../../../respond.ts";
import { type ImportParams, importOf, mappingBody, readBody } from "../../import-request.ts";

/** POST /api/CORPUS/imports/ID/preview with a mapping: what would become of the first rows. Nothing is written. */
export function POST(request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    const mapping = await readBody(request, mappingBody);
    return Response.json(await previewImport(corpus, id, mapping));
  });
}
