import { z } from "zod";
import { mergeOutlets } from "../../../../../../lib/outlets/merge-outlets.ts";
import { respond } from "../../../../respond.ts";
import { readBody } from "../../../imports/import-request.ts";
import { type OutletParams, outletOf } from "../../outlet-request.ts";

const target = z.strictObject({ into: z.string() });

/** POST /api/CORPUS/outlets/SLUG/merge with {into: slug}: its articles move there, its name becomes an alias. */
export function POST(request: Request, context: OutletParams) {
  return respond(async () => {
    const { corpus, slug } = await outletOf(context);
    const { into } = await readBody(request, target);
    await mergeOutlets(corpus, slug, into);
    return Response.json({ slug: into });
  });
}
