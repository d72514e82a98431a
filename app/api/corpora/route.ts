import { z } from "zod";
import { listCorpusContents } from "../../../lib/corpora/list-corpora.ts";
import {
  createCorpus,
  listCorpora,
  listTrash,
  restoreCorpus,
} from "../../../lib/database/registry.ts";
import { openSampleCorpus } from "../../../lib/sample/install.ts";
import { readBody } from "../[corpus]/imports/import-request.ts";
import { respond } from "../respond.ts";

export const dynamic = "force-dynamic";

/** A new one, one out of the trash, or the sample. */
const newCorpus = z.union(
  [
    z.strictObject({ restore: z.string() }),
    z.strictObject({ sample: z.literal(true) }),
    z.strictObject({ title: z.string(), slug: z.string().optional() }),
  ],
  "must be {title, slug?}, {restore: id} or {sample: true}",
);

/** GET /api/corpora: every corpus with what is in it, and the deleted ones that can be restored. */
export function GET() {
  return respond(async () => {
    const [corpora, deleted] = [await listCorpusContents(), await listTrash()];
    return Response.json({ corpora, deleted }, { headers: { "cache-control": "no-store" } });
  });
}

/** POST /api/corpora with {title, slug?}, {restore: id} or {sample: true}: the corpus that is there now. */
export function POST(request: Request) {
  return respond(async () => {
    const slug = await bring(await readBody(request, newCorpus));
    const title = (await listCorpora()).find((corpus) => corpus.slug === slug)?.title ?? slug;
    return Response.json({ slug, title }, { status: 201 });
  });
}

function bring(body: z.infer<typeof newCorpus>): Promise<string> {
  if ("restore" in body) return restoreCorpus(body.restore);
  if ("sample" in body) return openSampleCorpus();
  const { title, slug } = body;
  return createCorpus({ title, ...(slug === undefined ? {} : { slug }) });
}
