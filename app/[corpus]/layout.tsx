import type { ReactNode } from "react";
import { RememberCorpus } from "../components/remember-corpus.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { corpusList, corpusOutlets, openCorpusOr404 } from "../corpus.ts";

export default async function CorpusLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ corpus: string }>;
}) {
  const corpus = await openCorpusOr404((await params).corpus);
  const [corpora, outlets] = await Promise.all([corpusList(), corpusOutlets(corpus)]);
  const here = corpora.find(({ slug }) => slug === corpus.slug) ?? {
    slug: corpus.slug,
    title: corpus.slug,
    sample: false,
  };
  const articles = outlets.reduce((sum, outlet) => sum + outlet.articles, 0);
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-paper focus:p-2"
      >
        Skip to the page
      </a>
      <TopBar corpus={here} corpora={corpora} articles={articles} />
      <RememberCorpus slug={corpus.slug} />
      {children}
    </>
  );
}
