import { z } from "zod";
import { renameCorpus } from "../../../../lib/corpora/rename-corpus.ts";
import { deleteCorpus } from "../../../../lib/database/registry.ts";
import { readBody } from "../../[corpus]/imports/import-request.ts";
import { respond } from "../../respond.ts";

interface Context {
  params: Promise<{ slug: string }>;
}

const change = z.strictObject({ title: z.string() });

/** PATCH /api/corpora/SLUG with {title}: another title; the slug stays. */
export function PATCH(request: Request, { params }: Context) {
  return respond(async () => {
    const { slug } = await params;
    const { title } = await readBody(request, change);
    return Response.json({ slug, title: await renameCorpus(slug, title) });
  });
}

/** DELETE /api/corpora/SLUG: into the trash; `restore` is what POST /api/corpora takes it back with. */
export function DELETE(_request: Request, { params }: Context) {
  return respond(async () => Response.json({ restore: await deleteCorpus((await params).slug) }));
}
