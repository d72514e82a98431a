import { redirect } from "next/navigation";
import { openCorpusOr404 } from "../corpus.ts";

/** A corpus's own address leads to its chart. */
export default async function CorpusPage({ params }: { params: Promise<{ corpus: string }> }) {
  const { slug } = await openCorpusOr404((await params).corpus);
  redirect(`/${slug}/explore`);
}
