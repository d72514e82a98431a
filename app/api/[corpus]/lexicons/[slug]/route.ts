import { removeLexicon } from "../../../../../lib/codebook/import-dictionary.ts";
import { openCorpus } from "../../../../../lib/database/registry.ts";
import { respond } from "../../../respond.ts";

/** DELETE /api/CORPUS/lexicons/SLUG: takes a dictionary out of the live codebook; earlier versions keep it. */
export function DELETE(_: Request, context: { params: Promise<{ corpus: string; slug: string }> }) {
  return respond(async () => {
    const { corpus, slug } = await context.params;
    const { after } = await removeLexicon(await openCorpus(corpus), slug);
    return Response.json({ codebook: after });
  });
}
