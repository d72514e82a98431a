import { z } from "zod";
import { editOutlet } from "../../../../../lib/outlets/edit-outlet.ts";
import { respond } from "../../../respond.ts";
import { readBody } from "../../imports/import-request.ts";
import { type OutletParams, outletOf } from "../outlet-request.ts";

const change = z.strictObject({
  name: z.string().optional(),
  domains: z.array(z.string()).max(100).optional(),
  country: z.string().optional(),
  note: z.string().optional(),
});

/** PATCH /api/CORPUS/outlets/SLUG with name, domains, country or note; what is left out stays. */
export function PATCH(request: Request, context: OutletParams) {
  return respond(async () => {
    const { corpus, slug } = await outletOf(context);
    await editOutlet(corpus, slug, await readBody(request, change));
    return Response.json({ slug });
  });
}
