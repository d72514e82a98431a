import { discardUpload } from "../../../../../lib/import/upload.ts";
import { countDue } from "../../../../../lib/pipeline/due.ts";
import { respond } from "../../../respond.ts";
import { type ImportParams, importOf } from "../import-request.ts";

/** GET /api/CORPUS/imports/ID: where the import stands, and how many articles still await analysis. */
export function GET(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, summary } = await importOf(context);
    const due = await countDue(corpus);
    return Response.json({ ...summary, due }, { headers: { "cache-control": "no-store" } });
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
