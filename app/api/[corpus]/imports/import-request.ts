import { z } from "zod";
import type { CorpusDatabase } from "../../../../lib/database/corpus-database.ts";
import { openCorpus } from "../../../../lib/database/registry.ts";
import { FramescopeError } from "../../../../lib/errors.ts";
import { getImport, type ImportSummary, TEXT_RIGHTS } from "../../../../lib/import/imports.ts";
import { mappingSchema } from "../../../../lib/import/mapping.ts";

export interface ImportParams {
  params: Promise<{ corpus: string; id: string }>;
}

/** The corpus and import that a path names. @throws FramescopeError not_found */
export async function importOf({
  params,
}: ImportParams): Promise<{ corpus: CorpusDatabase; id: number; summary: ImportSummary }> {
  const { corpus: slug, id: text } = await params;
  const corpus = await openCorpus(slug);
  const id = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  const summary = id < 0 ? null : await getImport(corpus, id);
  if (!summary)
    throw new FramescopeError("not_found", `There is no import ${text.slice(0, 40)}.`, "import");
  return { corpus, id, summary };
}

export const mappingBody = mappingSchema;
export const rightsBody = z.object({ textRights: z.enum(TEXT_RIGHTS) });
export const startBody = z.object({
  mapping: mappingSchema,
  textRights: z.enum(TEXT_RIGHTS).default("snippets"),
});

/** A body as JSON of a shape. @throws FramescopeError bad_parameter naming the field that is wrong */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  let json: unknown;
  try {
    json = await request.json();
  } catch {
    throw new FramescopeError("bad_input", "The body must be JSON.", "body");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") || "body";
  throw new FramescopeError("bad_parameter", `${field}: ${issue?.message ?? "not valid"}.`, field);
}
