import { readStanding } from "../../../../../lib/import/standing.ts";
import { discardUpload } from "../../../../../lib/import/upload.ts";
import { respond } from "../../../respond.ts";
import { type ImportParams, importOf } from "../import-request.ts";

/** GET /api/CORPUS/imports/ID: where the import stands, what it would do, and what of it awaits analysis. */
export function GET(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    const standing = await readStanding(corpus, id);
    return Response.json(standing, { headers: { "cache-control": "no-store" } });
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
