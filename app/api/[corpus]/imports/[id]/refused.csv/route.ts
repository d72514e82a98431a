import { byteStream } from "../../../../../../lib/export/byte-stream.ts";
import { refusalsCsv } from "../../../../../../lib/import/imports.ts";
import { respond } from "../../../../respond.ts";
import { type ImportParams, importOf } from "../../import-request.ts";

/** GET /api/CORPUS/imports/ID/refused.csv: the rows left out, with line and reason. */
export function GET(_request: Request, context: ImportParams) {
  return respond(async () => {
    const { corpus, id } = await importOf(context);
    return new Response(byteStream(refusalsCsv(corpus, id)), {
      headers: {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": `attachment; filename="framescope_refused_import_${id}.csv"`,
        "cache-control": "no-store",
      },
    });
  });
}
