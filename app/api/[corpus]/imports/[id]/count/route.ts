import { readStanding } from "../../../../../../lib/import/standing.ts";
import { requestCount } from "../../../../../../lib/import/upload.ts";
import { respond } from "../../../../respond.ts";
import { type ImportParams, importOf, readBody, startBody } from "../../import-request.ts";

/** POST /api/CORPUS/imports/ID/count with a mapping: notes it, answers with the first rows, and has a worker count the rest. */
export function POST(request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    const { mapping, textRights } = await readBody(request, startBody);
    const preview = await requestCount(corpus, id, mapping, textRights);
    return Response.json({ preview, standing: await readStanding(corpus, id) }, { status: 202 });
  });
}
