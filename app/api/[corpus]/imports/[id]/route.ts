import { readStanding } from "../../../../../lib/import/standing.ts";
import { discardUpload, noteTextRights } from "../../../../../lib/import/upload.ts";
import { respond } from "../../../respond.ts";
import { type ImportParams, importOf, readBody, rightsBody } from "../import-request.ts";

/** GET /api/CORPUS/imports/ID: where the import stands, what it would do, and what of it awaits analysis. */
export function GET(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    const standing = await readStanding(corpus, id);
    return Response.json(standing, { headers: { "cache-control": "no-store" } });
  });
}

/** PATCH with textRights: how much of the texts exports may hold, while the import is not started. */
export function PATCH(request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    await noteTextRights(corpus, id, (await readBody(request, rightsBody)).textRights);
    return new Response(null, { status: 204 });
  });
}

/** DELETE: takes back an upload that was not started. */
export function DELETE(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    await discardUpload(corpus, id);
    return new Response(null, { status: 204 });
  });
}
