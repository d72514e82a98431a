import { requestUndo } from "../../../../../../lib/import/undo.ts";
import { respond } from "../../../../respond.ts";
import { type ImportParams, importOf } from "../../import-request.ts";

/** POST /api/CORPUS/imports/ID/undo: a worker deletes the articles that the import brought. */
export function POST(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    await requestUndo(corpus, id);
    return Response.json({ id }, { status: 202 });
  });
}
