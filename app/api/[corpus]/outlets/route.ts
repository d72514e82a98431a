import { openCorpus } from "../../../../lib/database/registry.ts";
import { listOutletRows } from "../../../../lib/outlets/list-outlet-rows.ts";
import { respond } from "../../respond.ts";

/** GET /api/CORPUS/outlets: every outlet with what is known of it, by name. */
export function GET(_request: Request, { params }: { params: Promise<{ corpus: string }> }) {
  return respond(async () => {
    const outlets = await listOutletRows(await openCorpus((await params).corpus));
    return Response.json({ outlets }, { headers: { "cache-control": "no-store" } });
  });
}
