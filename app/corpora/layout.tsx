import type { ReactNode } from "react";
import { TopBar } from "../components/top-bar.tsx";
import { corpusList, corpusOutlets, lastCorpus, openCorpusOr404 } from "../corpus.ts";
import { PlainBar } from "./plain-bar.tsx";

/** Under the bar of the corpus opened last, so that its pages are one step away. */
export default async function CorporaLayout({ children }: { children: ReactNode }) {
  const corpus = await lastCorpus();
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-paper focus:p-2"
      >
        Skip to the page
      </a>
      {corpus ? (
        <TopBar
          corpus={corpus}
          corpora={await corpusList()}
          articles={await countArticles(corpus.slug)}
        />
      ) : (
        <PlainBar />
      )}
      {children}
    </>
  );
}

async function countArticles(slug: string): Promise<number> {
  const outlets = await corpusOutlets(await openCorpusOr404(slug));
  return outlets.reduce((sum, { articles }) => sum + articles, 0);
}
