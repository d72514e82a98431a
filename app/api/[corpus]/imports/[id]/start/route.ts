import { confirmImport } from "../../../../../../lib/import/upload.ts";
import { respond } from "../../../../respond.ts";
import { type ImportParams, importOf, readBody, startBody } from "../../import-request.ts";

/** POST /api/CORPUS/imports/ID/start with the mapping: a worker takes it from here. */
export function POST(request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    const { mapping, textRights } = await readBody(request, startBody);
    await confirmImport(corpus, id, mapping, textRights);
    return Response.json({ id }, { status: 202 });
  });
}
