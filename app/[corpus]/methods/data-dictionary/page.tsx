import type { Metadata } from "next";
import { openCorpusOr404 } from "../../../corpus.ts";
import { DocumentPage } from "../document-page.tsx";

export const metadata: Metadata = { title: "Data dictionary" };

/** docs/data-dictionary.md: what each column of each CSV holds. */
export default async function DataDictionary({ params }: { params: Promise<{ corpus: string }> }) {
  const { slug } = await openCorpusOr404((await params).corpus);
  return <DocumentPage name="data-dictionary.md" path={`/${slug}/methods`} />;
}
