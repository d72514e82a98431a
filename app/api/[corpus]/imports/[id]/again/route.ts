import { runAgain } from "../../../../../../lib/import/upload.ts";
import { respond } from "../../../../respond.ts";
import { type ImportParams, importOf } from "../../import-request.ts";

/** POST /api/CORPUS/imports/ID/again: goes on with an import that failed. */
export function POST(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    await runAgain(corpus, id);
    return Response.json({ id }, { status: 202 });
  });
}
