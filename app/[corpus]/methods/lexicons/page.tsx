import type { Metadata } from "next";
import { openCorpusOr404 } from "../../../corpus.ts";
import { DocumentPage } from "../document-page.tsx";

export const metadata: Metadata = { title: "Your own dictionary" };

/** docs/lexicons.md: how a dictionary becomes a signal. */
export default async function OwnDictionary({ params }: { params: Promise<{ corpus: string }> }) {
  const { slug } = await openCorpusOr404((await params).corpus);
  return <DocumentPage name="lexicons.md" path={`/${slug}/methods`} />;
}
