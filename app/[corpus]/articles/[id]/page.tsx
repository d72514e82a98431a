import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { liveSignals } from "../../../../lib/codebook/live-signals.ts";
import { getArticle } from "../../../../lib/queries/article.ts";
import { openCorpusOr404 } from "../../../corpus.ts";
import { signalWords } from "../../explore/explore-data.ts";
import { Reader } from "./reader.tsx";
import { flagAt } from "./reading.ts";

interface Props {
  params: Promise<{ corpus: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Looked up before any Suspense boundary, so that an unknown id answers 404. */
const articleOr404 = cache(async (slug: string, id: string) => {
  const corpus = await openCorpusOr404(slug);
  const article = await getArticle(corpus, id);
  if (!article) notFound();
  return { article, slug: corpus.slug, known: await liveSignals(corpus) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { corpus, id } = await params;
  const { article } = await articleOr404(corpus, id);
  return { title: article.headline || `Article of ${article.outlet.name}` };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { corpus, id } = await params;
  const { article, slug, known } = await articleOr404(corpus, id);
  const { flag } = await searchParams;
  const chosen = flagAt(article.flags, typeof flag === "string" ? flag : undefined);
  return (
    <Reader
      corpus={slug}
      article={article}
      signals={signalWords(known)}
      first={chosen < 0 ? null : chosen}
      lost={Boolean(flag) && chosen < 0}
    />
  );
}
