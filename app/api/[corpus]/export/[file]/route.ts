import { openCorpus } from "../../../../../lib/database/registry.ts";
import { FramescopeError } from "../../../../../lib/errors.ts";
import { byteStream } from "../../../../../lib/export/byte-stream.ts";
import { describeExport, prepareExport } from "../../../../../lib/export/exports.ts";
import { queryParameters, respond } from "../../../respond.ts";

/** GET /api/CORPUS/export/metrics.csv and its siblings: the view's numbers, streamed; with .json what the file holds. */
export function GET(
  request: Request,
  context: { params: Promise<{ corpus: string; file: string }> },
) {
  return respond(async () => {
    const { corpus: slug, file } = await context.params;
    const [, name, format] = /^([a-z_]+)\.(csv|json)$/.exec(file) ?? [];
    if (!name) throw new FramescopeError("not_found", `There is no export called ${file}.`);
    const corpus = await openCorpus(slug);
    const parameters = queryParameters(request.url);
    if (format === "json") {
      const description = await describeExport(corpus, name, parameters);
      return Response.json(description, { headers: { "cache-control": "no-store" } });
    }
    const { fileName, lines } = await prepareExport(corpus, name, parameters);
    return new Response(byteStream(lines), {
      headers: {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
      },
    });
  });
}
