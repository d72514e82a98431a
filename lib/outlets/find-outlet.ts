import type { CorpusDatabase } from "../database/corpus-database.ts";
import type { Prisma } from "../database/generated/client.ts";
import { FramescopeError } from "../errors.ts";

/** The stored outlet of a slug, also of one that it had before a merge. @throws FramescopeError not_found */
export async function requireOutlet({ prisma }: Pick<CorpusDatabase, "prisma">, slug: string) {
  const alias = await prisma.outletAlias.findUnique({ where: { slug } });
  const where: Prisma.OutletWhereUniqueInput = alias ? { id: alias.outletId } : { slug };
  const outlet = await prisma.outlet.findUnique({ where });
  if (outlet) return outlet;
  const sentence = `There is no outlet "${slug.slice(0, 80)}" here: it may have been merged or renamed. Load the page again.`;
  throw new FramescopeError("not_found", sentence, "outlet");
}
