import { z } from "zod";
import { MOST_BYTES } from "../../../../lib/codebook/dictionary/dictionary.ts";
import { importLexicon } from "../../../../lib/codebook/import-dictionary.ts";
import { readLexicon } from "../../../../lib/codebook/read-dictionary-file.ts";
import { openCorpus } from "../../../../lib/database/registry.ts";
import { FramescopeError } from "../../../../lib/errors.ts";
import { queryParameters, respond } from "../../respond.ts";

/** Reasons that an answer names; the command line names them all. */
const SHOWN = 50;

const text = z.string().trim().max(500).optional();
const parameters = z.strictObject({
  name: z.string().trim().min(1).max(255),
  slug: text,
  title: text,
  version: text,
  source: text,
  url: text,
  licence: text,
});

/** What the answer to an imported dictionary says. */
export interface ImportedLexicon {
  slug: string;
  title: string;
  entries: number;
  labels: number;
  leftOut: { line: number; field: string; message: string }[];
  leftOutTotal: number;
  /** Hash of the codebook that is live now. */
  codebook: string;
}

/** POST /api/CORPUS/lexicons?name=FILE&title=...: the dictionary in the body becomes a signal of the corpus. */
export function POST(request: Request, context: { params: Promise<{ corpus: string }> }) {
  return respond(async () => {
    const corpus = await openCorpus((await context.params).corpus);
    const { name, ...said } = readParameters(request.url);
    const read = readLexicon(name, await bodyOf(request), said);
    const { lexicon, after } = await importLexicon(corpus, read, said);
    const answer: ImportedLexicon = {
      slug: lexicon.slug,
      title: lexicon.title,
      entries: lexicon.entries.length,
      labels: lexicon.labels.length,
      leftOut: read.leftOut.slice(0, SHOWN),
      leftOutTotal: read.leftOut.length,
      codebook: after,
    };
    return Response.json(answer, { status: 201 });
  });
}

function readParameters(url: string) {
  const parsed = parameters.safeParse(queryParameters(url));
  if (parsed.success) {
    // An empty field of a form says nothing.
    const said = Object.entries(parsed.data).filter(([, value]) => value);
    return { ...Object.fromEntries(said), name: parsed.data.name };
  }
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") || "name";
  throw new FramescopeError("bad_parameter", `${field}: ${issue?.message ?? "not valid"}.`, field);
}

/** The body, up to the size at which a dictionary is refused. */
async function bodyOf(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader && length <= MOST_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  if (length > MOST_BYTES) await reader?.cancel();
  return Buffer.concat(chunks);
}
